import type { Histories, Poller, Readings } from '#data/session.ts';
import type { HistoryRequest } from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { HistoryFetcher } from './history-fetcher.ts';
import type { HistoryFetcherOptions } from './history-fetcher-options.ts';

/** Milliseconds between two checks of the leader for environments on the boards of other tabs. */
const FOLLOWER_CHECK_MS = 10_000;

/** Returns the request for an environment's history. `status` decides whether a later deployment has ended. */
export const historyRequestOf = (id: string, status: EnvironmentStatus | undefined): HistoryRequest => ({
  id,
  deploymentId: status?.lastDeploymentId,
  isFinished: !isInProgress(toneOf(status?.state)),
});

type Options = Pick<HistoryFetcherOptions, 'client' | 'api' | 'perHour' | 'onScreen'> & {
  readonly poller: Poller;
  readonly readings: Readings;
};

/** Returns the histories of a session. The leader fetches for all tabs. Each tab broadcasts the histories that it fetches. */
export function createHistories({ poller, readings, ...rest }: Options): Histories {
  const fetcher = new HistoryFetcher({
    ...rest,
    plannedPerHour: poller.plannedPerHour,
    canRequest: () => poller.getSnapshot().phase === 'live' && poller.tabs.isLeader(),
    onFetched: poller.tabs.broadcastHistory,
  });
  let requests: readonly HistoryRequest[] = [];
  const requestAll = () => {
    const others = poller.tabs.followerEnvironments().filter((id) => readings.statusOf(id) !== undefined);
    if (others.length === 0) return fetcher.request(requests);
    const own = new Set(requests.map(({ id }) => id));
    const added = [...new Set(others)]
      .filter((id) => !own.has(id))
      .map((id) => historyRequestOf(id, readings.statusOf(id)));
    return fetcher.request([...requests, ...added]);
  };
  return {
    historyOf: fetcher.historyOf,
    request(list) {
      requests = list;
      requestAll();
    },
    subscribe: fetcher.subscribe,
    start() {
      const stop = fetcher.start();
      const { receive, getSnapshot } = fetcher;
      poller.tabs.exchangeHistories({ receive, historyOf: (id) => getSnapshot().get(id) });
      const timer = setInterval(requestAll, FOLLOWER_CHECK_MS);
      return () => {
        clearInterval(timer);
        poller.tabs.exchangeHistories(undefined);
        stop();
      };
    },
  };
}
