import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { readingsGeneration } from '#data/readings/persisted-readings.ts';
import type { Readings } from '#data/session.ts';
import { type Deployment, isRunning } from '#domain/environment/deployment.ts';
import { forEachInTasks, openHistoryArchive } from './history-archive.ts';
import type { HistoryFetcher } from './history-fetcher.ts';
import { historyQuery } from './history-queries.ts';

export type KeepOptions = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  readonly readings: Pick<Readings, 'statusOf'>;
  readonly fetcher: Pick<HistoryFetcher, 'getSnapshot' | 'subscribe'>;
  /** The generation in which the session began: after a token was removed, it restores and keeps nothing. */
  readonly generation: number;
  /** Aborted when the session ends. */
  readonly signal: AbortSignal;
};

/**
 * Restores the histories of an earlier page where this page has none, and keeps each history that this page gets until the
 * session ends. Resolves once the histories are restored. Never rejects.
 */
export async function keepHistories({
  client,
  api,
  readings,
  fetcher,
  generation,
  signal,
}: KeepOptions): Promise<void> {
  const archive = openHistoryArchive(api.source);
  signal.addEventListener('abort', archive.close);
  const isOver = () => signal.aborted || generation !== readingsGeneration();
  const stored = await archive.read();
  if (isOver()) return;
  /** The histories in the archive, by environment. */
  const kept = new Map<string, readonly Deployment[]>();
  await forEachInTasks(stored, ({ environmentId: id, keptAt, deployments }) => {
    if (isOver() || fetcher.getSnapshot().has(id)) return;
    // A deployment that ran when the page was left has ended, unless the status says that it is the last one.
    const { lastDeploymentId } = readings.statusOf(id) ?? {};
    const history = deployments.filter((past) => !isRunning(past) || past.id === lastDeploymentId);
    kept.set(id, history);
    // With its age, so that the details request an old history again.
    client.setQueryData(historyQuery(api, id).queryKey, history, { updatedAt: keptAt });
  });
  const write = () => {
    if (isOver()) return;
    const changed = [...fetcher.getSnapshot()].filter(([id, history]) => kept.get(id) !== history);
    if (changed.length === 0) return;
    for (const [id, history] of changed) kept.set(id, history);
    void archive.write(
      changed.map(([environmentId, history]) => ({
        environmentId,
        keptAt: Date.now(),
        deployments: history.map(({ services: _, ...deployment }) => deployment),
      })),
    );
  };
  write();
  signal.addEventListener('abort', fetcher.subscribe(write));
}
