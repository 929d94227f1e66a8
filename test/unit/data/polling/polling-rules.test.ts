import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { failureOf } from '#domain/polling/source-health.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { cutOffline } from '#test/support/cut-off.ts';
import { anId } from '#test/support/ids.ts';
import { sourcesOf } from '#test/support/polling-hours.ts';

const MINUTE_MS = 60_000;
let browser = smallBrowser();
let opened: (() => void)[] = [];

beforeEach(() => {
  browser = smallBrowser();
  for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: Date.UTC(2026, 9, 24, 20) });
});
afterEach(() => {
  for (const close of opened) close();
  opened = [];
  changeSettings(DEFAULT_SETTINGS);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

type Answer = number | string | Response;

/** Returns a Qovery in which the test sets the answer of each project: a state, an HTTP status, or a whole response. */
function qovery() {
  const requested: { readonly at: number; readonly project: number }[] = [];
  const answers = new Map<number, () => Answer>();
  const send: typeof fetch = async (input) => {
    const id = String(input).split('/')[2] ?? '';
    const project = Number.parseInt(id.slice(-12), 16);
    requested.push({ at: Date.now(), project });
    const answer = (answers.get(project) ?? answers.get(-1))?.() ?? 'DEPLOYED';
    if (answer instanceof Response) return answer;
    if (typeof answer === 'number') return new Response(null, { status: answer });
    return Response.json({ results: [{ id, state: answer, deployment_status: 'UP_TO_DATE' }] });
  };
  return {
    send,
    /** Sets the answer of a project. -1 means all projects without an answer of their own. */
    answer: (project: number, answer: () => Answer) => void answers.set(project, answer),
    /** Returns the times at which a project was requested, in milliseconds since `from`. */
    times: (project: number, from = 0) =>
      requested.filter((one) => one.project === project && one.at >= from).map(({ at }) => at),
    since: (from: number) => requested.filter(({ at }) => at >= from),
  };
}

/** Answers take a third of a second, so that several requests are in flight at once. */
const slowed =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return send(input, init);
  };

function expectWithin(value: number | undefined, least: number, most: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

const gapsOf = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? time));

function openTab(send: typeof fetch, projects = 4, perHour = () => 1_000) {
  const ledger = createRequestLedger('rules');
  const api = createApiClient({ source: 'rules', baseUrl: '', send, reserveRequest: ledger.spend });
  const client = new QueryClient();
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({ client, api, readings, tabs: openTabCoordinator('rules'), perHour });
  const close = poller.start();
  opened.push(close);
  poller.setSources(sourcesOf(projects));
  return { poller, readings, close, ledger };
}

const hide = (hidden: boolean) => {
  browser.document.hidden = hidden;
  browser.document.dispatchEvent(new Event('visibilitychange'));
};
const goOnline = (onLine: boolean) => {
  browser.navigator.onLine = onLine;
  browser.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
};

