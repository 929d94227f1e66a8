import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { altered, aProject, refusing } from '#test/support/altered.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const demo = demoPins();
const pins: readonly Pin[] = demo.map((id) => ({ kind: 'environment', id }));
const pinsOf = (ids: readonly string[]): readonly Pin[] => ids.map((id) => ({ kind: 'environment', id }));
const STATUS = /\/environment\/(status|overview)$|\/status$/;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const statusCalls = (send: { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }) =>
  send.mock.calls.map(([input]) => String(input)).filter((path) => STATUS.test(path));

it('reports missing access for one refused environment while the others stay fresh', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { environments } = await aProject();
  const stranger = '00000000-0000-4000-8000-000000000000';
  const send = vi.fn(refusing(401, (path) => path.includes(stranger)));
  renderBoard({ board: { pins: pinsOf([stranger, ...environments.map(({ id }) => id)]) }, send });
  expect(await screen.findByText('No such environment, or no access to it.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(screen.getByText(/^Live/)).toBeVisible();

  send.mockClear();
  await pass(300_000);
  expect(statusCalls(send).filter((path) => path.includes(stranger))).toEqual([]);
  await pass(500_000);
  expect(statusCalls(send).filter((path) => path.includes(stranger))).toHaveLength(1);
});

it('polls rarely, keeps every reading and requests another token when every source refuses the token', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let isOver = false;
  const send = vi.fn(refusing(401, () => isOver));
  renderBoard({ board: { pins }, send });
  await screen.findAllByText('Up to date');
  const tones = () => screen.getAllByRole('article').map(({ dataset }) => [dataset.environmentId, dataset.tone]);
  const before = tones();

  isOver = true;
  await choose(PACE, 'Refresh now');
  expect(await screen.findByText(/^Token refused · next try in/)).toBeVisible();
  await pass(0);
  send.mockClear();
  await pass(3_600_000);
  expect(statusCalls(send).length).toBeGreaterThan(10);
  expect(statusCalls(send).length).toBeLessThan(15);
  expect(new Map(tones().map(([id, tone]) => [id, tone]))).toEqual(new Map(before.map(([id, tone]) => [id, tone])));
  const banner = screen.getByRole('alert');
  expect(banner).toHaveTextContent('Qovery refused the token.');

  await act(async () => screen.getByRole('button', { name: 'Use another token' }).click());
  const dialog = await screen.findByRole('dialog', { name: 'Use another token' });
  expect(within(dialog).getByLabelText('Qovery token')).toBeVisible();
});

const sparse = (items: readonly Readonly<Record<string, unknown>>[]) =>
  items.map(({ id, state, last_deployment_state }) => ({ id, state, last_deployment_state }));

it('requests the project overview, once per poll, when the status list of a project is sparse', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { projectId, environments } = await aProject();
  const send = vi.fn(altered(/environment\/status$/, sparse));
  renderBoard({ board: { pins: pinsOf(environments.map(({ id }) => id)) }, send });
  expect((await screen.findAllByText(/Up to date|Out of date|Never deployed/)).length).toBeGreaterThan(0);
  send.mockClear();
  await pass(120_000);
  expect(statusCalls(send).length).toBeGreaterThan(1);
  expect(new Set(statusCalls(send))).toEqual(new Set([`/api/project/${projectId}/environment/overview`]));
});

it('requests each environment when the overview is sparse as well', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { environments } = await aProject();
  const ids = environments.map(({ id }) => id);
  const lists = altered(/environment\/status$/, sparse);
  const send = vi.fn(
    altered(
      /environment\/overview$/,
      (items) =>
        items.map(({ id, deployment_status }) => ({ id, deployment_status: sparse([Object(deployment_status)])[0] })),
      lists,
    ),
  );
  renderBoard({ board: { pins: pinsOf(ids) }, send });
  expect((await screen.findAllByText(/Up to date|Out of date|Never deployed/)).length).toBeGreaterThan(0);
  send.mockClear();
  await pass(120_000);
  expect(new Set(statusCalls(send))).toEqual(new Set(ids.map((id) => `/api/environment/${id}/status`)));
});

