import { momentText, useAgo, useLastHeard } from '#data/use-moments.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { heardText } from '#ui/text.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** `4 minutes ago`, ticking without requests; the absolute time, with its zone, on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  return (
    <TimeAgo at={at} title={momentText(at)}>
      {useAgo(at)}
    </TimeAgo>
  );
}

/** When a card was last checked, or how old its reading is when it could not be. */
export function Checked({ watched }: { readonly watched: WatchedEnvironment }) {
  const { kind, age } = useLastHeard(watched);
  return (
    <span className={kind === 'checked' ? 'text-mute' : 'font-semibold text-warning'}>{heardText(kind, age)}</span>
  );
}
