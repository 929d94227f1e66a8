import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { TAB_PROTOCOL_VERSION, type TabMessage } from '#data/tabs/tab-messages.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { refuse } from '#test/support/refusals.ts';

const OTHER = TAB_PROTOCOL_VERSION + 1;
const TITLE = `envboard.poller.${TAB_PROTOCOL_VERSION}@x`;
const BYE: TabMessage = { kind: 'leave', tab: 'a' };
let browser = smallBrowser();
let requests = 0;

beforeEach(() => {
  browser = smallBrowser();
  const { locks } = browser.navigator;
  requests = 0;
  const request: typeof locks.request = async (name, options, work) => {
    requests += 1;
    // A browser grants a lock only after the task that requested it has ended.
    await moment();
    options.signal?.throwIfAborted();
    return locks.request(name, options, work);
  };
  const navigator = { ...browser.navigator, locks: { request } };
  for (const [name, value] of Object.entries({ ...browser, navigator })) vi.stubGlobal(name, value);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const moment = () => new Promise<void>((resolve) => void setTimeout(resolve));
/** Waits until all tasks that follow have run. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await moment();
};

/** Opens a tab that may lead. Records the messages it receives, and its changes of leadership. */
function openTab(isCandidate = true) {
  const received: TabMessage[] = [];
  const change = vi.fn();
  const team = openTabCoordinator('x');
  const leave = team.join({ message: (message) => void received.push(message), change });
  if (isCandidate) team.setCandidate(true);
  return { team, received, change, leave };
}

describe('the lead', () => {
  test('belongs to the first tab, and passes to the next when it leaves', async () => {
    const first = openTab();
    const second = openTab();
    expect(first.team.isLeader()).toBe(false);
    await settled();
    expect([first, second].map(({ team }) => team.isLeader())).toEqual([true, false]);
    expect(first.change).toHaveBeenCalledOnce();
    first.leave();
    await settled();
    expect([first, second].map(({ team }) => team.isLeader())).toEqual([false, true]);
    expect(first.change).toHaveBeenCalledOnce();
    expect(second.change).toHaveBeenCalledOnce();
    second.leave();
  });

  test('passes to another tab when the leader can no longer poll, and the former leader is a candidate again later', async () => {
    const first = openTab();
    const second = openTab();
    await settled();
    first.team.setCandidate(false);
    expect(first.team.isLeader()).toBe(false);
    await settled();
    expect(second.team.isLeader()).toBe(true);
    expect(first.change, 'it knows that it has handed over').toHaveBeenCalledOnce();
    first.team.setCandidate(true);
    await settled();
    expect(first.team.isLeader()).toBe(false);
    second.leave();
    await settled();
    expect(first.team.isLeader()).toBe(true);
    first.leave();
  });

  test('does not pass to a tab that withdrew its candidacy', async () => {
    const watching = openTab(false);
    const leading = openTab();
    const waiting = openTab();
    await settled();
    waiting.team.setCandidate(false);
    leading.leave();
    await settled();
    expect([watching, leading, waiting].map(({ team }) => team.isLeader())).toEqual([false, false, false]);
    expect(waiting.change).not.toHaveBeenCalled();
    const next = openTab();
    await settled();
    expect(next.team.isLeader()).toBe(true);
  });

  test('passes to the tab that waited longest: a tab that withdrew for a moment waits anew', async () => {
    const tabs = [openTab(), openTab(), openTab()];
    const [leading, hesitant] = tabs;
    await settled();
    hesitant?.team.setCandidate(false);
    hesitant?.team.setCandidate(true);
    await settled();
    leading?.leave();
    await settled();
    expect(tabs.map(({ team }) => team.isLeader())).toEqual([false, false, true]);
    tabs[2]?.leave();
    await settled();
    expect(tabs.map(({ team }) => team.isLeader())).toEqual([false, true, false]);
  });

  test('stays with a tab that hands over and is a candidate again in the same moment', async () => {
    vi.stubGlobal('navigator', browser.navigator);
    const { team, change } = openTab();
    await settled();
    team.setCandidate(false);
    team.setCandidate(true);
    expect(team.isLeader()).toBe(false);
    await settled();
    expect(team.isLeader()).toBe(true);
    expect(change).toHaveBeenCalledTimes(2);
  });

  test('is requested once, also when a tab becomes a candidate repeatedly', async () => {
    const { team } = openTab();
    team.setCandidate(true);
    await settled();
    team.setCandidate(true);
    await settled();
    expect(requests).toBe(1);
    expect(team.isLeader()).toBe(true);
  });
});

describe('a takeover', () => {
  test('passes the lead at once, and notifies the former leader, which is the next candidate', async () => {
    const frozen = openTab();
    const seen = openTab();
    await settled();
    seen.team.takeOver();
    await settled();
    expect([frozen, seen].map(({ team }) => team.isLeader())).toEqual([false, true]);
    expect(frozen.change).toHaveBeenCalledTimes(2);
    expect(seen.change).toHaveBeenCalledOnce();
    seen.leave();
    await settled();
    expect(frozen.team.isLeader()).toBe(true);
  });

  test('has no effect in a tab that cannot poll, or that already leads', async () => {
    const leading = openTab();
    const watching = openTab(false);
    await settled();
    watching.team.takeOver();
    leading.team.takeOver();
    await settled();
    expect([leading, watching].map(({ team }) => team.isLeader())).toEqual([true, false]);
    expect(requests).toBe(1);
  });

  test.each([
    ['waits for the lead again if it can poll', true, 4],
    ['requests nothing if it can no longer poll', false, 3],
  ])('leaves a former leader that %s', async (_, canPoll, expected) => {
    const team = openTabCoordinator('x');
    team.join({ message() {}, change: () => team.isLeader() || team.setCandidate(canPoll) });
    team.setCandidate(true);
    await settled();
    expect(team.isLeader()).toBe(true);
    const seen = openTab();
    seen.team.takeOver();
    await settled();
    expect([team, seen.team].map((one) => one.isLeader())).toEqual([false, true]);
    // The leader's request, the two of the other tab, and the leader's next one if it can poll.
    expect(requests).toBe(expected);
    seen.leave();
    await settled();
    expect(team.isLeader()).toBe(canPoll);
  });

  test('sends no second lock request when its tab becomes a candidate again meanwhile', async () => {
    openTab();
    const seen = openTab();
    await settled();
    seen.team.takeOver();
    await Promise.resolve();
    seen.team.setCandidate(true);
    await settled();
    expect(seen.team.isLeader()).toBe(true);
    // The lock requests of both tabs, the takeover, and the next one of the former leader.
    expect(requests).toBe(4);
  });

  test.each([
    ['notifies a leader once', true, 1],
    ['does not notify a leader that has just handed over', false, 0],
  ])('%s', async (_, canPoll, expected) => {
    const { team, change } = openTab();
    await settled();
    expect(team.isLeader()).toBe(true);
    change.mockClear();
    const never = () => new Promise<void>(() => {});
    team.setCandidate(canPoll);
    void browser.navigator.locks.request(TITLE, { steal: true }, never).catch(() => {});
    await settled();
    expect(change).toHaveBeenCalledTimes(expected);
  });

  test('is cancelled when the tab leaves', async () => {
    const leading = openTab();
    const hasty = openTab();
    await settled();
    hasty.team.takeOver();
    hasty.leave();
    await settled();
    expect([leading, hasty].map(({ team }) => team.isLeader())).toEqual([true, false]);
    expect(requests).toBe(4);
  });

  test('is cancelled when the tab withdraws its candidacy', async () => {
    const leading = openTab();
    const hasty = openTab();
    await settled();
    hasty.team.takeOver();
    hasty.team.setCandidate(false);
    await settled();
    expect([leading, hasty].map(({ team }) => team.isLeader())).toEqual([true, false]);
    expect(hasty.change).not.toHaveBeenCalled();
  });
});

describe('messages', () => {
  test('reach the other tabs until they leave, and never the sender', async () => {
    const first = openTab();
    const second = openTab();
    first.team.broadcast(BYE);
    await settled();
    expect(first.received).toEqual([]);
    expect(second.received).toEqual([BYE]);
    second.leave();
    first.team.broadcast(BYE);
    expect(() => second.team.broadcast(BYE)).not.toThrow();
    await settled();
    expect(first.received).toEqual([]);
    expect(second.received).toEqual([BYE]);
  });

  test('of another version of the page are ignored', async () => {
    // The tab of the other version leads the tabs of its own version.
    void navigator.locks.request(`envboard.poller.${OTHER}@x`, {}, () => new Promise<void>(() => {}));
    const { team, received } = openTab();
    await settled();
    expect(team.isLeader()).toBe(true);

    const theirs = new BroadcastChannel(`envboard.poller.${OTHER}@x`);
    const ours = new BroadcastChannel(TITLE);
    theirs.postMessage({ kind: 'leave', tab: 'theirs' });
    for (const odd of [
      null,
      'refresh',
      { kind: 'a word of tomorrow' },
      { kind: 'state', plan: 'none' },
      { kind: 'leave' },
    ]) {
      ours.postMessage(odd);
    }
    ours.postMessage({ kind: 'leave', tab: 'ours' });
    await settled();
    expect(received).toEqual([{ kind: 'leave', tab: 'ours' }]);
  });
});

const refusedLock = () => Promise.reject(new DOMException('no', 'SecurityError'));

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['has no locks', { navigator: {} }],
  ['has null for locks', { navigator: { locks: null } }],
  ['throws at each request for a lock', { navigator: { locks: { request: refuse } } }],
  ['rejects each request for a lock', { navigator: { locks: { request: refusedLock } } }],
  ['has no channels', { BroadcastChannel: undefined }],
  ['has null for channels', { BroadcastChannel: null }],
  ['refuses to open a channel', { BroadcastChannel: refuse }],
])('lets each tab lead by itself, from then on, when the browser %s', async (_, globals) => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const tabs = [openTab(), openTab()];
  await settled();
  expect(tabs.map(({ team }) => team.isLeader())).toEqual([true, true]);
  for (const { team } of tabs) {
    team.setCandidate(false);
    team.setCandidate(true);
    team.takeOver();
    team.broadcast(BYE);
  }
  await settled();
  expect(tabs.map(({ team }) => team.isLeader())).toEqual([true, true]);
  expect(tabs.flatMap(({ received }) => received)).toEqual([]);
  for (const { leave } of tabs) expect(leave).not.toThrow();
});

