import { QueryClient } from '@tanstack/react-query';
import { createApiClient } from '#api/api-client.ts';
import { directoryQuery } from '#data/directory/directory-queries.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { sourcesOf } from '#domain/polling/poll-source.ts';
import type { World } from '#simulator/account.ts';

/** Installs the globals that the poll scheduler uses: a visible, online browser that refuses storage. */
function standInForBrowser(): void {
  const nothing = { addEventListener() {}, removeEventListener() {} };
  Object.defineProperties(globalThis, {
    document: { value: { ...nothing, hidden: false }, configurable: true },
    navigator: { value: { onLine: true }, configurable: true },
    addEventListener: { value: nothing.addEventListener, configurable: true },
    removeEventListener: { value: nothing.removeEventListener, configurable: true },
  });
}

/**
 * Sends the requests of an open page: the page's own client, poll scheduler and history fetcher, for all environments.
 */
export async function openPage(world: World, name: string, send: typeof fetch): Promise<() => void> {
  standInForBrowser();
  const perHour = () => Number.POSITIVE_INFINITY;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const api = createApiClient({ source: name, baseUrl: '/api', send });
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({ client, api, readings, tabs: singleTab(), perHour });
  const canRequest = () => poller.getSnapshot().phase === 'live';
  const histories = new HistoryFetcher({ client, api, perHour, plannedPerHour: poller.plannedPerHour, canRequest });

  const stopPoller = poller.start();
  const stopHistories = histories.start();
  // Without names the page requests each environment separately.
  const directory = await client.fetchQuery(directoryQuery(api)).catch(() => new Map());
  const ids = world.projects.flatMap(({ environments }) => environments.map(({ id }) => id));
  poller.setSources(
    sourcesOf(
      ids.map((id) => ({ id })),
      [],
      directory,
    ),
  );
  const unsubscribe = poller.subscribe(() => {
    const read = Object.values(readings.statuses());
    const wanted = read.map(({ id, state, lastDeploymentId }) => ({
      id,
      deploymentId: lastDeploymentId,
      isFinished: !isInProgress(toneOf(state)),
    }));
    histories.request(wanted);
  });
  return () => {
    unsubscribe();
    stopPoller();
    stopHistories();
    client.clear();
  };
}
