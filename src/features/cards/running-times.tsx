import type { ReactNode } from 'react';
import { useProgress } from '#data/readings/use-deployment-progress.ts';
import { useRunningSince } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { usualOfNewest } from '#domain/environment/deployment.ts';
import { isInProgress } from '#domain/environment/tone.ts';
import { QUEUED, STARTED } from '#messages/cards.ts';
import { progressText, usuallyText } from '#messages/deployments.ts';
import { IN_PROGRESS } from '#messages/environment.ts';
import { WhereItFits } from '#ui/where-it-fits.tsx';
import { Ago } from './card-times.tsx';
import { FactLine } from './fact-line.tsx';

type Props = { readonly environment: BoardEnvironment; readonly bars: ReactNode; readonly isTight: boolean };

/** Renders a running deployment's start and its expected duration, estimated from this environment's history. */
export function RunningTimes({ environment, bars, isTight }: Props) {
  const startedAt = useRunningSince(environment);
  const progress = useProgress(environment);
  const remaining = progress && (
    <span
      title={progressText(progress)}
      className={`flex-none ${progress.kind === 'tooLong' ? 'font-semibold text-warning' : 'text-mute'}`}
    >
      {/* Beside the start there is no room for the usual duration, which has a place in the line below. */}
      {progressText(progress.kind === 'left' ? progress : { kind: 'over' })}
    </span>
  );
  const start =
    startedAt === undefined ? (
      <span>{IN_PROGRESS}</span>
    ) : (
      // Without room for both, the time wraps into a second line, and the first one is not visible. Screen readers still read it.
      <span className={`flex flex-wrap content-end overflow-clip ${isTight ? 'h-[1.5em]' : 'h-5'}`}>
        <span className="flex-none whitespace-pre">{`${environment.tone === 'queued' ? QUEUED : STARTED} `}</span>
        <span className="min-w-0 truncate">
          <Ago at={startedAt} />
        </span>
      </span>
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

/** Renders how long a running deployment usually takes, where the line has room for it. */
export function UsualTime({ environment: { tone, history } }: Pick<Props, 'environment'>) {
  const usual = isInProgress(tone) ? usualOfNewest(history ?? []) : undefined;
  if (usual === undefined) return null;
  return (
    <WhereItFits>
      <span className="text-mute">{usuallyText(usual)}</span>
    </WhereItFits>
  );
}
