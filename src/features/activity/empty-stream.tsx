import type { ActivitySnapshot } from '#data/activity/activity-snapshot.ts';
import { historyCounts } from '#domain/activity/history-counts.ts';
import { ACTIVITY_WORDS } from '#messages/activity.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  readonly snapshot: ActivitySnapshot;
  /** True when filters hide entries. */
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
};

/** Explains why the stream is empty. */
export function EmptyStream({ snapshot, isNarrowed, onClear }: Props) {
  const { waiting, denied } = historyCounts([...snapshot.byEnvironment.values()]);
  return (
    <div className="border-line border-t px-4 py-8 text-center">
      {isNarrowed ? (
        <>
          <p>{ACTIVITY_WORDS.noMatch}</p>
          <Button data-clears className="mt-3" onClick={onClear}>
            {ACTIVITY_WORDS.clearFilters}
          </Button>
        </>
      ) : waiting > 0 || !snapshot.isReady ? (
        <p>{ACTIVITY_WORDS.loading}</p>
      ) : denied > 0 ? (
        <p>{ACTIVITY_WORDS.notKnown}</p>
      ) : (
        <>
          <p>{ACTIVITY_WORDS.nothing}</p>
          <p className="mt-1 text-mute">{ACTIVITY_WORDS.nothingHint}</p>
        </>
      )}
    </div>
  );
}
