import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { layOut } from '#test/support/lay-out.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const [id = ''] = demoPins();
const pins = [{ kind: 'environment', id }] as const;
const rows = () => [...document.querySelectorAll<HTMLElement>('main [data-result]')];
const startOf = (row: HTMLElement) => row.querySelector('time')?.dateTime ?? '';

beforeEach(() => {
  layOut({ listPx: 800, rowPx: 36 });
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  changeSettings({ hidesPeople: false });
});

async function showActivity(part: Parameters<typeof renderBoard>[0] = {}) {
  renderBoard({ ...part, board: { page: 'activity', pins, ...part.board } });
  await waitFor(() => expect(rows().length).toBeGreaterThan(5));
}

/** Keeps the files that the page saves, in their order. */
function keepFiles(): readonly Blob[] {
  const files: Blob[] = [];
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) files.push(blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  return files;
}

it('shows the deployments newest first under the headings of their days, each with its source', async () => {
  await showActivity();
  const starts = rows().map(startOf);
  expect(starts).toEqual(starts.toSorted().toReversed());
  expect(screen.getByRole('heading', { name: /^\d+ deployments in 14 days/ })).toBeVisible();
  expect(screen.getAllByRole('button', { name: /\d+ entr(y|ies)/, expanded: true }).length).toBeGreaterThan(0);
  for (const row of rows()) expect(row).toHaveTextContent(/history|feed|seen here/);
});

it('narrows the stream by result, writes that into the address, and shows everything again', async () => {
  await showActivity();
  const failed = screen.getByRole('button', { name: /^Failed/ });
  await userEvent.click(failed);
  expect(failed).toHaveAttribute('aria-pressed', 'true');
  await waitFor(() => expect(new Set(rows().map(({ dataset }) => dataset.result))).toEqual(new Set(['failed'])));
  await userEvent.click(screen.getByRole('button', { name: /^All/ }));
  await waitFor(() => expect(new Set(rows().map(({ dataset }) => dataset.result)).size).toBeGreaterThan(1));
});

it('narrows the stream to a day with arrow keys and Enter, and folds the other days', async () => {
  await showActivity();
  const bars = within(screen.getByRole('group', { name: 'Deployments by result' })).getAllByRole('button');
  expect(bars).toHaveLength(14);
  expect(bars.filter(({ tabIndex }) => tabIndex === 0)).toEqual([bars.at(-1)]);
  bars.at(-1)?.focus();
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(bars.at(-2)).toHaveFocus();
  expect(bars.at(-2)).toHaveAttribute('aria-pressed', 'true');
  const folded = await screen.findAllByRole('button', { name: /outside the chosen day/, expanded: false });
  expect(folded.length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: /Show all days/ }));
  expect(screen.queryByRole('button', { name: /outside the chosen day/ })).not.toBeInTheDocument();
});

