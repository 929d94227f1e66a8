import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const [calm = ''] = demoPins();
const pins = [{ kind: 'environment', id: calm }] as const;
const showDelivery = (only = '') => renderBoard({ board: { page: 'delivery', pins, only } });

it('shows each measure with its definition, its basis and its weeks', async () => {
  showDelivery('mall');
  const tile = await screen.findByRole('article', { name: 'Deployment frequency' });
  expect(tile).toHaveTextContent(/from \d+ successful deployments in 30 days/);
  await userEvent.click(within(tile).getByRole('button', { name: /Definition/ }));
  const definition = await screen.findByRole('dialog', { name: 'Deployment frequency' });
  expect(definition).toHaveTextContent(/A restart, a stop, a dry run/);
  await act(async () => document.querySelector('dialog')?.close());
  expect(definition).not.toBeInTheDocument();
  for (const name of ['Change failure rate', 'Recovery time', 'Lead time']) {
    expect(screen.getByRole('article', { name })).toHaveTextContent(/from /);
  }
  expect(screen.getByText(/Not counted: .*restarts?, stops?/)).toBeVisible();
});

/** Answers each history with its newest deployments, as many as a full page: the time before them is not known. */
const answeringPages = (length: number): typeof fetch => {
  const simulated = createSimulatedQovery();
  return async (input, init) => {
    const response = await simulated(input, init);
    if (!String(input).includes('deploymentHistoryV2')) return response;
    const { results, ...page } = await response.json();
    return Response.json({ ...page, results: results.slice(0, length) });
  };
};

it('names the days that the frequency is divided by, and no period before, when the history begins in the period', async () => {
  renderBoard({ board: { page: 'delivery', pins, only: 'mall.90d' }, send: answeringPages(50) });
  const tile = await screen.findByRole('article', { name: 'Deployment frequency' });
  expect(tile).toHaveTextContent(/from \d+ successful deployments in \d+ known days/);
  expect(tile).not.toHaveTextContent('in 90 days');
  expect(tile).toHaveTextContent('no period before to compare with');
  const [, count, days] = /from (\d+) successful deployments in (\d+) known days/.exec(tile.textContent) ?? [];
  const [, perDay] = /([\d.]+) a day/.exec(tile.textContent) ?? [];
  expect(Math.abs(Number(perDay) - Number(count) / Number(days))).toBeLessThan(0.2);
  expect(screen.getByText(/^\w+ \d+ to \w+ \d+$/)).toBeVisible();
});

it('names the fewest and the most known days when the histories begin at different times', async () => {
  const [, other = ''] = demoPins();
  const both = [...pins, { kind: 'environment', id: other }] as const;
  const [all, few] = [createSimulatedQovery(), answeringPages(20)];
  const send: typeof fetch = (input, init) => (String(input).includes(other) ? few : all)(input, init);
  renderBoard({ board: { page: 'delivery', pins: both, only: 'mall' }, send });
  const tile = await screen.findByRole('article', { name: 'Deployment frequency' });
  await waitFor(() =>
    expect(tile).toHaveTextContent(/successful deployments in the \d+ to 30 days known of each environment/),
  );
});

it('says with which period it compares only where it does', async () => {
  renderBoard({ board: { page: 'delivery', pins, only: 'mall.7d' } });
  expect(await screen.findByText(/ to \w+ \d+, compared with the 7 days before$/)).toBeVisible();
  const tile = screen.getByRole('article', { name: 'Deployment frequency' });
  expect(tile).toHaveTextContent(/up from|down from|as before/);
  expect(screen.queryByText(/no period before/)).not.toBeInTheDocument();
});

it('names the text that filters the board, and keeps the field when a user clears it', async () => {
  renderBoard({ board: { page: 'delivery', pins, only: 'mall', query: 'no such name' } });
  const field = await screen.findByRole('searchbox', { name: 'Filter' });
  expect(field).toHaveValue('no such name');
  expect(screen.queryByRole('article', { name: 'Deployment frequency' })).not.toBeInTheDocument();
  await userEvent.clear(field);
  expect(await screen.findByRole('article', { name: 'Deployment frequency' })).toBeVisible();
  expect(screen.getByRole('searchbox', { name: 'Filter' })).toHaveFocus();
});

it('shows the value of each week to the arrow keys', async () => {
  showDelivery('mall');
  const tile = await screen.findByRole('article', { name: 'Deployment frequency' });
  const weeks = within(tile).getByRole('slider', { name: /^Deployment frequency of the whole board, by week/ });
  const texts = new Set([weeks.getAttribute('aria-valuetext')]);
  weeks.focus();
  for (let week = 0; week < 7; week += 1) {
    await userEvent.keyboard('{ArrowLeft}');
    texts.add(weeks.getAttribute('aria-valuetext'));
  }
  expect(texts.size).toBe(8);
  expect(weeks).toHaveAttribute('aria-valuenow', '1');
  await userEvent.keyboard('{End}');
  expect(weeks).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(
      /: [\d.]+ (a day|a week|in 30 days|successful), from \d+ deployments?(: no rate)?$|: [\d.]+ a \w+, \d+ successful, from \d+ deployments$/,
    ),
  );
});

