import type { ReactNode } from 'react';
import { useProgress } from '#data/readings/use-deployment-progress.ts';
import { useRunningSince } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { STARTED } from '#messages/cards.ts';
import { progressText } from '#messages/deployments.ts';
import { IN_PROGRESS } from '#messages/environment.ts';
import { Ago } from './card-times.tsx';
import { FactLine } from './fact-line.tsx';

type Props = { readonly environment: BoardEnvironment; readonly bars: ReactNode; readonly isTight: boolean };

/** Renders a running deployment's start and its expected duration, estimated from this environment's history. */
export function RunningTimes({ environment, bars, isTight }: Props) {
  const startedAt = useRunningSince(environment);
  const progress = useProgress(environment);
  const remaining = progress && (
    <span className={`flex-none ${progress.kind === 'tooLong' ? 'font-semibold text-warning' : 'text-mute'}`}>
      {progressText(progress)}
    </span>
  );
  const start =
    startedAt === undefined ? (
      <span>{IN_PROGRESS}</span>
    ) : (
      <>
        <span>{`${STARTED} `}</span>
        <Ago at={startedAt} />
      </>
    );
  return (
    <>
      {progress && (
        // Above the line, in a gap that every card has: no line moves when a deployment starts.
        <span aria-hidden="true" className="absolute inset-x-0 -top-1.5 h-1 overflow-hidden rounded-sm bg-busy/25">
          <span
            className="block h-full rounded-sm bg-busy"
            style={{ width: `${Math.round(100 * (progress.kind === 'left' ? progress.ratio : 1))}%` }}
          />
        </span>
      )}
      {isTight ? <FactLine start={remaining ?? start} end={bars} /> : <FactLine start={start} end={remaining} />}
    </>
  );
}
