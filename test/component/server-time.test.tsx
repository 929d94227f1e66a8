import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { View } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { behindCache, dated } from '#test/support/caching-proxy.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const T0 = Date.UTC(2026, 10, 27, 12);
const HOUR_MS = 3_600_000;
const CLOCK = /^Clock /;

/** Returns the server's time. A test that sets the computer's clock does not change it. */
let serverNow = () => T0;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => [...document.querySelectorAll<HTMLElement>('[data-environment-id]')];

/** Sets this computer's clock, and leaves the server's clock unchanged. */
function beginAt(aheadMs: number): void {
  vi.useRealTimers();
  vi.useFakeTimers({ now: T0 + aheadMs });
  const begun = performance.now();
  serverNow = () => T0 + performance.now() - begun;
}

async function openBoard(options: Parameters<typeof renderBoard>[0] = {}) {
  const send = dated(createSimulatedQovery({ now: () => serverNow() }), () => serverNow());
  renderBoard({ board: { pins }, send, ...options });
  // The chunk of a view loads in real time, which no test clock controls.
  await act(() => vi.dynamicImportSettled());
  await pass(5_000);
  await act(() => vi.dynamicImportSettled());
  await pass(1_000);
  expect(shown()).toHaveLength(pins.length);
}

beforeEach(() => beginAt(0));

it.each<View>(['cards', 'table', 'compact', 'wall'])(
  'the %s view tells the same ages, progress and order by a clock that is right, 3 h ahead or 3 h behind',
  async (view) => {
    const texts: (readonly (string | null)[])[] = [];
    for (const aheadMs of [0, 3 * HOUR_MS, -3 * HOUR_MS]) {
      beginAt(aheadMs);
      await openBoard({ board: { pins, view } });
      texts.push(shown().map(({ textContent, dataset }) => `${dataset.freshness} ${textContent}`));
      cleanup();
      localStorage.clear();
    }
    const [right, ahead, behind] = texts;
    expect(right?.join(' ')).toMatch(/ago|\d [smhd]/);
    expect(ahead).toEqual(right);
    expect(behind).toEqual(right);
  },
);

it.each([
  ['ahead', HOUR_MS, 'Clock 1 h ahead'],
  ['behind', -HOUR_MS, /^Clock (59 m|1 h) behind$/],
])('the freshness line and the settings say once that the clock is an hour %s', async (_, aheadMs, words) => {
  beginAt(aheadMs);
  await openBoard();
  await pass(60_000);
  expect(screen.getAllByText(CLOCK)).toHaveLength(1);
  expect(screen.getByText(words)).toBeVisible();

  vi.useRealTimers();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Settings' }));
  expect(within(await screen.findByRole('dialog')).getAllByText(/^This computer’s clock is /)).toHaveLength(1);
});

it.each([
  ['is right', 0, undefined],
  ['is 90 s ahead', 90_000, undefined],
  ['is right and a cache without Age hands out answers', 0, 300_000],
])('nothing is said of the clock when it %s', async (_, aheadMs, keepMs) => {
  beginAt(aheadMs);
  const now = () => serverNow();
  const send = dated(createSimulatedQovery({ now }), now);
  const cached = behindCache(send, { keepMs: keepMs ?? 0, addsAge: false, now });
  for (let visit = 0; visit < 2; visit += 1) {
    cleanup();
    await openBoard({ send: keepMs === undefined ? send : cached });
    await pass(200_000);
    expect(screen.queryByText(CLOCK)).not.toBeInTheDocument();
  }
});

it.each<View>(['cards', 'table', 'compact', 'wall'])(
  'the %s view shows the date of a deployment that lies in the future',
  async (view) => {
    const answer = createSimulatedQovery({ now: () => serverNow() });
    const send: typeof fetch = async (input, init) => {
      const response = await answer(input, init);
      if (!/\/(status|overview)$/.test(String(input))) return response;
      const body = await response.json();
      const said = (item: object) => ({
        ...item,
        state: 'DEPLOYED',
        last_deployment_state: 'DEPLOYED',
        last_deployment_date: '2026-11-27T15:30:00Z',
      });
      return Response.json(body.results ? { results: body.results.map(said) } : said(body));
    };
    await openBoard({ board: { pins, view }, send: dated(send, () => serverNow()) });
    for (const one of shown()) {
      expect(one.querySelector('time')).toHaveTextContent(/Nov 27/);
      expect(one).not.toHaveTextContent('just now');
    }
  },
);

it('forgets the server’s clock when the page connects to another API', async () => {
  beginAt(HOUR_MS);
  await openBoard();
  await pass(60_000);
  expect(screen.getByText(CLOCK)).toBeVisible();
  cleanup();
  // The simulator in the page sends no dates: its time is this computer's.
  await openBoard({ send: createSimulatedQovery() });
  await pass(60_000);
  expect(screen.queryByText(CLOCK)).not.toBeInTheDocument();
});
