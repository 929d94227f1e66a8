import { useEffect, useSyncExternalStore } from 'react';
import type { ApiClient } from '#api/api-client.ts';
import { spareBudgetOf } from '#data/history/spare-budget.ts';
import { type Session, useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type SpareWait, withPolling } from '#domain/polling/spare-wait.ts';
import { versionRequestOf } from '#domain/versions/version-request.ts';
import type { CommitRequest } from './commit-lists.ts';
import type { KnownVersions } from './version-entry.ts';
import { VersionFetcher } from './version-fetcher.ts';

/** The fetcher of each API of this page: its answers stay while the user visits another page. */
const fetchers = new WeakMap<ApiClient, VersionFetcher>();

function fetcherOf({ api, poller, perHour }: Session): VersionFetcher {
  const existing = fetchers.get(api);
  if (existing) return existing;
  const fetcher = new VersionFetcher({
    api,
    spare: spareBudgetOf(perHour, poller.plannedPerHour, api.source),
    canRequest: () => poller.getSnapshot().phase === 'live',
  });
  fetchers.set(api, fetcher);
  return fetcher;
}

/** The versions of the environments, fetched while the caller is mounted. */
export function useVersions(
  environments: readonly BoardEnvironment[],
): KnownVersions & { readonly waitAt: (now: number) => SpareWait; readonly retry: (id: string) => void } {
  const session = useSession();
  const { poller } = session;
  const fetcher = fetcherOf(session);
  useEffect(() => {
    const answered = environments.filter(({ status }) => status !== undefined);
    fetcher.request(answered.map(({ id, status }) => versionRequestOf(id, status)));
  }, [fetcher, environments]);
  useEffect(() => fetcher.start(), [fetcher]);
  return {
    ...useSyncExternalStore(fetcher.subscribe, fetcher.getSnapshot),
    waitAt: (now) => withPolling(fetcher.waitAt(now), poller.getSnapshot(), now),
    retry: fetcher.retry,
  };
}

/** Fetches the commits of services while the caller is mounted. `requests` must be memoized. */
export function useCommitRequests(requests: readonly CommitRequest[]): void {
  const fetcher = fetcherOf(useSession());
  useEffect(() => fetcher.requestCommits(requests), [fetcher, requests]);
}
