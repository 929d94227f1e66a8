import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { historyQuery } from '#data/history/history-queries.ts';
import { isRunning } from '#domain/environment/deployment.ts';
import { waitReasonOf } from '#domain/polling/spare-wait.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const pins = demoPins();
const [first = '', second = ''] = pins;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  stop = undefined;
  vi.useRealTimers();
});

type Setting = {
  onScreen?: () => Promise<ReadonlySet<string>>;
  perHour?: number;
  planned?: number;
  canRequest?: () => boolean;
  faultOf?: (id: string) => string | undefined;
  reserveRequest?: () => void;
};

/** Starts a history fetcher over the simulated Qovery. Records the ids and times of its requests. */
function keeping({
  perHour = 1_000,
  planned = 100,
  canRequest = () => true,
  onScreen,
  faultOf = () => undefined,
  reserveRequest = () => undefined,
}: Setting = {}) {
  const requested: { readonly id: string; readonly at: number }[] = [];
  const simulated = createSimulatedQovery();
  const send: typeof fetch = (input, init) => {
    const id = /environment\/([^/]+)\/deploymentHistoryV2\?pageSize=20$/.exec(String(input))?.[1] ?? String(input);
    requested.push({ id, at: Date.now() - NOW });
    const fault = faultOf(id);
    return simulated(fault === undefined ? input : `${input}&demo=${fault}`, init);
  };
  const client = new QueryClient();
  const api = createApiClient({ source: 'test', baseUrl: '/api', send, reserveRequest });
  const keeper = new HistoryFetcher({
    client,
    api,
    perHour: () => perHour,
    plannedPerHour: () => planned,
    canRequest,
    ...(onScreen && { onScreen }),
  });
  stop = keeper.start();
  return { keeper, client, api, requested, askedIds: () => requested.map(({ id }) => id) };
}

const wanting = (ids: readonly string[], deploymentId?: string, isFinished = true) =>
  ids.map((id) => ({ id, deploymentId, isFinished }));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('requests each history once, in the given order, twelve within five seconds', async () => {
  const { keeper, requested, askedIds } = keeping();
  keeper.request(wanting(pins));
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual(pins);
  expect(requested.at(-1)?.at).toBeLessThan(5 * SECOND_MS);
  expect(keeper.getSnapshot().size).toBe(pins.length);
  keeper.request(wanting(pins));
  await pass(HOUR_MS);
  expect(requested).toHaveLength(pins.length);
});

test('requests the histories on screen first, also after a scroll', async () => {
  const [top, bottom] = [pins.slice(0, 6), pins.slice(6)];
  let seen = new Set(bottom);
  const { keeper, askedIds } = keeping({ onScreen: async () => seen });
  keeper.request(wanting(pins));
  await pass(600);
  expect(askedIds()).toEqual(bottom.slice(0, 3));
  seen = new Set(top);
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual([...bottom.slice(0, 3), ...top, ...bottom.slice(3)]);
});

test('requests an outdated history on screen before a missing one', async () => {
  const { keeper, askedIds } = keeping({ onScreen: async () => new Set([first, second]) });
  keeper.receive(second, [
    {
      id: 'old',
      startedAt: NOW - HOUR_MS,
      durationSeconds: 60,
      state: 'DEPLOYED',
      action: 'DEPLOY',
      origin: 'GIT',
      triggeredBy: 'Ada',
    },
  ]);
  keeper.request(wanting([first, second], 'new'));
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual([second, first]);
});

test('reads the screen only when it sends a request, because that makes the browser compute the layout', async () => {
  const onScreen = vi.fn(async () => new Set(pins));
  const { keeper, requested } = keeping({ onScreen });
  keeper.request(wanting(pins));
  await pass(MINUTE_MS);
  expect(onScreen).toHaveBeenCalledTimes(requested.length);
  for (let poll = 0; poll < 20; poll += 1) keeper.request(wanting(pins));
  await pass(MINUTE_MS);
  expect(onScreen).toHaveBeenCalledTimes(pins.length);
});

test('requests a history again once after each deployment that ends, and not when one starts or progresses', async () => {
  const { keeper, askedIds } = keeping();
  const say = async (deploymentId: string, isFinished: boolean) => {
    keeper.request([{ id: first, deploymentId, isFinished }]);
    await pass(10 * SECOND_MS);
  };
  await say('1', true);
  expect(askedIds()).toHaveLength(1);
  for (let look = 0; look < 5; look += 1) await say('2', false);
  expect(askedIds()).toHaveLength(1);
  for (let look = 0; look < 5; look += 1) await say('2', true);
  expect(askedIds()).toHaveLength(2);
  await say('3', false);
  await say('4', false);
  expect(askedIds()).toHaveLength(3);
});

test('retains a history that is no longer requested, and does not fetch it again later', async () => {
  const { keeper, askedIds } = keeping();
  keeper.request(wanting([first], '1'));
  await pass(MINUTE_MS);
  const history = keeper.getSnapshot().get(first);
  keeper.request(wanting([second], '1'));
  await pass(MINUTE_MS);
  keeper.request(wanting([first], '1'));
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual([first, second]);
  expect(keeper.getSnapshot().get(first)).toBe(history);
});

test('never sends more requests in an hour than polling leaves', async () => {
  const everyone = Array.from({ length: 300 }, (_, index) => `environment-${index}`);
  const { keeper, requested } = keeping({ planned: 900 });
  keeper.request(wanting(everyone));
  for (let minute = 0; minute < 180; minute += 1) await pass(MINUTE_MS);
  const times = requested.map(({ at }) => at);
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + HOUR_MS).length));
  expect(most).toBeLessThanOrEqual(101);
  expect(times.length).toBeGreaterThan(150);
});