/** Returns a simulated Qovery that refuses the histories of some environments. */
const refusing = (isRefused: (id: string) => boolean): typeof fetch => {
  const simulated = createSimulatedQovery();
  return async (input, init) => {
    const [, id = ''] = /environment\/([^/]+)\/deploymentHistoryV2/.exec(String(input)) ?? [];
    return id !== '' && isRefused(id) ? new Response(null, { status: 403 }) : simulated(input, init);
  };
};

it('says that nothing is known, and which token would help, when Qovery refuses every history', async () => {
  renderBoard({ board: { page: 'delivery', pins, only: 'mall' }, send: refusing(() => true) });
  expect(await screen.findByText('Not known: no history could be read.')).toBeVisible();
  expect(screen.getByText(/1 history could not be read. Add a token that may read them in Settings./)).toBeVisible();
  expect(screen.queryByText('No deployment in this period.')).not.toBeInTheDocument();
});

it('offers no token to a viewer of a gateway, who has none, when Qovery refuses a history', async () => {
  renderBoard({ board: { page: 'delivery', pins, only: 'mall' }, send: refusing(() => true), auth: 'gateway' });
  expect(await screen.findByText(/1 history could not be read\./)).toBeVisible();
  expect(document.body).not.toHaveTextContent(/token/i);
});

it('says of how many environments the measures are when Qovery refuses the history of one', async () => {
  const [, other = ''] = demoPins();
  const both = [...pins, { kind: 'environment', id: other }] as const;
  renderBoard({
    board: { page: 'delivery', pins: both, only: 'mall.renvironment' },
    send: refusing((id) => id === other),
  });
  const tile = await screen.findByRole('article', { name: 'Change failure rate' });
  await waitFor(() => expect(tile).toHaveTextContent(/1 of 2 environments$/));
  // One history is answered, and the other refused, in any order.
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  const texts = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  expect(texts.filter((text) => text.endsWith('could not be read'))).toHaveLength(1);
});

it.each([3, 90])('says how many deployments a clock that is %i days behind leaves out', async (days) => {
  const send = createSimulatedQovery({ now: () => Date.now() + days * 86_400_000 });
  renderBoard({ board: { page: 'delivery', pins, only: 'mall' }, send });
  expect(
    await screen.findByText(
      /This computer’s clock is behind. Not counted because they are later: [1-9]\d* deployments?\./,
    ),
  ).toBeVisible();
  expect(screen.queryByText(/Choose a longer period/)).not.toBeInTheDocument();
});

it('says nothing about the clock when it is right', async () => {
  showDelivery('mall');
  expect(await screen.findByRole('article', { name: 'Deployment frequency' })).toBeVisible();
  expect(screen.queryByText(/clock is behind/)).not.toBeInTheDocument();
});

it('shows numbers and no rate below ten deployments', async () => {
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const response = await simulated(input, init);
    if (!String(input).includes('deploymentHistoryV2')) return response;
    const { results, ...page } = await response.json();
    return Response.json({ ...page, results: results.slice(0, 7) });
  };
  renderBoard({ board: { page: 'delivery', pins, only: 'mall' }, send });
  const tile = await screen.findByRole('article', { name: 'Change failure rate' });
  expect(tile).toHaveTextContent(/\d deployments?: no rate yet. Rates are shown from 10 on./);
  expect(tile).not.toHaveTextContent('%');
  expect(screen.getByRole('listitem')).toHaveTextContent(/no rate yet/);
  expect(screen.getByRole('article', { name: 'Recovery time' })).toHaveTextContent(/\d recovered/);
  const bars = screen.getAllByRole('slider', { name: /^Deployment frequency of .*, by week, in numbers$/ });
  for (const bar of bars)
    expect(bar).toHaveAttribute('aria-valuetext', expect.stringMatching(/successful, from \d deployments?: no rate$/));
  expect(screen.getByRole('article', { name: 'Lead time' })).toHaveTextContent(/\d with a known commit/);
  expect(screen.getByRole('region', { name: 'Duration of a deployment' })).toHaveTextContent(/no rate yet/);
  expect(screen.queryByRole('slider', { name: 'Duration of a deployment' })).not.toBeInTheDocument();
});

it('names a choice of the link that the board does not have, rather than showing the first choice', async () => {
  showDelivery('mPREVIEWLIKE.jAAAAAAAAQACAAAAAAAAAAQ');
  expect(await screen.findByText('No deployment in this period.')).toBeVisible();
  for (const name of ['Of:', 'Environments:'])
    expect(screen.getByRole('combobox', { name })).toHaveDisplayValue('not in this list');
});
