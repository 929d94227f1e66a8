import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { type Board, VIEWS, type View } from '#domain/board/board.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { layOut } from '#test/support/lay-out.ts';
import { renderBoard } from '#test/support/render-board.tsx';
import { staleTexts, translatePage, untranslated } from '#test/support/translator.ts';

// Chunks, and simulated minutes of twelve environments, take long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const pins = demoPins().map((id) => ({ kind: 'environment', id }) as const);
const STATUS = /\/(status|overview)$/;
const environments = () => [...document.querySelectorAll<HTMLElement>('main [data-environment-id]')];
const withFreshness = (freshness: string) =>
  environments().filter(({ dataset }) => dataset.freshness === freshness).length;

const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const holding = (words: string) => (name: string) => untranslated(name).includes(words);
const press = async (words: string) =>
  user().click((await screen.findAllByRole('button', { name: holding(words) }))[0] ?? document.body);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

let stop = () => {};
afterEach(() => stop());

/**
 * Renders a board of twelve over a Qovery that fails while `server.isDown`, and translates it after its first readings.
 */
async function showTranslated(board: Partial<Board>) {
  // A time at which one environment of the simulated account is failing.
  vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.UTC(2026, 10, 28, 4, 0) });
  layOut({ listPx: 391, rowPx: 34 });
  const server = { isDown: false };
  const send = createSimulatedQovery();
  renderBoard({
    board: { pins, ...board },
    send: (input, init) =>
      server.isDown && STATUS.test(String(input))
        ? Promise.resolve(new Response('', { status: 503 }))
        : send(input, init),
  });
  await waitFor(() => expect(withFreshness('fresh')).toBe(12));
  stop = translatePage();
  await expectTrue();
  return server;
}

/** Expects that every text is the text of its component, and that readings are not translated. */
async function expectTrue(): Promise<void> {
  await pass(1_000);
  expect(staleTexts()).toEqual([]);
  expect(screen.queryByText(holding('stopped working'))).toBeNull();
  for (const environment of environments()) {
    expect(environment.textContent).toContain(stateText(environment.dataset.state));
  }
}

it.each<View>([...VIEWS])('every text follows the data in a translated page through a failure: %s', async (view) => {
  const server = await showTranslated({ view });
  if (view !== 'wall') expect(document.querySelectorAll('font').length).toBeGreaterThan(5);

  server.isDown = true;
  await pass(45_000);
  await waitFor(() => expect(withFreshness('unreachable')).toBeGreaterThan(2));
  await expectTrue();
  const alertText = () => untranslated(document.querySelector('[role="alert"]')?.textContent ?? '');
  expect(alertText()).toContain('503');
  const during = document.body.textContent;
  await pass(20_000);
  await expectTrue();
  // Ages and the time of the next retry are updated.
  expect(document.body.textContent).not.toBe(during);

  server.isDown = false;
  for (let waits = 0; waits < 20 && withFreshness('fresh') < 12; waits += 1) await pass(15_000);
  expect(withFreshness('fresh')).toBe(12);
  await expectTrue();
  expect(alertText()).toBe('');
});

it.each<View>(['cards', 'compact', 'table'])('a translated page is sorted, grouped and filtered: %s', async (view) => {
  await showTranslated({ view });
  for (const [name, value] of [
    ['Sort:', 'name'],
    ['Group:', 'organization'],
    ['Group:', 'none'],
    ['Sort:', 'deployed'],
  ] as const) {
    fireEvent.change(screen.getByRole('combobox', { name: holding(name) }), { target: { value } });
    await expectTrue();
    expect(environments()).toHaveLength(12);
  }
  await user().type(screen.getByRole('searchbox'), 'no such name');
  expect(await screen.findByText(holding('No environment matches'))).toBeVisible();
  await expectTrue();
  await press('Clear filters');
  await waitFor(() => expect(environments()).toHaveLength(12));
  await press('Failing');
  await expectTrue();
  expect(environments().every(({ dataset: { tone } }) => tone === 'failing')).toBe(true);
});

it('a translated page goes from view to view and back', async () => {
  await showTranslated({});
  for (const view of ['Compact', 'Table', 'Cards', 'Wall']) {
    await user().click(screen.getByRole('radio', { name: holding(view) }));
    await waitFor(() => expect(withFreshness('fresh')).toBe(12));
    await expectTrue();
  }
});

it('details, menus and dialogs of a translated page open, follow the data and close', async () => {
  const server = await showTranslated({});
  const name = environments()[0]?.querySelector('h3')?.textContent ?? '';
  await user().click(screen.getAllByRole('button', { name })[0] ?? document.body);
  await screen.findByRole('dialog');
  await pass(5_000);
  await expectTrue();
  server.isDown = true;
  await pass(30_000);
  await expectTrue();
  server.isDown = false;
  await pass(60_000);
  await expectTrue();
  await press('Close');

  for (const key of ['?', 's', 'p', '{Control>}k{/Control}']) {
    await user().keyboard(key);
    await screen.findByRole('dialog');
    await pass(2_000);
    await expectTrue();
    await act(async () => document.querySelector('dialog')?.close());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expectTrue();
  }
  for (const button of ['Actions for', 'My boards', 'More', 'Live']) {
    await press(button);
    await screen.findByRole('menu');
    await expectTrue();
    await user().keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await expectTrue();
  }
  await press('More');
  await user().click(await screen.findByRole('menuitem', { name: holding('Settings') }));
  await screen.findByRole('dialog');
  await user().click(screen.getByRole('checkbox', { name: holding('Hide names of people') }));
  await expectTrue();
  await press('Done');
  expect(environments()).toHaveLength(12);
});

it('undoing in a translated page brings back what was unpinned', async () => {
  await showTranslated({});
  await press('Actions for');
  await user().click(await screen.findByRole('menuitem', { name: holding('Unpin') }));
  await waitFor(() => expect(environments()).toHaveLength(11));
  await expectTrue();
  await press('Undo');
  await waitFor(() => expect(environments()).toHaveLength(12));
  await expectTrue();
});
