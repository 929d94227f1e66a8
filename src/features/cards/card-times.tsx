import { useSettings } from '#data/preferences/settings-store.ts';
import { useLastChecked, useTimeText } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { checkedText, whenText } from '#messages/relative-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** `4 minutes ago`, ticking without requests; the absolute time, with its zone, on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  const { timeZone } = useSettings();
  return (
    <TimeAgo at={at} timeZone={timeZone}>
      {useTimeText(at, whenText)}
    </TimeAgo>
  );
}

/** When a card was last checked, or how old its reading is when it could not be. */
export function Checked({ environment }: { readonly environment: BoardEnvironment }) {
  const { kind, text } = useLastChecked(environment, checkedText);
  return <span className={kind === 'checked' ? 'text-mute' : 'font-semibold text-warning'}>{text}</span>;
}
