import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { spareBudgetOf } from '#data/history/spare-budget.ts';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import { VersionFetcher } from '#data/versions/version-fetcher.ts';
import type { VersionRequest } from '#domain/versions/version-request.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const pins = demoPins();
const [first = ''] = pins;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

type Setting = {
  readonly perHour?: number;
  readonly planned?: number;
  readonly canRequest?: () => boolean;
  /** Replaces the answer to a path. */
  readonly answer?: (path: string) => Response | undefined;
};

/** Starts a fetcher over the simulated Qovery. Records the paths and times of its requests. */
function fetching({ perHour = 1_000, planned = 100, canRequest = () => true, answer = () => undefined }: Setting = {}) {
  const requested: { readonly path: string; readonly at: number }[] = [];
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const path = String(input).replace('/api', '');
    requested.push({ path, at: Date.now() - NOW });
    return answer(path) ?? simulated(input, init);
  };
  const api = createApiClient({ source: 'test', baseUrl: '/api', send });
  const perHourOf = () => perHour;
  const plannedPerHour = () => planned;
  const fetcher = new VersionFetcher({ api, spare: spareBudgetOf(perHourOf, plannedPerHour, api.source), canRequest });
  const client = new QueryClient();
  const histories = new HistoryFetcher({ client, api, perHour: perHourOf, plannedPerHour, canRequest });
  stops.push(fetcher.start(), histories.start());
  const pathsOf = (leaf: string) => requested.map(({ path }) => path).filter((path) => path.includes(leaf));
  return { fetcher, histories, requested, pathsOf };
}

const wanting = (part: Partial<VersionRequest> = {}, ids: readonly string[] = pins): readonly VersionRequest[] =>
  ids.map((id) => ({
    id,
    deployment: 'a',
    isFinished: true,
    isSettled: true,
    tone: 'ok',
    configuration: 'UP_TO_DATE',
    ...part,
  }));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

it('requests the services of every environment first, then their states, one at a time', async () => {
  const { fetcher, requested } = fetching();
  fetcher.request(wanting());
  await pass(MINUTE_MS);
  const leaves = requested.map(({ path }) => path.split('/').at(-1));
  expect(leaves).toEqual([...pins.map(() => 'services'), ...pins.map(() => 'statuses')]);
  expect(new Set(requested.map(({ at }) => at)).size).toBe(requested.length);
  const { answers } = fetcher.getSnapshot();
  expect([...answers.keys()]).toEqual(pins);
  for (const { services, states, observedAt } of answers.values()) {
    expect(services?.length).toBeGreaterThan(3);
    expect(states?.length).toBeGreaterThan(2);
    expect(observedAt).toBeGreaterThanOrEqual(NOW);
  }
});

it('requests an environment again after a deployment, after an edit and after an hour, and not otherwise', async () => {
  const { fetcher, pathsOf } = fetching();
  const say = async (part: Partial<VersionRequest>) => {
    fetcher.request(wanting(part, [first]));
    await pass(MINUTE_MS);
    return pathsOf('/services').length;
  };
  expect(await say({})).toBe(1);
  expect(await say({})).toBe(1);
  expect(await say({ deployment: 'b', isFinished: false, tone: 'busy' })).toBe(1);
  expect(await say({ deployment: 'b' })).toBe(2);
  expect(await say({ deployment: 'b', configuration: 'OUT_OF_DATE' })).toBe(3);
  await pass(HOUR_MS);
  expect(pathsOf('/services')).toHaveLength(4);
  expect(pathsOf('/statuses')).toHaveLength(4);
});

it('persists no answer to a request of a token that was removed while it was in flight', async () => {
  let isRemoved = false;
  const { fetcher } = fetching({
    answer: () => {
      if (isRemoved) startReadingsGeneration();
      return undefined;
    },
  });
  const stored = () => localStorage.getItem('envboard.versions@test');
  fetcher.request(wanting({}, [first]));
  await pass(MINUTE_MS);
  expect(stored()).toContain(first);
  // The tab that removes the token removes its data.
  localStorage.removeItem('envboard.versions@test');
  isRemoved = true;
  fetcher.request(wanting({ deployment: 'b' }, [first]));
  await pass(MINUTE_MS);
  expect(fetcher.getSnapshot().answers.has(first)).toBe(true);
  expect(stored()).toBeNull();
});

it('retains the last answer of a refused environment, reports the failure, and retries after ten minutes', async () => {
  let isRefused = false;
  const { fetcher, pathsOf } = fetching({
    answer: (path) => (isRefused && path.includes(first) ? json({}, { status: 404 }) : undefined),
  });
  fetcher.request(wanting());
  await pass(MINUTE_MS);
  const before = fetcher.getSnapshot().answers.get(first);
  isRefused = true;
  fetcher.request(wanting({ deployment: 'b' }));
  await pass(MINUTE_MS);
  const after = fetcher.getSnapshot().answers.get(first);
  expect(after?.failure).toEqual({ kind: 'denied' });
  expect(after?.services).toBe(before?.services);
  const requested = pathsOf(first).length;
  await pass(8 * MINUTE_MS);
  expect(pathsOf(first)).toHaveLength(requested);
  isRefused = false;
  await pass(3 * MINUTE_MS);
  expect(fetcher.getSnapshot().answers.get(first)?.failure).toBeUndefined();
  // The other environments were not delayed.
  expect(pathsOf('/services').length).toBeGreaterThanOrEqual(2 * pins.length);
});

