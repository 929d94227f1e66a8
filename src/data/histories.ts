import type { Deployment } from '#domain/deployment.ts';
import type { Wanted } from '#domain/history.ts';
import type { EnvironmentStatus } from '#domain/status.ts';
import type { HistoryKeeper, HistoryKeeperOptions } from './history-keeper.ts';
import { soonFile } from './lazy-soon.ts';

/** The past deployments of a board's environments, as far as they were fetched. */
export type Histories = {
  /** Oldest first; undefined until they were fetched. The same object for as long as nothing changes. */
  historyOf(id: string, status: EnvironmentStatus | undefined): readonly Deployment[] | undefined;
  /** Which are wanted, the most urgent first. */
  want(list: readonly Wanted[]): void;
  subscribe(listener: () => void): () => void;
  /** Fetches until the function returned is called. */
  start(): () => void;
};

/** Histories whose keeper is fetched once the board stands: nothing of the first screen needs it. */
export function openHistories(options: HistoryKeeperOptions): Histories {
  const listeners = new Set<() => void>();
  let keeper: HistoryKeeper | undefined;
  let wanted: readonly Wanted[] = [];
  return {
    historyOf: (id, status) => keeper?.historyOf(id, status),
    want(list) {
      wanted = list;
      keeper?.want(list);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      let isStopped = false;
      let stop = () => {};
      soonFile.load().catch(() => {});
      void soonFile.whenLoaded.then(({ HistoryKeeper: Keeper }) => {
        if (isStopped) return;
        keeper ??= new Keeper(options);
        const unsubscribe = keeper.subscribe(() => {
          for (const listener of listeners) listener();
        });
        const end = keeper.start();
        stop = () => {
          end();
          unsubscribe();
        };
        keeper.want(wanted);
      });
      return () => {
        isStopped = true;
        stop();
      };
    },
  };
}
