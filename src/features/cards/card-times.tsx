import { useSettings } from '#data/preferences/settings-store.ts';
import { useLastHeard, useTold } from '#data/readings/use-reading-times.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { heardText, whenText } from '#messages/relative-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** `4 minutes ago`, ticking without requests; the absolute time, with its zone, on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  const { timeZone } = useSettings();
  return (
    <TimeAgo at={at} timeZone={timeZone}>
      {useTold(at, whenText)}
    </TimeAgo>
  );
}

/** When a card was last checked, or how old its reading is when it could not be. */
export function Checked({ watched }: { readonly watched: WatchedEnvironment }) {
  const { kind, told } = useLastHeard(watched, heardText);
  return <span className={kind === 'checked' ? 'text-mute' : 'font-semibold text-warning'}>{told}</span>;
}
