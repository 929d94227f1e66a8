import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { changeSettings } from '#data/preferences/settings-store.ts';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { whenFilled } from '#test/support/filled.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const table = { view: 'table', group: 'none' } as const;
const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-environment-id]')];
const column = (name: string) => screen.getByRole('columnheader', { name });
const sortBy = (name: string) => userEvent.click(within(column(name)).getByRole('button'));
/** Returns the name of each row, without its project. */
const names = () => rows().map((row) => row.getAttribute('aria-label')?.split(',')[0] ?? '');
/** Returns the last deployment of each environment that is not in progress. The others show their start instead. */
const moments = () =>
  rows()
    .filter(({ dataset }) => dataset.tone !== 'busy' && dataset.tone !== 'queued')
    .flatMap((row) => row.querySelector('td time[datetime]')?.getAttribute('datetime') ?? []);

async function showTable(board: Parameters<typeof renderBoard>[0] = {}) {
  renderBoard({ ...board, board: { pins, ...table, ...board.board } });
  await waitFor(() => expect(document.querySelectorAll('tr[data-freshness="fresh"]').length).toBeGreaterThan(0));
  await whenFilled();
}

it('shows each environment in a row with its data attributes, labelled with its name', async () => {
  await showTable();
  await waitFor(() => expect(document.querySelectorAll('tr[data-freshness="fresh"]')).toHaveLength(12));
  for (const row of rows()) {
    expect(row).toHaveAttribute('data-state', expect.stringMatching(/^[A-Z_]+$/));
    expect(row).toHaveAttribute('data-tone');
    expect(row).toHaveAttribute('data-configuration');
    const header = within(row).getByRole('rowheader');
    const name = within(header).getByRole('button').textContent;
    expect(row).toHaveAccessibleName(expect.stringMatching(`^${name},`));
    expect(within(row).getByRole('button', { name: new RegExp(`^Actions for .+ ${name}$`) })).toBeVisible();
  }
});

it('sorts by a header, reports the direction, and reverses it on a second click', async () => {
  await showTable();
  const sortedOnes = () => screen.getAllByRole('columnheader').filter((header) => header.hasAttribute('aria-sort'));

  await sortBy('Environment');
  expect(sortedOnes()).toEqual([column('Environment')]);
  expect(column('Environment')).toHaveAttribute('aria-sort', 'ascending');
  const ascending = names();
  expect(ascending).toEqual(ascending.toSorted());

  await sortBy('Environment');
  expect(column('Environment')).toHaveAttribute('aria-sort', 'descending');
  expect(names()).toEqual(ascending.toReversed());

  await sortBy('Last deployed');
  expect(sortedOnes()).toEqual([column('Last deployed')]);
  expect(column('Last deployed')).toHaveAttribute('aria-sort', 'descending');
  expect(moments()).toEqual(moments().toSorted().toReversed());
});

it('sorts by the project in a column of its own, and shows it beside the name once that column is hidden', async () => {
  await showTable();
  await waitFor(() => expect(document.querySelectorAll('tr[data-freshness="fresh"]')).toHaveLength(12));
  await sortBy('Project');
  expect(column('Project')).toHaveAttribute('aria-sort', 'ascending');
  const index = screen.getAllByRole('columnheader').indexOf(column('Project'));
  const projects = rows().map(({ children }) => children[index]?.textContent);
  expect(new Set(projects).size).toBeGreaterThan(2);
  expect(projects).toEqual(projects.toSorted());
  const [place] = screen.getAllByText(new RegExp(`/ ${projects[0]}$`));
  expect(place).toHaveClass('hidden');

  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Project' }));
  await waitFor(() => expect(screen.queryByText('Project', { selector: 'th *' })).not.toBeInTheDocument());
  expect(place).toBeVisible();
  expect(place).not.toHaveClass('hidden');
});

