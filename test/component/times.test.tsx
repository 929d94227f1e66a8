import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { View } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { whenFilled } from '#test/support/filled.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
const KEY = 'envboard.settings';
const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));

const keep = (part: object) =>
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value: { ...DEFAULT_SETTINGS, ...part } }));
/** Changes the stored value and sends the event, as another tab would. */
const keepElsewhere = (part: object) =>
  act(() => {
    keep(part);
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
  });

const moments = () =>
  [...document.querySelectorAll<HTMLTimeElement>('[data-environment-id] time')].filter(({ title }) => title !== '');
const whole = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long', timeZone }).format(Date.parse(at));

async function show(view: View = 'cards') {
  renderBoard({ board: { pins, view, group: 'none' } });
  await waitFor(() => expect(document.querySelectorAll('[data-freshness="fresh"]')).toHaveLength(12));
  await whenFilled();
}

it('shows every time of a card in the chosen zone, and in UTC for machines', async () => {
  keep({ timeZone: 'UTC', absoluteTimes: true });
  await show();
  expect(moments().length).toBeGreaterThan(6);
  for (const { dateTime, title, textContent } of moments()) {
    expect(dateTime).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(title).toBe(whole(dateTime, 'UTC'));
    expect(textContent).toBe(title);
    expect(title).toMatch(/UTC$/);
  }
  expect(screen.getAllByText(/^checked .*UTC$/)).toHaveLength(12);
  expect(screen.queryByText(/\bago\b/)).not.toBeInTheDocument();
});

it.each(['cards', 'table', 'compact', 'wall'] as const)('changes the zone of all moments at once: %s', async (view) => {
  await show(view);
  const [first] = moments();
  expect(first?.textContent).toMatch(/ago|just now|\d [smhd]$/);
  keepElsewhere({ timeZone: 'Asia/Tokyo', absoluteTimes: true });
  // A time that has just rendered subscribes in the effects after its render. After that, all times are subscribed.
  await waitFor(() => expect(first?.title).toBe(whole(first?.dateTime ?? '', 'Asia/Tokyo')));
  for (const { dateTime, title, textContent } of moments()) {
    expect(title).toBe(whole(dateTime, 'Asia/Tokyo'));
    expect(textContent).not.toMatch(/ago|just now|\d [smhd]$/);
  }
  const at = Date.parse(first?.dateTime ?? '');
  const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' });
  const [time = ''] = hour.format(at).split(' ');
  expect(first?.textContent).toContain(view === 'cards' ? time.replace(/^0/, '') : time);
  keepElsewhere({ timeZone: 'Asia/Tokyo', absoluteTimes: false });
  expect(first?.textContent).toMatch(/ago|just now|\d [smhd]$/);
  expect(first?.title).toBe(whole(first?.dateTime ?? '', 'Asia/Tokyo'));
});

it('shows the time of the zone chosen on the wall, and names it', async () => {
  keep({ timeZone: 'Asia/Tokyo' });
  await show('wall');
  const format = new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
    timeZoneName: 'short',
  });
  const clock = document.querySelector<HTMLTimeElement>('header time');
  expect([format.format(Date.now()), format.format(Date.now() - 2_000)]).toContain(clock?.textContent);
  expect(clock?.dateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
});

it('shows the start of an outage in the chosen zone', async () => {
  keep({ timeZone: 'Asia/Tokyo', absoluteTimes: true });
  let isBroken = false;
  const send = createSimulatedQovery();
  renderBoard({
    board: { pins },
    send: (input, init) => send(isBroken && /status/.test(String(input)) ? `${input}?demo=503` : input, init),
  });
  await waitFor(() => expect(document.querySelectorAll('[data-freshness="fresh"]')).toHaveLength(12));
  isBroken = true;
  await choose(PACE, 'Refresh now');
  expect(await screen.findByText(/Failing since .*GMT\+9: \d+ of \d+ requests\./)).toBeVisible();
  expect((await screen.findAllByText(/^not reached since .*GMT\+9$/)).length).toBeGreaterThan(0);
});

it('is chosen in the settings: the device’s zone, UTC, and those that the browser knows', async () => {
  await show();
  await choose('More', 'Settings');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  const zone = dialog.getByRole('combobox', { name: 'Time zone' });
  expect(zone).toHaveDisplayValue(/^This device’s/);
  expect(zone).toHaveAccessibleDescription(/\w/);
  const [, utc, ...others] = within(zone).getAllByRole('option');
  expect(utc).toHaveTextContent('UTC');
  expect(others.map(({ textContent }) => textContent)).toEqual(
    Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC'),
  );

  await userEvent.selectOptions(zone, 'America/New_York');
  await userEvent.click(dialog.getByRole('radio', { name: 'Date and time' }));
  const [first] = moments();
  expect(first?.textContent).toBe(whole(first?.dateTime ?? '', 'America/New_York'));
  expect(JSON.parse(localStorage.getItem(KEY) ?? '{}').value).toMatchObject({
    timeZone: 'America/New_York',
    absoluteTimes: true,
  });
  await userEvent.click(dialog.getByRole('radio', { name: 'How long ago' }));
  expect(first?.textContent).toMatch(/ago|just now/);
});

it('keeps the rest of the settings where the zone is none, or is not there yet', async () => {
  keep({ timeZone: 'Mars/Olympus_Mons', absoluteTimes: true });
  await show();
  const [first] = moments();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(first?.textContent).toBe(whole(first?.dateTime ?? '', timeZone));
  expect(screen.getAllByText(/^by /).length).toBeGreaterThan(0);

  keep({ timeZone: undefined, absoluteTimes: undefined, hidesPeople: true });
  act(() => void dispatchEvent(new StorageEvent('storage', { key: KEY })));
  await waitFor(() => expect(first?.textContent).toMatch(/ago|just now/));
  expect(screen.queryByText(/^by /)).not.toBeInTheDocument();
});

it('shows the times of the details in the chosen zone', async () => {
  keep({ timeZone: 'UTC', absoluteTimes: true });
  renderBoard({ board: { pins, details: pins[0]?.id } });
  const dialog = await screen.findByRole('dialog');
  const list = await within(dialog).findByRole('region', { name: 'Deployments, newest first' });
  await waitFor(() => expect(list.querySelectorAll('time').length).toBeGreaterThan(5));
  for (const { dateTime, title } of dialog.querySelectorAll('time')) expect(title).toBe(whole(dateTime, 'UTC'));
  expect(within(dialog).queryByText(/\bago\b/)).not.toBeInTheDocument();
  expect(within(dialog).getByText(/^since .*UTC/)).toBeVisible();
});
