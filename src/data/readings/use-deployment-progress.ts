import { useNow } from '#browser/use-now.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Progress, progressOf, usualOfNewest } from '#domain/environment/deployment.ts';
import { useRunningSince } from './use-reading-times.ts';

/** How far the environment's running deployment is, ticking; undefined when none runs or nobody can say. */
export function useProgress(environment: BoardEnvironment): Progress | undefined {
  const since = useRunningSince(environment);
  const usual = usualOfNewest(environment.history ?? []);
  const look = (now: number) => (since === undefined ? undefined : progressOf((now - since) / 1_000, usual));
  const kind = useNow((now) => look(now)?.kind);
  const left = useNow((now) => {
    const progress = look(now);
    return progress?.kind === 'left' ? Math.floor(progress.seconds) : undefined;
  });
  if (kind === 'left' && left !== undefined) return { kind, seconds: left };
  if (kind === 'tooLong' && usual !== undefined) return { kind, usualSeconds: usual };
  return kind === 'over' ? { kind } : undefined;
}
