import { useRunningSince } from '#data/use-moments.ts';
import { useProgress } from '#data/use-progress.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { DEPLOYED, DURATION, STARTED } from '#ui/words/card.ts';
import { progressText } from '#ui/words/deployments.ts';
import { IN_PROGRESS } from '#ui/words/environment.ts';
import { NOTHING, Row } from './card-row.tsx';
import { Ago } from './moments.tsx';

/** Since when a deployment runs, and how long it will, by what is usual here. */
export function RunningTimes({ watched }: { readonly watched: WatchedEnvironment }) {
  const startedAt = useRunningSince(watched);
  const progress = useProgress(watched);
  return (
    <>
      <Row term={DEPLOYED}>
        {startedAt === undefined ? (
          IN_PROGRESS
        ) : (
          <>
            <span>{`${STARTED} `}</span>
            <Ago at={startedAt} />
          </>
        )}
      </Row>
      <Row term={DURATION}>
        {progress === undefined ? (
          NOTHING
        ) : (
          <span className={progress.kind === 'tooLong' ? 'font-semibold text-warning' : ''}>
            {progressText(progress)}
          </span>
        )}
      </Row>
    </>
  );
}
