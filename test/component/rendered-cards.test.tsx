import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { View } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createAccount } from '#simulator/account.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { layOut } from '#test/support/lay-out.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';
import { watchRenders } from '#test/support/rendered-elements.ts';

const HOUR_MS = 3_600_000;
/** Without roles, whose computation takes a second for these cards. */
const cards = () => [...document.querySelectorAll<HTMLElement>('[data-environment-id]')];

/** Returns an account at rest, in which `change` deploys one environment, and the pins of all environments. */
function standingAccount(environments: number) {
  const size = { environments, projects: 10 };
  const now = Date.now();
  const answer = createSimulatedQovery({ ...size, now: () => now });
  const changed = new Set<string>();
  let polls = 0;
  const settle = (status: { readonly id: string }) => ({
    ...status,
    state: changed.has(status.id) ? 'DEPLOYMENT_ERROR' : 'DEPLOYED',
    last_deployment_date: new Date(now - HOUR_MS).toISOString(),
  });
  const send: typeof fetch = async (input, init) => {
    // Each history that arrives renders its card again.
    if (/\/deploymentHistoryV2/.test(String(input))) return new Promise<never>(() => {});
    const response = await answer(input, init);
    if (!/\/status$/.test(String(input))) return response;
    polls += 1;
    const body = await response.json();
    return Response.json(body.results ? { results: body.results.map(settle) } : settle(body));
  };
  const pins = createAccount(size).projects.flatMap((project) =>
    project.environments.map(({ id }): Pin => ({ kind: 'environment', id })),
  );
  return { send, pins, change: (id: string) => changed.add(id), polls: () => polls };
}

async function showBoard({ send, pins }: ReturnType<typeof standingAccount>, view: View = 'cards') {
  renderBoard({ board: { pins, view, sort: 'name', group: 'none' }, send });
  const isReady = (card: HTMLElement) => card.dataset.state === 'DEPLOYED' && !card.hasAttribute('aria-busy');
  let before: number;
  do {
    before = cards().length;
    await waitFor(() => expect(cards().filter(isReady).length).toBeGreaterThan(5));
    // Until the large board has measured the window, it adds rows, also after the check above and before this line.
  } while (cards().length !== before || !cards().every(isReady));
}

beforeEach(() => {
  layOut({ listPx: 800, rowPx: 100 });
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
});

it.each([
  ['all cards', 12],
  ['the cards near the window', 210],
])('renders only the changed card again on a board that renders %s', async (_, environments) => {
  const account = standingAccount(environments);
  await showBoard(account);
  const [, second] = cards();
  const controls = [...document.querySelectorAll('h1, [aria-label="Tools"]')];
  const rendered = watchRenders([...controls, ...cards().flatMap((card) => [card.parentElement ?? card, card])]);

  account.change(second?.dataset.environmentId ?? '');
  await choose(PACE, 'Refresh now');

  await waitFor(() => expect(second).toHaveAttribute('data-state', 'DEPLOYMENT_ERROR'));
  expect(rendered().map(({ outerHTML }) => outerHTML)).toEqual([second?.parentElement?.outerHTML, second?.outerHTML]);
});

it('renders only the polling status again when polls bring no news', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const account = standingAccount(12);
  await showBoard(account);
  await screen.findByRole('button', { name: 'Save to my boards' });
  // Longer than the first ten seconds, after which the page adds its late parts.
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  const before = account.polls();
  const rendered = watchRenders([...document.querySelectorAll('body > div *')]);

  await act(() => vi.advanceTimersByTimeAsync(120_000));

  expect(account.polls()).toBeGreaterThan(before + 10);
  // The budget changes the interval, which the status names.
  const status = screen.getByRole('button', { name: PACE });
  expect(rendered().filter((element) => !status.contains(element))).toEqual([]);
});

it('renders no card again when the details of one open', async () => {
  await showBoard(standingAccount(12));
  const [, second] = cards();
  const rendered = watchRenders(cards());

  second?.click();

  const details = await screen.findByRole('dialog');
  await waitFor(() => expect(details).toHaveTextContent(/ · cluster \w/));
  expect(rendered()).toEqual([]);
});

it('renders no cell of the table again when only its ages change', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await showBoard(standingAccount(12), 'table');
  const [first] = cards();
  // The first answers and the virtual clock settle.
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  const before = first?.textContent;
  const rendered = watchRenders([...document.querySelectorAll('tbody *')]);

  await act(() => vi.advanceTimersByTimeAsync(5_000));

  expect(first?.textContent).not.toBe(before);
  expect(rendered()).toEqual([]);
});