describe('intervals', () => {
  test('are 10 s for a source in progress and 30 s for an idle one, each with jitter', async () => {
    const { send, answer, times } = qovery();
    answer(0, () => 'DEPLOYING');
    const { poller, close } = openTab(send);
    await pass(10 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(0)).slice(1)) expectWithin(gap, 10_000, 11_000);
    for (const gap of gapsOf(times(1))) expectWithin(gap, 30_000, 33_000);
    expect(poller.getSnapshot()).toMatchObject({ count: 4, moving: 1, phase: 'live', plan: { slowedDown: false } });
    expect(poller.plannedPerHour()).toBe(360 + 3 * 120);
  });

  test('change as soon as a source becomes idle or in progress', async () => {
    const { send, answer, times } = qovery();
    let state = 'DEPLOYING';
    answer(0, () => state);
    const { poller, close } = openTab(send);
    await pass(MINUTE_MS);
    state = 'DEPLOYED';
    await pass(MINUTE_MS);
    const calmAt = Date.now();
    await pass(5 * MINUTE_MS);
    expect(poller.getSnapshot().moving).toBe(0);
    for (const gap of gapsOf(times(0, calmAt))) expect(gap).toBeGreaterThanOrEqual(30_000);
    state = 'BUILDING';
    await pass(MINUTE_MS);
    const movingAt = Date.now();
    await pass(MINUTE_MS);
    close();
    expect(gapsOf(times(0, movingAt)).every((gap) => gap <= 11_000)).toBe(true);
  });

  test('follow the user’s choice at once', async () => {
    const { send, times } = qovery();
    const { close } = openTab(send);
    await pass(MINUTE_MS);
    const from = Date.now();
    changeSettings({ intervalMs: 120_000 });
    await pass(20 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(0, from))) expectWithin(gap, 120_000, 132_000);
  });

  test('announce the time of the next request, which is sent then', async () => {
    const { send, since } = qovery();
    const { poller, close } = openTab(send);
    await pass(1_000);
    const { nextAt = 0 } = poller.getSnapshot();
    expectWithin(nextAt - Date.now(), 29_000, 33_000);
    await pass(nextAt - Date.now() - 1);
    expect(since(Date.now() - 25_000)).toEqual([]);
    await pass(1);
    expect(since(nextAt)).not.toEqual([]);
    close();
  });

  test('allow one request in flight for each source, also when answers are slow', async () => {
    const { send } = qovery();
    let underWay = 0;
    let most = 0;
    const slow: typeof fetch = async (input, init) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      underWay -= 1;
      return send(input, init);
    };
    const { close } = openTab(slow, 1);
    await pass(5 * MINUTE_MS);
    close();
    expect(most).toBe(1);
  });

  test('ignore the old time after the clock was set back', async () => {
    const { send, since } = qovery();
    const { close } = openTab(send);
    await pass(MINUTE_MS);
    vi.setSystemTime(Date.now() - 86_400_000);
    const from = Date.now();
    await pass(70_000);
    close();
    expect(new Set(since(from).map(({ project }) => project)).size).toBe(4);
  });

  test.each([
    ['wakes after eight hours', 8 * 60 * MINUTE_MS],
    ['is set back by an hour', -60 * MINUTE_MS],
  ])('send one request for each source within five seconds when the machine %s, then continue', async (_, jumpMs) => {
    changeSettings({ intervalMs: 600_000 });
    const { send, since } = qovery();
    const { close } = openTab(send);
    await pass(62_000);
    expect(since(0)).toHaveLength(4);
    vi.setSystemTime(Date.now() + jumpMs);
    await pass(5_000);
    expect(since(0)).toHaveLength(8);
    await pass(8 * MINUTE_MS);
    close();
    expect(since(0)).toHaveLength(8);
  });

  test('are planned again at least every minute, as the budget grows', async () => {
    const { send, since } = qovery();
    let perHour = 1;
    const { poller, close } = openTab(send, 4, () => perHour);
    await pass(MINUTE_MS);
    expect(poller.getSnapshot().plan.slowedDown).toBe(true);
    perHour = 1_000;
    const from = Date.now();
    await pass(MINUTE_MS);
    close();
    expect(poller.getSnapshot().plan.slowedDown).toBe(false);
    expect(since(from).length).toBeGreaterThanOrEqual(4);
  });
});

