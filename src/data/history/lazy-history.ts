import { LazyFile } from '#browser/lazy-component.tsx';
import type { Histories, Poller, Readings } from '#data/session.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { HistoryRequest } from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import type { HistoryFetcher } from './history-fetcher.ts';
import type { HistoryFetcherOptions } from './history-fetcher-options.ts';

const fetcherFile = new LazyFile(() => import('./history-fetcher.ts'));

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

/**
 * Returns histories whose fetcher is loaded after the board is rendered, because the first screen does not need it. The
 * leader fetches for all tabs. Each tab broadcasts the histories that it fetches.
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
