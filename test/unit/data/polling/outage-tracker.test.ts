import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OutageTracker } from '#data/polling/outage-tracker.ts';
import { idIn, openQueue, wellOf } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const MINUTE_MS = 60_000;
const sources = [aProject('a'), aProject('b'), aProject('c')];
const [A, B] = sources;

beforeEach(stubBrowser);
afterEach(unstubBrowser);

const goOffline = (isOffline = true) => void Object.assign(navigator, { onLine: !isOffline });

/** Returns a leader's tracker over a Qovery that may refuse the token. */
function open() {
  let isRefusing = false;
  const queue = openQueue((path) => (isRefusing ? new Response(null, { status: 401 }) : wellOf(path)));
  const outages = new OutageTracker(queue.queue);
  const update = (isLeader = true) => {
    outages.update(sources, isLeader, Date.now());
    return outages.current?.kind;
  };
  const tryOne = () => {
    const { current } = outages;
    return current ? outages.tryOneSource(sources, current, Date.now()) : undefined;
  };
  const refuse = (isRefused: boolean) => {
    isRefusing = isRefused;
  };
  return { ...queue, outages, update, tryOne, refuse };
}

describe('a refused token', () => {
  test('is an outage once every source was refused, and a try follows each minute and later', async () => {
    const { poll, update, tryOne, refuse, requested } = open();
    refuse(true);
    await poll(...sources.slice(0, 2));
    expect(update()).toBeUndefined();
    await poll(...sources.slice(2));
    expect(update()).toBe('ended');
    const startedAt = Date.now();
    expect(tryOne()).toBe(startedAt + MINUTE_MS);
    expect(requested).toHaveLength(3);
    vi.setSystemTime(startedAt + MINUTE_MS);
    expect(tryOne()).toBe(startedAt + 3 * MINUTE_MS);
    expect(requested).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(100);
    expect(tryOne()).toBe(startedAt + 3 * MINUTE_MS);
    expect(requested).toHaveLength(4);
  });

  test('ends with the first answer, which makes the other sources due without back-off', async () => {
    const { poll, update, tryOne, refuse, outages, queue } = open();
    refuse(true);
    await poll(...sources);
    expect(update()).toBe('ended');
    refuse(false);
    outages.tryNow();
    tryOne();
    expect(update(), 'while the try is in flight').toBe('ended');
    await vi.advanceTimersByTimeAsync(100);
    expect(update()).toBeUndefined();
    expect(queue.healthOf(B?.key ?? '')).toMatchObject({ requestedAt: undefined, failures: 0 });
  });

  test('is what the leader reports, in a follower', async () => {
    const { poll, update, refuse, outages } = open();
    refuse(true);
    await poll(...sources);
    expect(update(false)).toBeUndefined();
    outages.setRefusedElsewhere(true);
    expect(update(false)).toBe('ended');
    outages.setRefusedElsewhere(false);
    expect(update(false)).toBeUndefined();
  });
});

describe('a browser that reports to be offline', () => {
  test('causes an outage until it is online again', async () => {
    const { poll, update, tryOne, requested } = open();
    await poll(...sources);
    goOffline();
    expect(update()).toBe('offline');
    expect(tryOne()).toBe(Date.now() + MINUTE_MS);
    expect(requested, 'no try at once').toHaveLength(sources.length);
    goOffline(false);
    expect(update()).toBeUndefined();
  });

  test('is believed only after a request of a page that has no answer yet', () => {
    const { update, tryOne, requested } = open();
    goOffline();
    expect(update()).toBe('offline');
    tryOne();
    expect(requested).toHaveLength(1);
  });

  test('is not believed after an answer, until it was online in between', async () => {
    const { poll, update, outages } = open();
    await poll(...sources);
    goOffline();
    expect(update()).toBe('offline');
    outages.noteAnswer();
    expect(update()).toBeUndefined();
    goOffline(false);
    update();
    goOffline();
    expect(update()).toBe('offline');
  });
});

describe('a try', () => {
  test('requests the source that waited longest', async () => {
    const { poll, update, tryOne, outages, requested } = open();
    await poll(...sources.slice(1));
    vi.setSystemTime(Date.now() + 1_000);
    await poll(...sources.slice(0, 1));
    goOffline();
    update();
    outages.tryNow();
    tryOne();
    expect(requested.map(idIn).at(-1)).toBe(B?.id);
  });

  test('waits for a request in flight, and for the end of a rate limit', async () => {
    const { queue, update, tryOne, outages, requested } = open();
    goOffline();
    update();
    if (A) queue.replaceQueue([A]);
    expect(tryOne()).toBe(Number.POSITIVE_INFINITY);
    await vi.advanceTimersByTimeAsync(100);
    const until = Date.now() + MINUTE_MS;
    queue.importState({ waitUntil: until, health: [], partial: [], usesOverview: [] });
    outages.tryNow();
    expect(tryOne()).toBe(until);
    expect(requested).toHaveLength(1);
  });

  test('is never due for a board without sources', () => {
    const { outages, queue } = open();
    goOffline();
    outages.update([], true, Date.now());
    const { current } = outages;
    expect(current?.kind).toBe('offline');
    expect(current && outages.tryOneSource([], current, Date.now())).toBe(Number.POSITIVE_INFINITY);
    expect(queue.hasInFlight).toBe(false);
  });
});
