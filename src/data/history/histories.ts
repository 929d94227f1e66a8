import { LazyFile } from '#browser/lazy-component.tsx';
import { readingsGeneration } from '#data/readings/persisted-readings.ts';
import type { Histories, Poller, Readings } from '#data/session.ts';
import type { HistoryRequest } from '#domain/environment/deployment-history.ts';
import { HistoryFetcher } from './history-fetcher.ts';
import type { HistoryFetcherOptions } from './history-fetcher-options.ts';
import type { FollowerRequests } from './late-histories.ts';

const lateFile = new LazyFile(() => import('./late-histories.ts'));

/** Milliseconds after the first states in which no history is requested: on a slow connection it would delay the cards. */
const FIRST_AFTER_MS = 1_000;
/** Milliseconds until the late part is loaded on a first visit: the first seconds belong to the board. */
const LATE_AFTER_MS = 5_000;
/** Milliseconds for which a page with persisted readings waits for the kept histories before it requests any. */
const MAX_HELD_MS = 4_000;

type Options = Pick<HistoryFetcherOptions, 'client' | 'api' | 'perHour' | 'onScreen'> & {
  readonly poller: Poller;
  readonly readings: Readings;
};

/**
 * Returns the histories of a session. The leader fetches for all tabs. Each tab broadcasts the histories that it fetches. A
 * page with persisted readings restores the histories of an earlier page before it requests any.
 */
export function createHistories({ poller, readings, ...rest }: Options): Histories {
  const generation = readingsGeneration();
  let requests: readonly HistoryRequest[] = [];
  let followerRequests: FollowerRequests = () => [];
  /** Until then no history is requested, in milliseconds of `performance.now()`. */
  let heldUntil = Object.keys(readings.statuses()).length > 0 ? performance.now() + MAX_HELD_MS : 0;
  const fetcher = new HistoryFetcher({
    ...rest,
    plannedPerHour: poller.plannedPerHour,
    canRequest: () => performance.now() >= heldUntil && poller.getSnapshot().phase === 'live' && poller.tabs.isLeader(),
    onFetched: poller.tabs.broadcastHistory,
  });
  let isOpening = false;
  let isOpen = false;
  const requestAll = () => fetcher.request([...requests, ...followerRequests(requests)]);
  const release = () => {
    heldUntil = 0;
    requestAll();
  };
  return {
    historyOf: fetcher.historyOf,
    request(list) {
      requests = list;
      if (isOpen) requestAll();
      else if (list.length > 0 && !isOpening) {
        isOpening = true;
        setTimeout(() => {
          isOpen = true;
          requestAll();
        }, FIRST_AFTER_MS);
      }
    },
    subscribe: fetcher.subscribe,
    start() {
      const stop = fetcher.start();
      const { receive, getSnapshot } = fetcher;
      poller.tabs.exchangeHistories({ receive, historyOf: (id) => getSnapshot().get(id) });
      const ending = new AbortController();
      void lateFile.whenLoaded.then(({ startLateHistories }) => {
        const { signal } = ending;
        if (signal.aborted) return;
        followerRequests = startLateHistories({
          ...rest,
          poller,
          readings,
          fetcher,
          generation,
          signal,
          requestAll,
          release,
        });
      });
      const timer = setTimeout(() => void lateFile.load().catch(release), heldUntil ? 0 : LATE_AFTER_MS);
      return () => {
        clearTimeout(timer);
        ending.abort();
        poller.tabs.exchangeHistories(undefined);
        stop();
      };
    },
  };
}