it('waits for the `Retry-After` of a 429, and then continues', async () => {
  let limited = 0;
  const { fetcher, requested } = fetching({
    answer: () => {
      limited += 1;
      return limited === 1 ? json({}, { status: 429, headers: { 'Retry-After': '90' } }) : undefined;
    },
  });
  fetcher.request(wanting());
  await pass(80_000);
  expect(requested).toHaveLength(1);
  await pass(MINUTE_MS);
  expect(fetcher.getSnapshot().answers.size).toBe(pins.length);
});

it('requests a cached answer again until it is younger than the deployment, also on the first visit', async () => {
  // A gateway renews its copy each minute; it is 50 s old at first.
  const renewedAt = (now: number) => NOW - 50_000 + Math.floor((now - NOW + 50_000) / MINUTE_MS) * MINUTE_MS;
  const { fetcher, pathsOf } = fetching({
    answer: (path) => {
      if (!path.endsWith('/services')) return undefined;
      const ageMs = Date.now() - renewedAt(Date.now());
      const headers = { Age: `${ageMs / 1_000}`, Date: new Date(renewedAt(Date.now())).toUTCString() };
      return json({ results: [] }, { headers });
    },
  });
  fetcher.request(wanting({}, [first]));
  await pass(MINUTE_MS / 2);
  expect(pathsOf('/services')).toHaveLength(1);
  await pass(MINUTE_MS);
  expect(pathsOf('/services')).toHaveLength(2);
  await pass(5 * MINUTE_MS);
  expect(pathsOf('/services')).toHaveLength(2);

  fetcher.request(wanting({ deployment: 'b' }, [first]));
  await pass(MINUTE_MS / 2);
  expect(pathsOf('/services')).toHaveLength(3);
  await pass(6 * MINUTE_MS);
  expect(pathsOf('/services')).toHaveLength(4);
});

it('reads the deployed tag of an edited image from the history when this browser has not observed it', async () => {
  const service = { id: 'api', name: 'api', service_type: 'CONTAINER', image_name: 'api', tag: '2.5.0', registry: {} };
  const past = (status: string, tag: string) => ({
    identifier: { execution_id: tag },
    trigger_action: 'DEPLOY',
    stages: [{ services: [{ identifier: { service_id: 'api' }, status, details: { image_name: 'api', tag } }] }],
  });
  const { fetcher, pathsOf } = fetching({
    answer: (path) => {
      if (path.endsWith('/services')) return json({ results: [service] });
      if (path.endsWith('/statuses'))
        return json({ containers: [{ id: 'api', state: 'DEPLOYED', service_deployment_status: 'OUT_OF_DATE' }] });
      return json({
        results: [past('DEPLOYMENT_ERROR', '2.4.2'), past('DEPLOYED', '2.4.1'), past('DEPLOYED', '2.4.0')],
      });
    },
  });
  fetcher.request(wanting({ configuration: 'OUT_OF_DATE' }, [first]));
  await pass(MINUTE_MS);
  expect(pathsOf('/deploymentHistoryV2')).toHaveLength(1);
  expect(fetcher.getSnapshot().answers.get(first)?.deployed).toEqual(
    new Map([['api', { kind: 'release', text: '2.4.1' }]]),
  );
});

it('requests the commits of a service once, and again only when the list lacks a commit', async () => {
  const list = { results: [{ git_commit_id: 'A'.repeat(40), message: 'Fix it\n\nWhy', author_name: 'Kim' }] };
  const { fetcher, pathsOf } = fetching({ answer: (path) => (path.endsWith('/commit') ? json(list) : undefined) });
  const want = (id: string) => fetcher.requestCommits([{ serviceId: 's', kind: 'JOB', commitIds: [id] }]);
  want('a'.repeat(40));
  await pass(20 * MINUTE_MS);
  expect(pathsOf('/job/s/commit')).toHaveLength(1);
  expect(fetcher.getSnapshot().commits.get('s')?.commits).toEqual([
    { id: 'a'.repeat(40), message: 'Fix it', author: 'Kim', createdAt: undefined },
  ]);
  want('b'.repeat(40));
  await pass(MINUTE_MS);
  expect(pathsOf('/job/s/commit')).toHaveLength(2);
  fetcher.requestCommits([{ serviceId: 'c', kind: 'CONTAINER', commitIds: ['x'] }]);
  await pass(MINUTE_MS);
  expect(pathsOf('/commit')).toHaveLength(2);
});

it('never sends more in an hour than polling leaves, together with the histories', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `environment-${index}`);
  const { fetcher, histories, requested, pathsOf } = fetching({ planned: 900 });
  fetcher.request(wanting({}, many));
  histories.request(many.map((id) => ({ id, deploymentId: 'a', isFinished: true })));
  for (let minute = 0; minute < 180; minute += 1) await pass(MINUTE_MS);
  const times = requested.map(({ at }) => at);
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + HOUR_MS).length));
  expect(pathsOf('/services').length).toBeGreaterThan(20);
  expect(pathsOf('/deploymentHistoryV2').length).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(101);
});

it.each([
  ['nothing is left of the budget', { planned: 1_000 }],
  ['no request may be sent', { canRequest: () => false }],
])('sends no request when %s', async (_, setting) => {
  const { fetcher, requested } = fetching(setting);
  fetcher.request(wanting());
  await pass(HOUR_MS);
  expect(requested).toEqual([]);
});

it('requests the services of an environment once when two tabs show the versions', async () => {
  const [mine, theirs] = [fetching(), fetching()];
  mine.fetcher.request(wanting());
  theirs.fetcher.request(wanting());
  await pass(MINUTE_MS);
  const paths = [...mine.pathsOf('/services'), ...theirs.pathsOf('/services')];
  expect(new Set(paths).size).toBe(pins.length);
  expect(paths).toHaveLength(pins.length);
  expect(theirs.fetcher.getSnapshot().answers.get(first)?.services).toBeDefined();
});
