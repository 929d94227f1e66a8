import type { Deployment } from '#domain/environment/deployment.ts';

/** Since when an environment's deployments are known without a gap. Times are epoch milliseconds. */
export type Coverage = {
  readonly environmentId: string;
  /** 0 when the whole history of the environment is known. */
  readonly knownFrom: number;
  readonly requestedAt: number;
};

/** Sizes of pages to which a server may have cut an answer, although 100 deployments were requested. */
const isFullPage = (length: number, pageSize: number): boolean =>
  length >= pageSize || (length > 0 && (length % 10 === 0 || length % 25 === 0));

/**
 * Returns the coverage after a response with the last deployments of an environment, oldest first. A full page proves
 * nothing about the time before it, unless the response before reaches into it.
 */
export function coverageAfter(
  before: Coverage | undefined,
  environmentId: string,
  history: readonly Deployment[],
  { requestedAt, pageSize }: { readonly requestedAt: number; readonly pageSize: number },
): Coverage {
  const starts = history.flatMap(({ startedAt }) => startedAt ?? []);
  const oldest = starts.reduce((least, at) => Math.min(least, at), requestedAt);
  if (!isFullPage(history.length, pageSize)) return { environmentId, knownFrom: 0, requestedAt };
  const isJoined = before !== undefined && before.requestedAt >= oldest;
  return { environmentId, knownFrom: isJoined ? Math.min(before.knownFrom, oldest) : oldest, requestedAt };
}

/** Returns the coverage after entries before `cutAt` were removed. */
export const coverageFrom = (coverage: Coverage, cutAt: number): Coverage =>
  coverage.knownFrom >= cutAt ? coverage : { ...coverage, knownFrom: cutAt };