it('announces a failure once, while its seconds and its counts go on', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let isDown = false;
  renderBoard({ board: { pins }, send: refusing(503, () => isDown) });
  await screen.findAllByText('Up to date');
  isDown = true;
  await choose(PACE, 'Refresh now');
  const alert = await screen.findByRole('alert');
  const announced: string[] = [];
  const observer = new MutationObserver(() => announced.push(alert.textContent ?? ''));
  observer.observe(alert, { childList: true, characterData: true, subtree: true });
  const wait = () => screen.getByText(/Envboard tries again in/).textContent;
  const before = wait();
  for (let second = 0; second < 9; second += 1) await pass(1_000);
  expect(wait()).not.toBe(before);
  expect(alert).toHaveTextContent(/^Qovery answered 503\. .*The cards show the last known states\.$/);
  expect(announced).toEqual([]);
  observer.disconnect();
});

it('reports an environment that is missing from its project’s list, and keeps its tone', async () => {
  const { environments } = await aProject();
  const [first] = environments;
  let isGone = false;
  const send = altered(STATUS, (items) => items.filter(({ id }) => !isGone || id !== first?.id));
  renderBoard({ board: { pins: pinsOf(environments.map(({ id }) => id)) }, send });
  const card = await screen.findByRole('article', { name: new RegExp(`^${first?.name},`) });
  await waitFor(() => expect(card).toHaveAttribute('data-freshness', 'fresh'));
  const { tone } = card.dataset;

  isGone = true;
  await choose(PACE, 'Refresh now');
  expect(await within(card).findByText(/No longer listed in its project/)).toBeVisible();
  expect(card).toHaveAttribute('data-tone', tone);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('marks a reading as late and shows its age when the next answer is overdue', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const answer = createSimulatedQovery();
  let isStuck = false;
  const send: typeof fetch = (input, init) => (isStuck ? new Promise(() => {}) : answer(input, init));
  renderBoard({ board: { pins: pinsOf(demo.slice(0, 1)) }, send });
  await waitFor(() => expect(screen.getByRole('article')).toHaveAttribute('data-freshness', 'fresh'));
  await choose(PACE, 'Pause');
  isStuck = true;
  await pass(300_000);
  expect(screen.getByRole('article')).toHaveAttribute('data-freshness', 'late');
  expect(screen.getByText('5 m old')).toBeVisible();
});

it('renders persisted readings at once, marked as unconfirmed until an answer arrives', async () => {
  const answer = createSimulatedQovery();
  const { unmount } = renderBoard({ board: { pins }, send: answer });
  await screen.findAllByText('Up to date');
  unmount();

  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  renderBoard({ board: { pins }, send: (input, init) => held.then(() => answer(input, init)) });
  const cards = screen.getAllByRole('article');
  expect(cards).toHaveLength(12);
  for (const card of cards) {
    expect(card).toHaveAttribute('data-freshness', 'kept');
    expect(card.dataset.state).not.toBe('');
    expect(await within(card).findByText(/^last known,/)).toBeVisible();
  }
  release();
  await waitFor(() => {
    for (const card of screen.getAllByRole('article')) expect(card).toHaveAttribute('data-freshness', 'fresh');
  });
});

it.each(['{', '{"version":9}', '{"version":1,"entries":[]}', '{"version":2,"rows":[[1]],"members":{}}', 'null', '"x"'])(
  'works on with damaged or foreign kept readings: %s',
  async (text) => {
    localStorage.setItem('envboard.readings@test', text);
    renderBoard({ board: { pins } });
    await screen.findAllByText('Up to date');
    expect(await screen.findAllByRole('article')).toHaveLength(12);
  },
);

it('works when the browser refuses storage', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  renderBoard({ board: { pins } });
  await screen.findAllByText('Up to date');
  expect(await screen.findAllByRole('article')).toHaveLength(12);
});
