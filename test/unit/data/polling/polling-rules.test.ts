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
  const asked: { readonly at: number; readonly project: number }[] = [];
  const answers = new Map<number, () => Answer>();
  const send: typeof fetch = async (input) => {
    const id = String(input).split('/')[2] ?? '';
    const project = Number.parseInt(id.slice(-12), 16);
    asked.push({ at: Date.now(), project });
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
      asked.filter((one) => one.project === project && one.at >= from).map(({ at }) => at),
    since: (from: number) => asked.filter(({ at }) => at >= from),
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

describe('the pace', () => {
  test('what moves is asked every 10 s, what is calm every 30 s, each a little later than planned', async () => {
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

  test('a source that comes to rest is asked less often, and one that begins to move more often', async () => {
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

  test('the chosen pace is followed at once', async () => {
    const { send, times } = qovery();
    const { close } = openTab(send);
    await pass(MINUTE_MS);
    const from = Date.now();
    changeSettings({ intervalMs: 120_000 });
    await pass(20 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(0, from))) expectWithin(gap, 120_000, 132_000);
  });

  test('the next request is told, and it comes then', async () => {
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

  test('one question is under way for one source, however slow the answer', async () => {
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

  test('a clock that is set back makes nothing wait for the old time', async () => {
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
  ])('a machine that %s asks within five seconds, once, and goes on as before', async (_, jumpMs) => {
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

  test('the poller is planned anew at least every minute, as the budget grows', async () => {
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

describe('failing', () => {
  test('a source backs off by itself, doubling to five minutes, and is well at once when it answers', async () => {
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

  test('a failure that says nothing of the token makes no other source be asked sooner', async () => {
    const { send, answer, times } = qovery();
    answer(0, () => 503);
    answer(1, () => 404);
    const { close } = openTab(send);
    await pass(20 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(2))) expectWithin(gap, 30_000, 45_000);
  });

  test('a source that is refused is asked every ten minutes, and the others as before', async () => {
    const { send, answer, times } = qovery();
    answer(0, () => 404);
    const { close } = openTab(send);
    await pass(65 * MINUTE_MS);
    close();
    for (const gap of gapsOf(times(0))) expectWithin(gap, 600_000, 660_000);
    expectWithin(times(0).length, 6, 7);
    expect(times(1).length).toBeGreaterThan(100);
  });

  test('a 429 holds every source until the server’s time, and a later one holds longer', async () => {
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

  test('an hour that is spent is waited for, and never asked about', async () => {
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

  test('who was passed over when the hour was spent comes first when there is more', async () => {
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

  test('after a reload, who was heard of longest ago comes first', async () => {
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

  test('a wait of days is one of an hour', async () => {
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

describe('what a project tells', () => {
  const json = (body: unknown, headers: HeadersInit = {}) => Response.json(body, { headers });
  const full = (id: string) => ({ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' });

  test('when that is too little, its overview is asked instead, from then on at once', async () => {
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

  test('when its overview is too little as well, its environments are asked one by one', async () => {
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

  test('through a gateway was heard when the gateway heard it', async () => {
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
  test('two others are asked at once whether it is the token: where they answer, it is that one alone', async () => {
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

  test.each([1, 2, 4, 100])('of %i sources few are asked before it ends, and then one at a time', async (projects) => {
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
  });

  test('two others are asked about it, and no more for their refusals', async () => {
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

  test('environments that it may not read do not end it, even when they are the last three that were asked', async () => {
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

  test('known denials that come round by themselves do not end it', async () => {
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

  test('refused everywhere it ends polling; a refresh asks again, and all goes on', async () => {
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

  test('a minute in which everything is refused ends by itself, in the tab that polls and in the other', async () => {
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

describe('out of sight', () => {
  test('a hidden page asks nothing, and at once what is due when it is seen again', async () => {
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

  test.each(['the wall', 'the setting'])('%s goes on while hidden', async (who) => {
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

  test('offline one source is tried now and then, and online what is due is asked at once', async () => {
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

  test('a board whose server answers goes on although the browser says that it is offline', async () => {
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

  test('a board that is opened offline tries at once, and a refresh tries at once later', async () => {
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

  test('what is read is kept when the page is hidden, and not once more when it is left then', async () => {
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

  test('what is read is kept when the page is left', async () => {
    const { send } = qovery();
    const { close } = openTab(send);
    await pass(1_000);
    browser.dispatchEvent(new Event('pagehide'));
    expect(browser.localStorage.getItem('envboard.readings@rules')).toContain('DEPLOYED');
    close();
  });

  test('a refresh ends a pause; a closed tab asks nothing more and listens to nothing', async () => {
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

  test('whoever listens is told, until he leaves', async () => {
    const { send } = qovery();
    const { poller, close } = openTab(send);
    const told = vi.fn();
    const leave = poller.subscribe(told);
    await pass(1_000);
    expect(told).toHaveBeenCalled();
    leave();
    told.mockClear();
    await pass(MINUTE_MS);
    close();
    expect(told).not.toHaveBeenCalled();
  });
});

describe('several tabs', () => {
  test('one asks for all, all have the readings, and closing it hands over within an interval', async () => {
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

  test('a refresh in a tab that does not ask is done by the one that does', async () => {
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

  test('what only a closed tab wanted is asked no more', async () => {
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

  test('a resumed tab shows at once what the polling tab heard during the pause', async () => {
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

  test('a tab that opens is fresh within a second', async () => {
    const { send } = qovery();
    const first = openTab(send, 20);
    await pass(5_000);
    const second = openTab(send, 20);
    await pass(1_000);
    expect(sourcesOf(20).every(({ id }) => second.readings.observationOf(id)?.isPersisted === false)).toBe(true);
    first.close();
    second.close();
  });

  test('another tab that begins to poll requests nothing that is not due', async () => {
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

  test('a project is requested at once for an environment that its list lacks, and is believed only then', async () => {
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

  test('an environment that is dismissed in one tab is gone in the other', async () => {
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

  test('a paused tab takes in nothing and says so', async () => {
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
