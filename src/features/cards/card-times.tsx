import { useCheckedClock, useTimeAgo } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { checkedText, whenText } from '#messages/relative-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** Renders `4 minutes ago` and updates it without requests; the tooltip has the absolute time with its zone. */
export function Ago({ at }: { readonly at: number }) {
  return <TimeAgo {...useTimeAgo(at, whenText)} />;
}

/** Renders when a card was last checked, or the reading's age when the last check failed. */
export function Checked({ environment }: { readonly environment: BoardEnvironment }) {
  const { kind, textRef } = useCheckedClock(environment, checkedText);
  const colour = kind === 'checked' ? 'text-mute' : 'font-semibold text-warning';
  return <span ref={textRef} className={`min-w-0 flex-none truncate ${colour}`} />;
}
