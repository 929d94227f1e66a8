import { LazyFile } from '#browser/lazy-component.tsx';
import type { Histories, Poller, Readings } from '#data/session.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { HistoryRequest } from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import type { HistoryFetcher, HistoryFetcherOptions } from './history-fetcher.ts';

const fetcherFile = new LazyFile(() => import('./history-fetcher.ts'));

/** The tab that polls looks this often for what the boards of the other tabs want. */
const FOLLOWER_CHECK_MS = 10_000;

export const historyRequestOf = (id: string, status: EnvironmentStatus | undefined): HistoryRequest => ({
  id,
  deploymentId: status?.lastDeploymentId,
  isFinished: !isInProgress(toneOf(status?.state)),
});

type Options = Pick<HistoryFetcherOptions, 'client' | 'api' | 'perHour'> & {
  readonly poller: Poller;
  readonly readings: Readings;
};

/**
 * Histories whose keeper is fetched once the board stands: nothing of the first screen needs it. The tab that polls
 * fetches them for all tabs, and each tab hands what it fetches to the others.
 */
export function createLazyHistory({ poller, readings, ...rest }: Options): Histories {
  const options: HistoryFetcherOptions = {
    ...rest,
    plannedPerHour: poller.plannedPerHour,
    canRequest: () => poller.getSnapshot().phase === 'live' && poller.tabs.isLeader(),
    onFetched: poller.tabs.broadcastHistory,
  };
  const emitter = createEmitter();
  let fetcher: HistoryFetcher | undefined;
  let requests: readonly HistoryRequest[] = [];
  const requestAll = () => {
    const others = poller.tabs.followerEnvironments().filter((id) => readings.statusOf(id) !== undefined);
    if (others.length === 0) return fetcher?.request(requests);
    const own = new Set(requests.map(({ id }) => id));
    const added = [...new Set(others)]
      .filter((id) => !own.has(id))
      .map((id) => historyRequestOf(id, readings.statusOf(id)));
    return fetcher?.request([...requests, ...added]);
  };
  return {
    historyOf: (id, status) => fetcher?.historyOf(id, status),
    request(list) {
      requests = list;
      requestAll();
    },
    subscribe: emitter.subscribe,
    start() {
      let isStopped = false;
      let stop = () => {};
      fetcherFile.load().catch(() => {});
      void fetcherFile.whenLoaded.then(({ HistoryFetcher: Fetcher }) => {
        if (isStopped) return;
        fetcher ??= new Fetcher(options);
        const unsubscribe = fetcher.subscribe(emitter.notify);
        const end = fetcher.start();
        const mine = fetcher;
        poller.tabs.exchangeHistories({ receive: mine.receive, historyOf: (id) => mine.getSnapshot().get(id) });
        const timer = setInterval(requestAll, FOLLOWER_CHECK_MS);
        stop = () => {
          clearInterval(timer);
          poller.tabs.exchangeHistories(undefined);
          end();
          unsubscribe();
        };
        requestAll();
      });
      return () => {
        isStopped = true;
        stop();
      };
    },
  };
}