it('names no person and offers no filter by person while people are hidden, in the page and in its exports', async () => {
  const files = keepFiles();
  await showActivity();
  await userEvent.click(screen.getByRole('button', { name: 'Export as JSON' }));
  expect(screen.getByRole('combobox', { name: /Person/ })).toBeVisible();
  expect(rows().some((row) => /by /.test(row.textContent))).toBe(true);
  const people = within(screen.getByRole('combobox', { name: /Person/ }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)
    .filter((name) => name !== 'any');
  expect(people.length).toBeGreaterThan(0);

  changeSettings({ hidesPeople: true });
  await waitFor(() => expect(screen.queryByRole('combobox', { name: /Person/ })).not.toBeInTheDocument());
  for (const name of people) expect(document.body.textContent).not.toContain(name);
  await userEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
  await userEvent.click(screen.getByRole('button', { name: 'Export as JSON' }));
  const [open = '', csv = '', json = ''] = await Promise.all(files.map((file) => file.text()));
  for (const name of people) expect(open).toContain(name);
  for (const text of [csv, json]) for (const name of people) expect(text).not.toContain(name);
  expect(csv.split('\r\n').length).toBeGreaterThan(20);
});

/** Answers the histories of one environment only. */
function sendHistoryOf(environmentId: string): typeof fetch {
  const simulated = createSimulatedQovery();
  return async (input, init) =>
    String(input).includes('deploymentHistoryV2') && !String(input).includes(environmentId)
      ? new Response(null, { status: 403 })
      : simulated(input, init);
}

const bars = () => within(screen.getByRole('group', { name: 'Deployments by result' })).getAllByRole('button');
const shownText = (bar: HTMLElement) => bar.querySelector('[aria-hidden]')?.textContent;

it('marks each day whose deployments are not known, in sight and for screen readers', async () => {
  const both = [id, demoPins()[1] ?? ''].map((one) => ({ kind: 'environment', id: one }) as const);
  await showActivity({ board: { pins: both }, send: sendHistoryOf(id) });
  expect(await screen.findByText(/1 history could not be read/)).toBeVisible();
  expect(screen.getByText('Dashed: not all deployments are known')).toBeVisible();
  const names = bars().map((bar) => bar.title);
  expect(names.some((name) => /: At least \d+ deployments?/.test(name))).toBe(true);
  for (const bar of bars()) expect(bar.title).toMatch(/: not known$|: At least \d+ deployment/);
  for (const bar of bars()) expect(shownText(bar)).toMatch(/: not known$/.test(bar.title) ? /^\?/ : /^\d+\+/);
  expect(screen.getAllByRole('button', { name: /At least \d+ entr(y|ies)/, expanded: true })).not.toHaveLength(0);
});

it('marks no day when all histories are known', async () => {
  await showActivity();
  expect(await screen.findByRole('heading', { name: /^\d+ deployments in 14 days/ })).toBeVisible();
  for (const bar of bars()) expect(bar.title).toMatch(/: \d+ deployment/);
  for (const bar of bars()) expect(shownText(bar)).toMatch(/^\d+$|^\d+\D/);
  expect(screen.queryByText(/^Dashed/)).not.toBeInTheDocument();
});

it('says which entries the filters count when these are more than the bars show', async () => {
  await showActivity();
  const all = await screen.findByRole('button', { name: /^All ?\d+/ });
  const count = /\d+/.exec(all.textContent)?.[0] ?? '';
  const [inBars = ''] = /^\d+/.exec(screen.getByRole('heading', { name: /in 14 days/ }).textContent) ?? [];
  expect(Number(inBars)).toBeLessThan(Number(count));
  expect(screen.getByText(new RegExp(`^The filters count ${count} entries since \\w+ \\d+$`))).toBeVisible();
  const [bar] = bars().filter(({ title }) => !/: 0 /.test(title));
  await userEvent.click(bar ?? document.body);
  expect(await screen.findByRole('button', { name: /Show all days/ })).toBeVisible();
  expect(screen.queryByText(/^The filters count/)).not.toBeInTheDocument();
});

it('shows e-mail addresses without their domain, and in full in the tooltip', async () => {
  await showActivity({ board: { pins: demoPins().map((one) => ({ kind: 'environment', id: one })) } });
  const person = await screen.findAllByText('by margaret.hamilton');
  expect(person[0]).toHaveAttribute('title', 'margaret.hamilton@example.com');
  expect(screen.getByRole('option', { name: 'margaret.hamilton' })).toBeInTheDocument();
  expect(document.querySelector('main')).not.toHaveTextContent('margaret.hamilton@');
});

it('says in its files which histories are missing', async () => {
  const files = keepFiles();
  const refused = demoPins()[1] ?? '';
  const both = [id, refused].map((one) => ({ kind: 'environment', id: one }) as const);
  await showActivity({ board: { pins: both }, send: sendHistoryOf(id) });
  expect(await screen.findByText(/1 history could not be read/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
  const [, gap, entry] = ((await files[0]?.text()) ?? '').split('\r\n');
  expect(gap).toMatch(new RegExp(`,${refused},,history: could not be read$`));
  expect(entry).toMatch(/^\d{4}-/);
});

it('says that a history could not be read when Qovery refuses it', async () => {
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) =>
    String(input).includes('deploymentHistoryV2') ? new Response(null, { status: 403 }) : simulated(input, init);
  renderBoard({ board: { page: 'activity', pins }, send });
  expect(await screen.findByText(/1 history could not be read/)).toBeVisible();
  expect(await screen.findAllByText('Deployments not known')).toHaveLength(3);
  expect(screen.getAllByRole('button', { name: /: not known$/ })).toHaveLength(14);
  expect(screen.getByText('Dashed: not all deployments are known')).toBeVisible();
  expect(screen.queryByText(/^0 deployments/)).not.toBeInTheDocument();
});

it.each([
  [90, /^Deployments not known/],
  [3, /^At least \d+ deployments in 14 days/],
])('claims no number of deployments when this computer’s clock is %i days behind', async (days, heading) => {
  const send = createSimulatedQovery({ now: () => Date.now() + days * 86_400_000 });
  await showActivity({ send });
  expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
  expect(screen.queryByText(/^\d+ deployments in 14 days/)).not.toBeInTheDocument();
});

it('claims no number of the last 24 hours when this computer’s clock is some hours behind', async () => {
  // Both clocks show the same day.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 10, 3) });
  onTestFinished(() => void vi.useRealTimers());
  const send = createSimulatedQovery({ now: () => Date.now() + 20 * 3_600_000 });
  await showActivity({ send });
  await userEvent.click(await screen.findByRole('button', { name: '24 hours' }));
  expect(
    await screen.findByRole('heading', { name: /^(At least \d+ deployments in 24 hours|Deployments not known)/ }),
  ).toBeVisible();
  expect(screen.queryByText(/^\d+ deployments in 24 hours/)).not.toBeInTheDocument();
});

it.each(['activity', 'delivery'] as const)(
  'shows the readable deployments, and says how many could not be read, when the page is %s',
  async (page) => {
    const simulated = createSimulatedQovery();
    const send: typeof fetch = async (input, init) => {
      const response = await simulated(input, init);
      if (!String(input).includes('deploymentHistoryV2')) return response;
      const { results } = await response.json();
      return Response.json({ results: results.with(1, { ...results[1], identifier: null }) });
    };
    renderBoard({ board: { page, pins }, send });
    expect(await screen.findByText(/1 deployment in the histories could not be read\./)).toBeVisible();
    expect(screen.getAllByText(page === 'activity' ? /^At least \d+ deployments/ : /^from \d+/)[0]).toBeVisible();
  },
);

it('opens the activity of one environment from its details', async () => {
  await showActivity();
  await userEvent.click(within(rows()[0] ?? document.body).getByRole('button'));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'All activity' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.getByRole('combobox', { name: /Environment/ })).toHaveValue(id);
});

it('opens the activity of a card from its bars, and from its menu for the keyboard', async () => {
  renderBoard({ board: { pins } });
  await userEvent.click(await screen.findByRole('img', { name: /^Last \d+ deployments/ }));
  expect(await screen.findByRole('combobox', { name: /Environment/ })).toHaveValue(id);
  await userEvent.click(screen.getByRole('button', { name: 'Board' }));
  await userEvent.click(await screen.findByRole('button', { name: /^Actions for/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Activity' }));
  expect(await screen.findByRole('combobox', { name: /Environment/ })).toHaveValue(id);
});

it('lists the environments with the numbers in their names by value', async () => {
  const named = ['pr-10', 'pr-9'].map(
    (label, index) => ({ kind: 'environment', id: demoPins()[index] ?? '', label }) as const,
  );
  renderBoard({ board: { page: 'activity', pins: named } });
  const choice = await screen.findByRole('combobox', { name: /Environment/ });
  await waitFor(() => expect(within(choice).getAllByRole('option')).toHaveLength(3));
  const names = within(choice)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  expect(names.slice(1)).toEqual([expect.stringMatching(/^pr-9/), expect.stringMatching(/^pr-10/)]);
});