test('lets a tab lead at once when the browser has no locks, also one that is no candidate', async () => {
  expect(openTab(false).team.isLeader()).toBe(false);
  vi.stubGlobal('navigator', {});
  expect(openTab(false).team.isLeader()).toBe(true);
});

test('a tab may leave twice', async () => {
  const { team, leave } = openTab();
  await settled();
  leave();
  expect(leave).not.toThrow();
  expect(team.isLeader()).toBe(false);
});

test('lets a follower lead by itself, and notifies it, when the browser refuses its messages', async () => {
  const first = openTab();
  const second = openTab();
  await settled();
  expect(second.team.isLeader()).toBe(false);
  vi.spyOn(browser.BroadcastChannel.prototype, 'postMessage').mockImplementation(refuse);
  second.team.broadcast(BYE);
  await settled();
  expect([first, second].map(({ team }) => team.isLeader())).toEqual([true, true]);
  expect(second.change).toHaveBeenCalledOnce();
});

test('lets a tab lead by itself, and notifies it, when the browser grants no lock, not even a stolen one', async () => {
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => {}) } });
  vi.useFakeTimers();
  const { team, change } = openTab();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(team.isLeader()).toBe(false);
  team.takeOver();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(team.isLeader()).toBe(true);
  expect(change).toHaveBeenCalledOnce();
});