it('hides a column and brings it back, and never the environment', async () => {
  await showTable();
  const columns = screen.getByRole('button', { name: 'Columns' });
  await userEvent.click(columns);
  // The menus are lazy components, which takes time.
  const origin = await screen.findByRole('menuitemcheckbox', { name: 'Origin' });
  expect(origin).toBeChecked();
  expect(screen.getByRole('menuitemcheckbox', { name: 'Cluster' })).not.toBeChecked();
  expect(screen.queryByRole('menuitemcheckbox', { name: 'Environment' })).not.toBeInTheDocument();

  await userEvent.click(origin);
  expect(screen.queryByText('Origin', { selector: 'th *' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Cluster' }));
  expect(screen.getByText('Cluster', { selector: 'th *' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(columns).toHaveFocus());
});

it('shows groups with their counts, and collapses a group', async () => {
  await showTable({ board: { group: 'mode' } });
  await waitFor(() => expect(rows()).toHaveLength(12));
  const heading = await screen.findByRole('button', { name: /^Production/ });
  const inGroup = Number(/(\d+) environment/.exec(heading.textContent)?.[1]);
  await userEvent.click(heading);
  expect(rows()).toHaveLength(12 - inGroup);
  expect(heading).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(heading);
  expect(rows()).toHaveLength(12);
});

it('keeps each row, and shows the reason and its duration, while Qovery fails', async () => {
  let isBroken = false;
  const send = createSimulatedQovery();
  await showTable({
    send: (input, init) => send(isBroken && /\/status$/.test(String(input)) ? `${input}?demo=503` : input, init),
  });
  await waitFor(() => expect(document.querySelectorAll('tr[data-freshness="fresh"]')).toHaveLength(12));
  const before = rows().map((row) => [row.dataset.environmentId, row.dataset.state]);

  isBroken = true;
  await choose(PACE, 'Refresh now');
  const said = await screen.findAllByText(/^not reached for \d+ s$/);
  expect(said[0]?.parentElement).toHaveAttribute(
    'title',
    expect.stringMatching(/^not reached .*Qovery answered 503\.$/),
  );
  for (const [id, state] of before)
    expect(rows().find((row) => row.dataset.environmentId === id)).toHaveAttribute('data-state', state);
});

it('shows an unknown pin by the start of its id, without invented values', async () => {
  const unknown: Pin = { kind: 'environment', id: '00000000-0000-4000-8000-000000000000' };
  await showTable({ board: { pins: [...pins, unknown] } });
  const row = await screen.findByRole('row', { name: '00000000…, Unknown project: Unknown' });
  await whenFilled();
  expect(row).toHaveAttribute('data-tone', 'unknown');
  const texts = within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  expect(texts).toEqual(expect.arrayContaining(['Unknown', '—']));
  expect(row).toHaveTextContent('no access');
  expect(row).not.toHaveTextContent('not checked yet');
  expect(await within(row).findByTitle(/No such environment, or no access to it\./)).toBeVisible();
});

it('hides the deployer when the user hides people’s names', async () => {
  await showTable();
  expect(screen.getAllByText(/^by /).length).toBeGreaterThan(0);
  changeSettings({ hidesPeople: true });
  await waitFor(() => expect(screen.queryByText(/^by /)).not.toBeInTheDocument());
  changeSettings({ hidesPeople: false });
});

it('renders part of a thousand rows, with the row count and each row’s index', async () => {
  const send = createSimulatedQovery({ environments: 1_000, projects: 10 });
  const organizations: { results: { id: string }[] } = await (await send('/organization')).json();
  const lists = await Promise.all(
    organizations.results.map(async ({ id }) => (await send(`/organization/${id}/environments`)).json()),
  );
  const thousand: Pin[] = lists.flatMap(({ results }: { results: { id: string }[] }) =>
    results.map(({ id }) => ({ kind: 'environment' as const, id })),
  );
  await showTable({ send, board: { pins: thousand } });
  expect(thousand).toHaveLength(1_000);
  expect(rows().length).toBeLessThan(200);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
  expect(rows().map((row) => row.ariaRowIndex ?? row.getAttribute('aria-rowindex'))).toEqual(
    rows().map((_, index) => String(index + 2)),
  );
});

it.each(['table', 'cards'] as const)(
  'the %s view shows an e-mail address without its domain, and whole in a tooltip',
  async (view) => {
    const simulated = createSimulatedQovery();
    const said = (item: object) => ({ ...item, triggered_by: 'margaret.hamilton@example.com' });
    const send: typeof fetch = async (input, init) => {
      const response = await simulated(input, init);
      if (!String(input).endsWith('/status')) return response;
      const body = await response.json();
      return Response.json(body.results ? { ...body, results: body.results.map(said) } : said(body));
    };
    renderBoard({ board: { pins, group: 'none', view }, send });
    await whenFilled();
    const [person] = await screen.findAllByText('by margaret.hamilton');
    expect(person?.closest('[title]')).toHaveAttribute(
      'title',
      expect.stringMatching(/margaret\.hamilton@example\.com$/),
    );
  },
);
