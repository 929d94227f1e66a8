import { useActivityWait } from '#data/activity/use-activity.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import type { HistoryCounts } from '#domain/activity/history-counts.ts';
import { coverageText } from '#messages/activity.ts';
import { useWaitText } from '#ui/use-wait-text.ts';

type Props = {
  readonly counts: HistoryCounts;
  /** Sentences that follow; an empty one is left out. */
  readonly notes: readonly string[];
};

/** Renders which histories are missing and why, and other gaps of the measures. */
export function DeliveryNotes({ counts, notes }: Props) {
  const waitAt = useActivityWait();
  const format = useSettings();
  const { api } = useSession();
  const coverage = coverageText({ ...counts, needsToken: counts.needsToken && api.hasToken });
  const why = useWaitText({ waitAt, isWaiting: counts.waiting > 0, format });
  return (
    <p role="status" className="mt-3 text-[13px] text-mute">
      {[coverage, why, ...notes].filter((note) => note !== '').join(' ')}
    </p>
  );
}
