import { useSettings } from '#data/preferences/settings-store.ts';
import { useLastChecked, useTimeText } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { checkedText, whenText } from '#messages/relative-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** Renders `4 minutes ago` and updates it without requests; the tooltip has the absolute time with its zone. */
export function Ago({ at }: { readonly at: number }) {
  const { timeZone } = useSettings();
  return (
    <TimeAgo at={at} timeZone={timeZone}>
      {useTimeText(at, whenText)}
    </TimeAgo>
  );
}

/** Renders when a card was last checked, or the reading's age when the last check failed. */
export function Checked({ environment }: { readonly environment: BoardEnvironment }) {
  const { kind, text } = useLastChecked(environment, checkedText);
  const colour = kind === 'checked' ? 'text-mute' : 'font-semibold text-warning';
  return <span className={`min-w-0 flex-none truncate ${colour}`}>{text}</span>;
}
