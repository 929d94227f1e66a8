import type { Deployment } from '#domain/environment/deployment.ts';

/** Since when an environment's deployments are known without a gap. Times are epoch milliseconds. */
export type Coverage = {
  readonly environmentId: string;
  /** 0 when the whole history of the environment is known. */
  readonly knownFrom: number;
  readonly requestedAt: number;
  /** Number of deployments in the last response that could not be read. */
  readonly unread?: number | undefined;
};

type Response = Pick<Coverage, 'requestedAt'> & { readonly pageSize: number; readonly unread: number };

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
  { requestedAt, pageSize, unread }: Response,
): Coverage {
  const starts = history.flatMap(({ startedAt }) => startedAt ?? []);
  const oldest = starts.reduce((least, at) => Math.min(least, at), requestedAt);
  if (!isFullPage(history.length + unread, pageSize)) return { environmentId, knownFrom: 0, requestedAt, unread };
  const isJoined = before !== undefined && before.requestedAt >= oldest;
  return { environmentId, knownFrom: isJoined ? Math.min(before.knownFrom, oldest) : oldest, requestedAt, unread };
}

/** Returns the coverage after entries before `cutAt` were removed. */
export const coverageFrom = (coverage: Coverage, cutAt: number): Coverage =>
  coverage.knownFrom >= cutAt ? coverage : { ...coverage, knownFrom: cutAt };