describe('failures', () => {
  test('make one source back off, up to five minutes, until its next answer', async () => {
    const { send, answer, times } = qovery();
    let isBroken = true;
    answer(0, () => (isBroken ? 503 : 'DEPLOYED'));
    const { poller, close } = openTab(send);
    const begun = Date.now();
    await pass(40 * MINUTE_MS);
    const waits = gapsOf(times(0));
    [10, 20, 40, 80, 160, 300, 300].forEach((seconds, index) => {
      expectWithin(waits[index], seconds * 1_000, seconds * 1_100);
    });
    for (const gap of gapsOf(times(1))) expect(gap).toBeLessThanOrEqual(33_000);
    const [record] = [...poller.getSnapshot().health.values()];
    expect(record).toMatchObject({
      failure: { kind: 'server', status: 503 },
      failingSince: begun,
      observedAt: undefined,
    });

    isBroken = false;
    await pass(6 * MINUTE_MS);
    const [well] = [...poller.getSnapshot().health.values()];
    expect(well).toMatchObject({ failure: undefined, failingSince: undefined, failures: 0 });
    const from = Date.now();
    await pass(5 * MINUTE_MS);
    close();
    expect(times(0, from).length).toBeGreaterThanOrEqual(9);
  });

  test('without a bearing on the token bring no other poll forward', async () => {
    const { send, answer, times } = qovery();
    answer(0, () => 503);
    answer(1, () => 404);
    const { close } = openTab(send);
    await pass(20 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(2))) expectWithin(gap, 30_000, 45_000);
  });

  test('by a denial make one source wait ten minutes, and the others continue', async () => {
    const { send, answer, times } = qovery();
    answer(0, () => 404);
    const { close } = openTab(send);
    await pass(65 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(0))) expectWithin(gap, 600_000, 660_000);
    expectWithin(times(0).length, 6, 7);
    expect(times(1).length).toBeGreaterThan(100);
  });

  test('with a 429 block every source until the `Retry-After`, and a later 429 extends it', async () => {
    const { send, answer, since } = qovery();
    let wait: string | undefined = '200';
    answer(-1, () =>
      wait === undefined ? 'DEPLOYED' : new Response('', { status: 429, headers: { 'Retry-After': wait } }),
    );
    const { close } = openTab(send, 8);
    await pass(1_000);
    const from = Date.now();
    await pass(195_000);
    expect(since(from)).toEqual([]);
    wait = undefined;
    await pass(80_000);
    close();
    expect(new Set(since(from).map(({ project }) => project)).size).toBe(8);
  });

  test('of a spent hour block every source until the ledger has room, without a request', async () => {
    const { send, since } = qovery();
    const spender = createRequestLedger('rules');
    spender.syncRemaining(0);
    const spentAt = Date.now();
    const { poller, close } = openTab(send);
    await pass(59 * MINUTE_MS);
    expect(since(spentAt)).toEqual([]);
    expect([...poller.getSnapshot().health.values()][0]?.failure?.kind).toBe('budgetSpent');
    expect([...poller.getSnapshot().health.values()].every(({ failures }) => failures === 0)).toBe(true);
    await pass(12 * MINUTE_MS);
    close();
    expect(new Set(since(spentAt).map(({ project }) => project)).size).toBe(4);
  });

  test('of a spent hour do not cost a source its turn', async () => {
    const { send, since } = qovery();
    const spender = createRequestLedger('rules');
    spender.syncRemaining(10);
    const { close } = openTab(send, 40);
    await pass(20_000);
    expect(since(0).map(({ project }) => project)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const from = Date.now();
    await pass(62 * MINUTE_MS);
    close();
    const next = since(from).map(({ project }) => project);
    expect(new Set(next.slice(0, 33))).toEqual(new Set(Array.from({ length: 33 }, (_, index) => index + 7)));
  });

  test('do not change that the oldest reading comes first after a reload', async () => {
    const { send, since } = qovery();
    const first = openTab(send, 4);
    await pass(1_000);
    first.close();
    first.ledger.syncRemaining(8);
    const from = Date.now();
    const second = openTab(send, 12);
    await pass(20_000);
    second.close();
    expect(since(from).map(({ project }) => project)).toEqual([4, 5, 6, 7, 8]);
  });

  test('with a `Retry-After` of days block for an hour at most', async () => {
    const { send, answer, since } = qovery();
    let isOver = false;
    answer(-1, () => (isOver ? 'DEPLOYED' : new Response('', { status: 429, headers: { 'Retry-After': '900000' } })));
    const { close } = openTab(send);
    await pass(1_000);
    isOver = true;
    const from = Date.now();
    await pass(58 * MINUTE_MS);
    expect(since(from)).toEqual([]);
    vi.setSystemTime(Date.now() - 30 * 86_400_000);
    const back = Date.now();
    await pass(62 * MINUTE_MS);
    close();
    expect(since(back).length).toBeGreaterThan(0);
  });
});

