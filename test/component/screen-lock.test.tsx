import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demoPins } from '#simulator/demo-board.ts';
import { refuse, replaceProperty } from '#test/support/refusals.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const MINUTE_MS = 60_000;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

class Sentinel extends EventTarget {
  released = false;
  readonly release = async () => {
    this.released = true;
    this.dispatchEvent(new Event('release'));
  };
}

/** The locks that the browser has granted, and whether it refuses more. */
function screenLocks() {
  const granted: Sentinel[] = [];
  const browser = { granted, isRefusing: false, requests: 0 };
  const request = async () => {
    browser.requests += 1;
    if (browser.isRefusing) throw new DOMException('low battery', 'NotAllowedError');
    const sentinel = new Sentinel();
    granted.push(sentinel);
    return sentinel;
  };
  restore = replaceProperty(navigator, 'wakeLock', () => ({ request }));
  return { browser, isHeld: () => granted.at(-1)?.released === false };
}

let restore = () => {};
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  Object.assign(window, { innerWidth: 1_920, innerHeight: 1_080 });
});
afterEach(() => restore());

async function openWall() {
  const rendered = renderBoard({ board: { pins: [{ kind: 'environment', id: demoPins()[0] ?? '' }], view: 'wall' } });
  await screen.findAllByRole('article');
  await pass(100);
  return rendered;
}

it('keeps the screen on, and requests the lock again when the browser releases it on a visible wall', async () => {
  const { browser, isHeld } = screenLocks();
  await openWall();
  expect(isHeld()).toBe(true);
  await pass(5 * MINUTE_MS);
  expect(browser.requests).toBe(1);
  for (let time = 1; time <= 3; time += 1) {
    await act(() => browser.granted.at(-1)?.release());
    expect(isHeld()).toBe(false);
    await pass(2_000);
    expect(isHeld()).toBe(true);
    await pass(2 * MINUTE_MS);
  }
  expect(browser.requests).toBe(4);
});

it('requests no lock while the wall is hidden, and one when it is shown again', async () => {
  const { browser, isHeld } = screenLocks();
  await openWall();
  hide(true);
  await act(() => browser.granted.at(-1)?.release());
  await pass(5 * MINUTE_MS);
  expect(browser.requests).toBe(1);
  hide(false);
  await pass(0);
  expect(isHeld()).toBe(true);
});

it('requests a refused lock ever more seldom, says that it lapsed, and stops saying so once it is granted', async () => {
  const { browser, isHeld } = screenLocks();
  await openWall();
  browser.isRefusing = true;
  await act(() => browser.granted.at(-1)?.release());
  await pass(2_000);
  expect(screen.getByText('The browser lets this screen sleep')).toBeVisible();
  await pass(60 * MINUTE_MS);
  expect(browser.requests).toBeGreaterThan(10);
  expect(browser.requests).toBeLessThan(20);
  browser.isRefusing = false;
  await pass(11 * MINUTE_MS);
  expect(isHeld()).toBe(true);
  expect(screen.queryByText('The browser lets this screen sleep')).toBeNull();
});

it('requests a lock that was refused from the start, and says nothing of it', async () => {
  const { browser, isHeld } = screenLocks();
  browser.isRefusing = true;
  await openWall();
  expect(browser.requests).toBeGreaterThan(0);
  expect(screen.queryByText('The browser lets this screen sleep')).toBeNull();
  browser.isRefusing = false;
  await pass(10 * MINUTE_MS);
  expect(isHeld()).toBe(true);
});

it('releases the lock when the user leaves the wall, and requests none later', async () => {
  const { browser, isHeld } = screenLocks();
  const { unmount } = await openWall();
  expect(isHeld()).toBe(true);
  unmount();
  await pass(0);
  expect(isHeld()).toBe(false);
  hide(false);
  await pass(MINUTE_MS);
  expect(browser.requests).toBe(1);
});

it.each<[string, () => unknown]>([
  ['no wake lock', () => undefined],
  ['null for the wake lock', () => null],
  ['a wake lock that is refused on touch', refuse],
  ['a wake lock that throws', () => ({ request: refuse })],
])('shows the wall when the browser has %s', async (_, getter) => {
  restore = replaceProperty(navigator, 'wakeLock', getter);
  await openWall();
  await vi.waitFor(() => expect(document.querySelectorAll('[data-freshness="fresh"]')).toHaveLength(1));
});
