import { LazyFile } from '#browser/lazy-component.tsx';
import type { Histories, Poller, Readings } from '#data/session.ts';
import type { Wanted } from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import type { HistoryKeeper, HistoryKeeperOptions } from './history-fetcher.ts';

const keeperFile = new LazyFile(() => import('./history-fetcher.ts'));

/** The tab that polls looks this often for what the boards of the other tabs want. */
const LOOK_MS = 10_000;

export const wantedOf = (id: string, status: EnvironmentStatus | undefined): Wanted => ({
  id,
  deploymentId: status?.lastDeploymentId,
  isFinished: !isInProgress(toneOf(status?.state)),
});

type Options = Pick<HistoryKeeperOptions, 'client' | 'api' | 'perHour'> & {
  readonly poller: Poller;
  readonly book: Readings;
};

/**
 * Histories whose keeper is fetched once the board stands: nothing of the first screen needs it. The tab that polls
 * fetches them for all tabs, and each tab hands what it fetches to the others.
 */
export function openHistories({ poller, book, ...rest }: Options): Histories {
  const options: HistoryKeeperOptions = {
    ...rest,
    plannedPerHour: poller.plannedPerHour,
    mayAsk: () => poller.getSnapshot().phase === 'live' && poller.leads(),
    onFetched: poller.tellHistory,
  };
  const listeners = new Set<() => void>();
  let keeper: HistoryKeeper | undefined;
  let wanted: readonly Wanted[] = [];
  const wantAll = () => {
    const others = poller.followerEnvironments().filter((id) => book.statusOf(id) !== undefined);
    if (others.length === 0) return keeper?.want(wanted);
    const own = new Set(wanted.map(({ id }) => id));
    const added = [...new Set(others)].filter((id) => !own.has(id)).map((id) => wantedOf(id, book.statusOf(id)));
    return keeper?.want([...wanted, ...added]);
  };
  return {
    historyOf: (id, status) => keeper?.historyOf(id, status),
    want(list) {
      wanted = list;
      wantAll();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      let isStopped = false;
      let stop = () => {};
      keeperFile.load().catch(() => {});
      void keeperFile.whenLoaded.then(({ HistoryKeeper: Keeper }) => {
        if (isStopped) return;
        keeper ??= new Keeper(options);
        const unsubscribe = keeper.subscribe(() => {
          for (const listener of listeners) listener();
        });
        const end = keeper.start();
        const mine = keeper;
        poller.exchangeHistories({ take: mine.take, known: (id) => mine.getSnapshot().get(id) });
        const timer = setInterval(wantAll, LOOK_MS);
        stop = () => {
          clearInterval(timer);
          poller.exchangeHistories(undefined);
          end();
          unsubscribe();
        };
        wantAll();
      });
      return () => {
        isStopped = true;
        stop();
      };
    },
  };
}