describe('the answer of a project', () => {
  const json = (body: unknown, headers: HeadersInit = {}) => Response.json(body, { headers });
  const full = (id: string) => ({ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' });

  test('is replaced by its overview from then on when it lacks details', async () => {
    const paths: string[] = [];
    const send: typeof fetch = async (input) => {
      const path = String(input);
      paths.push(path);
      const id = path.split('/')[2] ?? '';
      return path.endsWith('/overview')
        ? json({ results: [{ id, deployment_status: full(id) }] })
        : json({ results: [{ id, state: 'DEPLOYED' }] });
    };
    const { poller, readings, close } = openTab(send, 1);
    await pass(2 * MINUTE_MS);
    close();
    expect(paths.filter((path) => path.endsWith('/environment/status'))).toHaveLength(1);
    expect(paths.filter((path) => path.endsWith('/environment/overview')).length).toBeGreaterThan(3);
    expect(Object.values(readings.statuses())[0]?.configuration).toBe('UP_TO_DATE');
    expect(poller.getSnapshot().sources[0]?.kind).toBe('project');
  });

  test('is replaced by those of its environments when its overview lacks details too', async () => {
    const paths: string[] = [];
    const send: typeof fetch = async (input) => {
      const path = String(input);
      paths.push(path);
      const id = path.split('/')[2] ?? '';
      if (path.startsWith('/environment')) return json(full(id));
      const partial = { id, state: 'DEPLOYED' };
      return json({ results: [path.endsWith('/overview') ? { id, deployment_status: partial } : partial] });
    };
    const { poller, readings, close } = openTab(send, 2);
    await pass(2 * MINUTE_MS);
    close();
    expect(paths.filter((path) => path.startsWith('/project'))).toHaveLength(4);
    expect(paths.filter((path) => path.startsWith('/environment')).length).toBeGreaterThan(4);
    expect(poller.getSnapshot().sources.map(({ kind }) => kind)).toEqual(['environment', 'environment']);
    expect(Object.values(readings.statuses()).every(({ configuration }) => configuration === 'UP_TO_DATE')).toBe(true);
  });

  test('has the time at which the gateway fetched it', async () => {
    const now = Date.now();
    const send: typeof fetch = async (input) =>
      json(
        { results: [full(String(input).split('/')[2] ?? '')] },
        { Date: new Date(now).toUTCString(), 'X-Fetched-At': String(now / 1_000 - 9) },
      );
    const { readings, close } = openTab(send, 1);
    await pass(1_000);
    close();
    const [id = ''] = sourcesOf(1)[0]?.environmentIds ?? [];
    expect(readings.observationOf(id)).toMatchObject({ observedAt: now - 9_000, requestedAt: now - 9_000 });
  });
});

describe('a refused token', () => {
  test('is tested with two other sources at once: their answers prove that only one source is denied', async () => {
    const { send, answer, since, times } = qovery();
    let isRefused = false;
    answer(0, () => (isRefused ? 401 : 'DEPLOYED'));
    const { poller, close } = openTab(send, 6);
    await pass(MINUTE_MS);
    isRefused = true;
    const before = times(0).length;
    while (times(0).length === before) await pass(100);
    const refusedAt = Date.now();
    await pass(500);
    expect(since(refusedAt - 100).filter(({ project }) => project !== 0).length).toBeGreaterThanOrEqual(2);
    await pass(MINUTE_MS);
    const { health, phase } = poller.getSnapshot();
    const record = health.get(sourcesOf(1)[0]?.key ?? '');
    expect(phase).toBe('live');
    expect(record && failureOf(record, health)).toEqual({ kind: 'denied' });
    const from = Date.now();
    await pass(8 * MINUTE_MS);
    close();
    expect(times(0, from)).toEqual([]);
  });

  test.each([1, 2, 4, 100])(
    'ends polling after few requests of %i sources, then one source is tried at a time',
    async (projects) => {
      const { send, answer, since } = qovery();
      answer(-1, () => 401);
      const { poller, close } = openTab(slowed(send), projects);
      await pass(30_000);
      expect(poller.getSnapshot().phase).toBe('ended');
      // Six requests at a time, and one after each of the first two refusals. The third refusal stops the rest.
      expect(since(0).length).toBeLessThanOrEqual(Math.min(projects, 8));
      const from = Date.now();
      await pass(60 * MINUTE_MS);
      close();
      const gaps = gapsOf(since(from).map(({ at }) => at));
      expectWithin(gaps[0], 2 * MINUTE_MS, 2 * MINUTE_MS + 1_000);
      for (const gap of gaps.slice(1)) expectWithin(gap, 5 * MINUTE_MS, 5 * MINUTE_MS + 1_000);
      expect(poller.getSnapshot().phase).toBe('ended');
    },
  );

  test('is tested with two other sources, whose refusals cause no further tests', async () => {
    const { send, answer, since } = qovery();
    let isRefused = false;
    answer(-1, () => (isRefused ? 401 : 'DEPLOYED'));
    changeSettings({ intervalMs: 600_000 });
    const { poller, close } = openTab(send, 20);
    await pass(MINUTE_MS);
    isRefused = true;
    const from = Date.now();
    while (poller.getSnapshot().phase !== 'ended') await pass(100);
    close();
    expect(since(from)).toHaveLength(3);
  });

  test('is not assumed when the last three requested environments are denied', async () => {
    const { send, answer } = qovery();
    for (const project of [7, 8, 9]) answer(project, () => 401);
    const { poller, close } = openTab(slowed(send), 10);
    const phases = new Set<string>();
    poller.subscribe(() => phases.add(poller.getSnapshot().phase));
    await pass(30 * MINUTE_MS);
    close();
    expect([...phases]).toEqual(['live']);
    const { health } = poller.getSnapshot();
    const kinds = [...health.values()].map((record) => failureOf(record, health)?.kind);
    expect(kinds.filter((kind) => kind === 'denied')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === undefined)).toHaveLength(7);
  });

  test('is not assumed when known denials repeat', async () => {
    const { send, answer, since } = qovery();
    for (const project of [0, 1, 2]) answer(project, () => 401);
    changeSettings({ intervalMs: 600_000 });
    const { poller, close } = openTab(send, 4);
    const phases = new Set<string>();
    poller.subscribe(() => phases.add(poller.getSnapshot().phase));
    await pass(24 * 60 * MINUTE_MS);
    const from = Date.now();
    await pass(12 * MINUTE_MS);
    close();
    expect([...phases]).toEqual(['live']);
    expect(new Set(since(from).map(({ project }) => project)).size).toBe(4);
  });

  test('ends polling, and a refresh with a valid token continues it', async () => {
    const { send, answer, since } = qovery();
    let isRefused = false;
    answer(-1, () => (isRefused ? 401 : 'DEPLOYED'));
    const { poller, readings, close } = openTab(send, 6);
    await pass(1_000);
    isRefused = true;
    await pass(MINUTE_MS);
    expect(poller.getSnapshot().phase).toBe('ended');
    expect(since(Date.now() - MINUTE_MS).length).toBeLessThanOrEqual(9);
    await pass(60 * MINUTE_MS);
    expect(Object.keys(readings.statuses())).toHaveLength(6);

    isRefused = false;
    const from = Date.now();
    poller.refresh();
    await pass(1_000);
    expect(poller.getSnapshot().phase).toBe('live');
    expect(since(from).length).toBeGreaterThanOrEqual(6);
    close();
  });

  test('that is accepted again after a minute continues polling by itself, in the leader and in a follower', async () => {
    const { send, answer } = qovery();
    let isRefused = false;
    answer(-1, () => (isRefused ? 401 : 'DEPLOYED'));
    const first = openTab(send, 6);
    const second = openTab(send, 6);
    await pass(1_000);
    isRefused = true;
    await pass(MINUTE_MS);
    for (const { poller } of [first, second]) expect(poller.getSnapshot().phase).toBe('ended');
    expect(first.poller.getSnapshot().nextAt).toBeGreaterThan(Date.now());
    isRefused = false;
    await pass(3 * MINUTE_MS);
    for (const { poller } of [first, second]) {
      const { phase, health } = poller.getSnapshot();
      expect(phase).toBe('live');
      expect([...health.values()].every(({ failure }) => failure === undefined)).toBe(true);
    }
    first.close();
    second.close();
  });
});

describe('visibility and network', () => {
  test('a hidden page sends no request, and sends the due ones at once when it is visible again', async () => {
    const { send, since } = qovery();
    const { poller, close } = openTab(send);
    await pass(MINUTE_MS);
    hide(true);
    expect(poller.getSnapshot().phase).toBe('hidden');
    const from = Date.now();
    await pass(10 * MINUTE_MS);
    expect(since(from)).toEqual([]);
    hide(false);
    await pass(100);
    expect(since(from)).toHaveLength(4);
    close();
  });

  test.each(['the wall', 'the setting'])('%s polls while hidden', async (who) => {
    const { send, since } = qovery();
    const { poller, close } = openTab(send);
    if (who === 'the wall') poller.setWall(true);
    else changeSettings({ pollsWhenHidden: true });
    hide(true);
    const from = Date.now();
    await pass(5 * MINUTE_MS);
    close();
    expect(since(from).length).toBeGreaterThan(30);
  });

  test('an offline page tries one source at intervals, and sends the due requests at once when it is online', async () => {
    const { send, since } = qovery();
    const tries = vi.fn(cutOffline(send));
    const { poller, close } = openTab(tries);
    await pass(MINUTE_MS);
    goOnline(false);
    expect(poller.getSnapshot().phase).toBe('offline');
    const from = Date.now();
    tries.mockClear();
    await pass(10 * MINUTE_MS);
    expect(since(from)).toEqual([]);
    expect(tries).toHaveBeenCalledTimes(3);
    expect(poller.getSnapshot().phase).toBe('offline');
    goOnline(true);
    await pass(100);
    expect(since(from)).toHaveLength(4);
    close();
  });

  test('a board polls while its server answers, also when the browser reports to be offline', async () => {
    const { send, since } = qovery();
    const { poller, close } = openTab(send);
    await pass(MINUTE_MS);
    goOnline(false);
    await pass(61_000);
    expect(poller.getSnapshot().phase).toBe('live');
    const from = Date.now();
    await pass(5 * MINUTE_MS);
    expect(since(from).length).toBeGreaterThan(30);
    close();
  });

  test('a board that is opened offline tries a source at once, and a refresh tries another', async () => {
    const { send, since } = qovery();
    goOnline(false);
    const tries = vi.fn(cutOffline(send));
    const { poller, close } = openTab(tries);
    await pass(1_000);
    expect(tries).toHaveBeenCalledTimes(1);
    poller.refresh();
    await pass(1_000);
    expect(tries).toHaveBeenCalledTimes(2);
    expect(since(0)).toEqual([]);
    close();
  });

  test('a hidden page persists its readings once, and not again when it closes', async () => {
    const { send } = qovery();
    const { close } = openTab(send);
    await pass(1_000);
    expect(browser.localStorage.getItem('envboard.readings@rules')).toBeNull();
    hide(false);
    expect(browser.localStorage.getItem('envboard.readings@rules'), 'it is seen').toBeNull();
    hide(true);
    expect(browser.localStorage.getItem('envboard.readings@rules')).toContain('DEPLOYED');
    browser.localStorage.setItem('envboard.readings@rules', '');
    browser.dispatchEvent(new Event('pagehide'));
    expect(browser.localStorage.getItem('envboard.readings@rules'), 'nothing is new').toBe('');
    close();
  });

  test('a page persists its readings when it closes', async () => {
    const { send } = qovery();
    const { close } = openTab(send);
    await pass(1_000);
    browser.dispatchEvent(new Event('pagehide'));
    expect(browser.localStorage.getItem('envboard.readings@rules')).toContain('DEPLOYED');
    close();
  });

  test('a refresh ends a pause, and a closed tab neither sends requests nor reads messages', async () => {
    const { send, since } = qovery();
    const { poller, close } = openTab(send);
    await pass(1_000);
    poller.setPaused(true);
    expect(poller.getSnapshot().phase).toBe('paused');
    const from = Date.now();
    await pass(10 * MINUTE_MS);
    expect(since(from)).toEqual([]);
    poller.refresh();
    await pass(100);
    expect(since(from)).toHaveLength(4);
    close();
    const closedAt = Date.now() + 1;
    await pass(10 * MINUTE_MS);
    goOnline(true);
    hide(false);
    await pass(100);
    expect(since(closedAt)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a subscriber is notified until it unsubscribes', async () => {
    const { send } = qovery();
    const { poller, close } = openTab(send);
    const reported = vi.fn();
    const leave = poller.subscribe(reported);
    await pass(1_000);
    expect(reported).toHaveBeenCalled();
    leave();
    reported.mockClear();
    await pass(MINUTE_MS);
    close();
    expect(reported).not.toHaveBeenCalled();
  });
});

describe('several tabs', () => {
  test('share the readings of one leader, and elect another within an interval when it closes', async () => {
    const { send } = qovery();
    const byTab = [0, 0, 0];
    const counted =
      (tab: number): typeof fetch =>
      (input, init) => {
        byTab[tab] = (byTab[tab] ?? 0) + 1;
        return send(input, init);
      };
    const [first, second, third] = [0, 1, 2].map((tab) => openTab(counted(tab), 2 + tab));
    await pass(2 * MINUTE_MS);
    expect(byTab[0]).toBeGreaterThan(10);
    expect(byTab.slice(1)).toEqual([0, 0]);
    expect(Object.keys(third?.readings.statuses() ?? {})).toHaveLength(4);
    expect(first?.poller.getSnapshot().count).toBe(4);
    expect(third?.poller.getSnapshot()).toMatchObject({ count: 4, phase: 'live' });
    expect(first?.poller.getSnapshot().sources).toHaveLength(2);

    first?.close();
    const from = Date.now();
    while (byTab[1] === 0 && byTab[2] === 0) await pass(1_000);
    expect(Date.now() - from).toBeLessThanOrEqual(34_000);
    second?.close();
    third?.close();
  });

  test('send a follower’s refresh through the leader', async () => {
    const { send, since } = qovery();
    const first = openTab(send);
    const second = openTab(send);
    await pass(1_000);
    const from = Date.now();
    second.poller.refresh();
    await pass(100);
    expect(since(from)).toHaveLength(4);
    first.close();
    second.close();
  });

  test('do not poll the sources of a closed tab', async () => {
    const { send, times } = qovery();
    const first = openTab(send, 2);
    const second = openTab(send, 4);
    await pass(MINUTE_MS);
    expect(times(3).length).toBeGreaterThan(1);
    second.close();
    await pass(MINUTE_MS);
    const from = Date.now();
    await pass(5 * MINUTE_MS);
    expect(times(3, from)).toEqual([]);
    expect(times(1, from).length).toBeGreaterThan(5);
    first.close();
  });

  test('show a resumed tab the answers of its pause at once', async () => {
    const { send, answer } = qovery();
    changeSettings({ intervalMs: 600_000 });
    const first = openTab(send);
    const second = openTab(send);
    await pass(1_000);
    second.poller.setPaused(true);
    answer(-1, () => 'BUILD_ERROR');
    first.poller.refresh();
    await pass(5_000);
    expect(second.readings.statusOf(anId(1))?.state).toBe('DEPLOYED');
    second.poller.setPaused(false);
    await pass(1_000);
    expect(Object.values(second.readings.statuses()).map(({ state }) => state)).toEqual(Array(4).fill('BUILD_ERROR'));
    expect(second.poller.getSnapshot().phase).toBe('live');
    first.close();
    second.close();
  });

  test('give a new tab fresh readings within a second', async () => {
    const { send } = qovery();
    const first = openTab(send, 20);
    await pass(5_000);
    const second = openTab(send, 20);
    await pass(1_000);
    expect(sourcesOf(20).every(({ id }) => second.readings.observationOf(id)?.isPersisted === false)).toBe(true);
    first.close();
    second.close();
  });

  test('send no request early when another tab becomes the leader', async () => {
    const { send, since } = qovery();
    const first = openTab(send, 20);
    const second = openTab(send, 40);
    await pass(45_000);
    for (const tab of [first, second, first]) {
      const other = tab === first ? second : first;
      const from = Date.now();
      tab.poller.setPaused(true);
      await pass(2_000);
      expect(other.poller.tabs.isLeader()).toBe(true);
      tab.poller.setPaused(false);
      await pass(2_000);
      expect(since(from).length, 'four seconds of a round of 160').toBeLessThan(8);
    }
    first.close();
    second.close();
  });

  test('request a project at once when its list lacks an environment, and report it missing only after that', async () => {
    const { answer, send, times } = qovery();
    const listed = [anId(0)];
    answer(0, () =>
      Response.json({ results: listed.map((id) => ({ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' })) }),
    );
    const { poller, close } = openTab(send, 1);
    await pass(12_000);
    const [source] = sourcesOf(1);
    if (!source) return;
    const from = Date.now();
    listed.push(anId(77));
    poller.setSources([{ ...source, environmentIds: [anId(0), anId(77)] }]);
    expect(poller.isListedSinceShown(source.id, anId(77)), 'the list is older than the pin').toBe(false);
    await pass(100);
    expect(times(0, from)).toHaveLength(1);
    expect(poller.isListedSinceShown(source.id, anId(77))).toBe(true);
    close();
  });

  test('hide an environment that the user dismisses in one of them', async () => {
    const { answer, send } = qovery();
    const both = (ids: readonly string[]) => () =>
      Response.json({ results: ids.map((id) => ({ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' })) });
    answer(0, both([anId(0), anId(5)]));
    const first = openTab(send, 1);
    const second = openTab(send, 1);
    await pass(1_000);
    answer(0, both([anId(0)]));
    first.poller.refresh();
    await pass(1_000);
    expect(Object.keys(second.readings.members()[anId(0)] ?? {})).toEqual([anId(0), anId(5)]);
    second.poller.hideMissing(anId(5));
    await pass(100);
    for (const { readings } of [first, second])
      expect(Object.keys(readings.members()[anId(0)] ?? {})).toEqual([anId(0)]);
    first.close();
    second.close();
  });

  test('apply no answer in a paused tab, which reports its pause', async () => {
    const { send, answer } = qovery();
    const first = openTab(send);
    const second = openTab(send);
    await pass(MINUTE_MS);
    second.poller.setPaused(true);
    answer(0, () => 'DEPLOYMENT_ERROR');
    await pass(MINUTE_MS);
    const [id = ''] = sourcesOf(1)[0]?.environmentIds ?? [];
    expect(first.readings.statuses()[id]?.state).toBe('DEPLOYMENT_ERROR');
    expect(second.readings.statuses()[id]?.state).toBe('DEPLOYED');
    expect(second.poller.getSnapshot().phase).toBe('paused');
    second.poller.setPaused(false);
    await pass(MINUTE_MS);
    expect(second.readings.statuses()[id]?.state).toBe('DEPLOYMENT_ERROR');
    first.close();
    second.close();
  });
});
