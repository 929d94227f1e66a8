import { useNow } from '#browser/use-now.ts';
import { type BoardEnvironment, isKnownToRun } from '#domain/environment/board-environment.ts';
import { type Progress, progressOf, usualOfNewest } from '#domain/environment/deployment.ts';
import { useRunningSince } from './use-reading-times.ts';

/**
 * Returns the progress of the environment's running deployment, updated each second. Undefined when no deployment is known to
 * run, and when its start or its usual duration is unknown.
 */
export function useProgress(environment: BoardEnvironment): Progress | undefined {
  const startedAt = useRunningSince(environment);
  const since = isKnownToRun(environment) ? startedAt : undefined;
  const usual = usualOfNewest(environment.history ?? []);
  const progressAt = (now: number) => (since === undefined ? undefined : progressOf((now - since) / 1_000, usual));
  const kind = useNow((now) => progressAt(now)?.kind);
  const left = useNow((now) => {
    const progress = progressAt(now);
    return progress?.kind === 'left' ? Math.floor(progress.seconds) : undefined;
  });
  if (usual === undefined) return undefined;
  if (kind === 'left' && left !== undefined) return { kind, seconds: left, ratio: 1 - left / usual };
  if (kind === 'tooLong') return { kind, usualSeconds: usual };
  return kind === 'over' ? { kind } : undefined;
}
