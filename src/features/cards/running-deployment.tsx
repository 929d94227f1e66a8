import { useProgress } from '#data/readings/use-deployment-progress.ts';
import { useRunningSince } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { DEPLOYED, DURATION, STARTED } from '#messages/cards.ts';
import { progressText } from '#messages/deployments.ts';
import { IN_PROGRESS } from '#messages/environment.ts';
import { NOTHING, Row } from './card-row.tsx';
import { Ago } from './card-times.tsx';

/** Renders a running deployment's start and its expected duration, estimated from this environment's history. */
export function RunningDeployment({ environment }: { readonly environment: BoardEnvironment }) {
  const startedAt = useRunningSince(environment);
  const progress = useProgress(environment);
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
