import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '#domain/board/board.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { refuse } from '#test/support/refusals.ts';

const WAITS = 'Sound waits for a click';
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** A browser that plays sound when `allowed` is true and the page has requested it. */
const browser = { allowed: false, playing: [] as FakeAudio[], tones: 0 };

class FakeAudio {
  state: 'suspended' | 'running' | 'interrupted' = 'suspended';
  onstatechange: (() => void) | null = null;
  currentTime = 0;
  destination = {};
  constructor() {
    browser.playing.push(this);
  }
  turn(state: FakeAudio['state']): void {
    this.state = state;
    this.onstatechange?.();
  }
  /** In browsers, the promise is pending while sound is blocked. */
  resume(): Promise<void> {
    if (!browser.allowed) return new Promise(() => {});
    this.turn('running');
    return Promise.resolve();
  }
  createOscillator() {
    const start = () => {
      browser.tones += 1;
    };
    return { frequency: {}, connect: (next: unknown) => next, start, stop() {} };
  }
  createGain() {
    return {
      gain: { setValueAtTime() {}, linearRampToValueAtTime() {} },
      connect: () => undefined,
    };
  }
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  Object.assign(window, { innerWidth: 1_920, innerHeight: 1_080 });
  Object.assign(browser, { allowed: false, playing: [], tones: 0 });
  vi.stubGlobal('AudioContext', FakeAudio);
  // Each test loads the module again, because its state outlives the board.
  vi.resetModules();
});
async function open(view: Board['view'], sounds = true) {
  localStorage.setItem('envboard.settings', JSON.stringify({ version: 1, value: { ...DEFAULT_SETTINGS, sounds } }));
  const { renderBoard } = await import('#test/support/render-board.tsx');
  renderBoard({ board: { pins: [{ kind: 'environment', id: demoPins()[0] ?? '' }], view } });
  await screen.findAllByRole('article');
  // The live region of the board and, with sound, the live region of the sound.
  const regions = sounds || view === 'wall' ? 2 : 1;
  await vi.waitFor(() => expect(screen.getAllByRole('status').length).toBeGreaterThanOrEqual(regions), 10_000);
  await pass(2_000);
}

describe.each(['cards', 'wall'] as const)('%s', (view) => {
  it('says that sound waits for a click, until the user clicks anywhere', async () => {
    await open(view);
    expect(screen.getByText(WAITS)).toBeVisible();
    browser.allowed = true;
    fireEvent.pointerDown(document.body);
    await pass(0);
    expect(screen.queryByText(WAITS)).toBeNull();
    expect(browser.tones).toBe(0);
  });

  it('says nothing when the browser lets the page play from the start', async () => {
    browser.allowed = true;
    await open(view);
    expect(browser.playing).toHaveLength(1);
    expect(screen.queryByText(WAITS)).toBeNull();
  });

  it('says so again when the browser takes the sound away', async () => {
    browser.allowed = true;
    await open(view);
    browser.allowed = false;
    act(() => browser.playing[0]?.turn('interrupted'));
    expect(screen.getByText(WAITS)).toBeVisible();
    browser.allowed = true;
    fireEvent.keyDown(document.body, { key: 'x' });
    await pass(0);
    expect(screen.queryByText(WAITS)).toBeNull();
  });

  it('asks the browser for no sound when the user wants none', async () => {
    await open(view, false);
    expect(browser.playing).toEqual([]);
    expect(screen.queryByText(WAITS)).toBeNull();
  });
});

it('plays two tones when the key that turns sound on allows it, and says nothing of waiting', async () => {
  await open('cards', false);
  browser.allowed = true;
  fireEvent.keyDown(window, { key: 'm' });
  // The file with the tones is fetched at the first sound.
  await vi.waitFor(() => expect(browser.tones).toBe(2));
  expect(screen.queryByText(WAITS)).toBeNull();
});

it.each<[string, unknown]>([
  ['missing', undefined],
  ['null', null],
  ['refused', refuse],
])('says nothing of waiting, and breaks nothing, when audio is %s', async (_, AudioContext) => {
  vi.stubGlobal('AudioContext', AudioContext);
  await open('wall');
  fireEvent.keyDown(window, { key: 'm' });
  fireEvent.keyDown(window, { key: 'm' });
  await pass(2_000);
  expect(screen.queryByText(WAITS)).toBeNull();
  expect(screen.getAllByRole('article')).toHaveLength(1);
});
