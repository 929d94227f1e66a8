import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchTheme } from '#data/preferences/apply-theme.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { choose } from '#test/support/menus.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
const KEY = 'envboard.settings';
const kept = () => JSON.parse(localStorage.getItem(KEY) ?? '{}').value;
const keep = (part: object) =>
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value: { ...DEFAULT_SETTINGS, ...part } }));
const pin = { kind: 'environment' as const, id: demoPins()[0] ?? '' };

async function open() {
  renderBoard({ board: { pins: [pin] } });
  await choose('More', 'Settings');
  return within(await screen.findByRole('dialog', { name: 'Settings' }));
}

function notifications(permission: NotificationPermission, answer: NotificationPermission = permission) {
  const browsers = {
    permission,
    requestPermission: vi.fn(async () => {
      browsers.permission = answer;
      return answer;
    }),
  };
  vi.stubGlobal('Notification', browsers);
  return browsers.requestPermission;
}

let stopTheme = () => {};
beforeEach(() => {
  document.head.innerHTML = '<meta name="color-scheme" content="light dark">';
});
afterEach(() => {
  stopTheme();
});

it('changes the theme at once, and returns to the system’s theme', async () => {
  stopTheme = watchTheme();
  const dialog = await open();
  const { dataset } = document.documentElement;
  const scheme = () => document.querySelector('meta[name="color-scheme"]')?.getAttribute('content');
  expect(dialog.getByRole('radio', { name: 'Same as the system' })).toBeChecked();
  await userEvent.click(dialog.getByRole('radio', { name: 'Dark' }));
  expect(dataset.theme).toBe('dark');
  expect(scheme()).toBe('dark');
  expect(kept()).toMatchObject({ theme: 'dark' });
  await userEvent.click(dialog.getByRole('radio', { name: 'Same as the system' }));
  expect(dataset.theme).toBeUndefined();
  expect(scheme()).toBe('light dark');
});

it('follows the theme that is chosen in another tab', () => {
  stopTheme = watchTheme();
  keep({ theme: 'dark' });
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect(document.documentElement.dataset.theme).toBe('dark');
});

it('shows the other settings as they are when a stored one is unknown', async () => {
  keep({ theme: 'sepia' as 'dark', hidesPeople: true, intervalMs: 60_000 });
  const dialog = await open();
  expect(dialog.getByRole('radio', { name: 'Same as the system' })).toBeChecked();
  expect(dialog.getByRole('checkbox', { name: 'Hide names of people' })).toBeChecked();
  expect(dialog.getByRole('combobox', { name: 'Check environments every' })).toHaveDisplayValue('1 min');
  await userEvent.click(dialog.getByRole('radio', { name: 'Dark' }));
  expect(kept()).toMatchObject({ theme: 'dark', hidesPeople: true, intervalMs: 60_000 });
});

it('stores the interval, even one that no list offers', async () => {
  keep({ intervalMs: 45_000 });
  const dialog = await open();
  const interval = dialog.getByRole('combobox', { name: 'Check environments every' });
  expect(interval).toHaveDisplayValue('45 s');
  await userEvent.selectOptions(interval, '5 min');
  expect(kept()).toMatchObject({ intervalMs: 300_000 });
});

it.each([
  ['Keep checking while hidden', 'pollsWhenHidden'],
  ['Hide names of people', 'hidesPeople'],
  ['Sound', 'sounds'],
])('turns on and off: %s', async (label, key) => {
  const dialog = await open();
  const box = dialog.getByRole('checkbox', { name: label });
  expect(box).toHaveAccessibleDescription(/\w/);
  await userEvent.click(box);
  expect(kept()).toMatchObject({ [key]: true });
  await userEvent.click(box);
  expect(kept()).toMatchObject({ [key]: false });
});

it('requests the permission only on the click that turns notifications on, and then polls while hidden', async () => {
  const ask = notifications('default', 'granted');
  const dialog = await open();
  const box = dialog.getByRole('checkbox', { name: 'Notifications' });
  expect(box).toHaveAccessibleDescription(/Your browser asks you first/);
  expect(ask).not.toHaveBeenCalled();
  await userEvent.click(box);
  await waitFor(() => expect(box).toBeChecked());
  expect(ask).toHaveBeenCalledTimes(1);
  expect(kept()).toMatchObject({ notifies: true, pollsWhenHidden: true });
  await userEvent.click(box);
  expect(kept()).toMatchObject({ notifies: false });
});

it('reports that notifications stay off when the user refuses the permission', async () => {
  notifications('default', 'denied');
  const dialog = await open();
  const box = dialog.getByRole('checkbox', { name: 'Notifications' });
  await userEvent.click(box);
  expect(await dialog.findByText('Notifications stay off: your browser did not allow them.')).toBeInTheDocument();
  expect(box).not.toBeChecked();
  expect(box).toHaveAccessibleDescription(/blocks notifications/);
  expect(localStorage.getItem(KEY)).toBeNull();
});

it('does not claim to notify once the browser blocks it', async () => {
  keep({ notifies: true });
  notifications('denied');
  const dialog = await open();
  expect(dialog.getByRole('checkbox', { name: 'Notifications' })).not.toBeChecked();
});

it('reports that notifications are unavailable when the browser lacks them', async () => {
  const dialog = await open();
  expect(dialog.getByRole('checkbox', { name: 'Notifications' })).toBeDisabled();
  expect(dialog.getByText(/This browser cannot show notifications/)).toBeVisible();
});

it('clears the device’s data, except the request ledger, when the user confirms', async () => {
  keep({ theme: 'dark', intervalMs: 60_000 });
  stopTheme = watchTheme();
  localStorage.setItem('envboard.ledger@x', '{"buckets":[[1,1]]}');
  localStorage.setItem('envboard.connection@https://other.example', '{"kind":"demo"}');
  localStorage.setItem('envboard.boards', '{}');
  localStorage.setItem('somebody.else', 'stays');
  sessionStorage.setItem('envboard.connection', '{}');
  const dialog = await open();
  await userEvent.click(dialog.getByRole('button', { name: 'Forget…' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Keep' }));
  expect(localStorage.getItem(KEY)).not.toBeNull();

  await userEvent.click(dialog.getByRole('button', { name: 'Forget…' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Forget everything' }));
  expect(await dialog.findByText('Forgotten.')).toBeVisible();
  expect(localStorage.getItem('envboard.boards')).toBeNull();
  expect(localStorage.getItem(KEY)).toBeNull();
  expect(sessionStorage.getItem('envboard.connection')).toBeNull();
  expect(localStorage.getItem('envboard.ledger@x')).toBe('{"buckets":[[1,1]]}');
  expect(localStorage.getItem('envboard.connection@https://other.example')).toBe('{"kind":"demo"}');
  expect(localStorage.getItem('somebody.else')).toBe('stays');
  expect(dialog.getByRole('radio', { name: 'Same as the system' })).toBeChecked();
  expect(document.documentElement.dataset.theme).toBeUndefined();
  await act(async () => dialog.getByRole('button', { name: 'Done' }).click());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