test.each([
  ['nothing is left of the budget', { planned: 1_000 }],
  ['nothing can be kept up', { perHour: 0 }],
  ['nothing may be requested', { canRequest: () => false }],
])('sends no request while %s', async (_, setting) => {
  const { keeper, requested } = keeping(setting);
  keeper.request(wanting(pins));
  await pass(HOUR_MS);
  expect(requested).toEqual([]);
});

test('sends requests to a gateway, which has no budget of this browser', async () => {
  const { keeper, askedIds } = keeping({ perHour: Number.POSITIVE_INFINITY });
  keeper.request(wanting(pins));
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual(pins);
});

test('continues as soon as requests are allowed', async () => {
  let canRequest = false;
  const { keeper, askedIds } = keeping({ canRequest: () => canRequest });
  keeper.request(wanting([first]));
  await pass(MINUTE_MS);
  canRequest = true;
  await pass(10 * SECOND_MS);
  expect(askedIds()).toEqual([first]);
});

test('retries a refused history after ten minutes, without a delay for the others', async () => {
  const { keeper, askedIds } = keeping({ faultOf: (id) => (id === first ? '403' : undefined) });
  keeper.request(wanting([first, second]));
  await pass(5 * SECOND_MS);
  expect(askedIds()).toEqual([first, second]);
  await pass(9 * MINUTE_MS);
  expect(askedIds()).toHaveLength(2);
  await pass(2 * MINUTE_MS);
  expect(askedIds()).toEqual([first, second, first]);
  expect(keeper.getSnapshot().has(first)).toBe(false);
});

test('waits for the `Retry-After` of a 429, and then requests the same history', async () => {
  let fault: string | undefined = '429';
  const { keeper, askedIds } = keeping({ faultOf: () => fault });
  keeper.request(wanting([first, second]));
  await pass(29 * SECOND_MS);
  expect(askedIds()).toEqual([first]);
  fault = undefined;
  await pass(10 * SECOND_MS);
  expect(askedIds()).toEqual([first, first, second]);
});

test('backs off for all histories while Qovery fails', async () => {
  const { keeper, askedIds } = keeping({ faultOf: () => '503' });
  keeper.request(wanting(pins));
  await pass(9 * SECOND_MS);
  expect(askedIds()).toHaveLength(1);
  await pass(2 * MINUTE_MS);
  expect(askedIds().length).toBeLessThan(6);
});

test('uses a history that the details have fetched, without another request', async () => {
  const { keeper, client, api, askedIds } = keeping({ canRequest: () => askedIds().length > 0 });
  const reported = vi.fn();
  keeper.subscribe(reported);
  const history = await client.fetchQuery(historyQuery(api, first));
  expect(reported).toHaveBeenCalledTimes(1);
  expect(keeper.getSnapshot().get(first)).toBe(history);
  keeper.request([{ id: first, deploymentId: history.at(-1)?.id, isFinished: !history.some(isRunning) }]);
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual([first]);
});

test('returns the same object until a history or its status changes', async () => {
  const { keeper, client, api } = keeping();
  keeper.request(wanting([first]));
  await pass(SECOND_MS);
  const history = keeper.getSnapshot().get(first);
  const reported = vi.fn();
  keeper.subscribe(reported);
  vi.setSystemTime(NOW);
  await client.fetchQuery({ ...historyQuery(api, first), staleTime: 0 });
  expect(keeper.getSnapshot().get(first)).toBe(history);
  expect(reported).not.toHaveBeenCalled();

  const status = { id: first, state: 'BUILDING', lastDeploymentState: 'BUILDING', lastDeploymentId: 'new' };
  const merged = keeper.historyOf(first, status);
  expect(merged).toEqual([...(history ?? []), expect.objectContaining({ id: 'new', state: 'BUILDING' })]);
  expect(keeper.historyOf(first, status)).toBe(merged);
  expect(keeper.historyOf(second, status)).toBeUndefined();
});

test('sends no request after it is stopped', async () => {
  const { keeper, requested } = keeping();
  stop?.();
  keeper.request(wanting(pins));
  await pass(MINUTE_MS);
  expect(requested).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('reports no wait at the time of the last tick while requests are free', async () => {
  const { keeper } = keeping();
  keeper.request(wanting(pins.slice(0, 2)));
  await pass(5 * SECOND_MS);
  const tick = Date.now() - 900;
  expect(waitReasonOf(keeper.waitAt(tick), tick)).toMatchObject({ kind: 'none' });
});

test('reports a spent budget, and no failed request, when the ledger of this browser refuses one', async () => {
  const { keeper, requested } = keeping({
    reserveRequest: () => {
      throw new ApiError({ kind: 'budgetSpent', retryAfterMs: 2 * MINUTE_MS });
    },
  });
  keeper.request(wanting([first]));
  await pass(SECOND_MS);
  expect(requested).toEqual([]);
  const { kind, until } = waitReasonOf(keeper.waitAt(Date.now()), Date.now());
  expect(kind).toBe('budget');
  expect(until).toBeGreaterThan(NOW + 2 * MINUTE_MS - 1);
  expect(until).toBeLessThan(NOW + 3 * MINUTE_MS);
});

test('requests histories that are not on screen ten seconds after another page opens, also when the clock is set back', async () => {
  const { keeper, askedIds } = keeping();
  keeper.request(wanting([first]).map((one) => ({ ...one, isOffScreen: true })));
  await pass(5 * SECOND_MS);
  expect(askedIds()).toEqual([]);
  vi.setSystemTime(NOW - HOUR_MS);
  await pass(MINUTE_MS);
  expect(askedIds()).toEqual([first]);
});
