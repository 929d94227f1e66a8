import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
const ids = demoPins();
const pins: readonly Pin[] = ids.map((id, index) => ({ kind: 'environment', id, label: `e${index}` }));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const region = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');
const icon = () => decodeURIComponent(document.querySelector('link[rel="icon"]')?.getAttribute('href') ?? '');

/** Returns a simulated Qovery in which the test sets the state of every environment, and may make requests fail. */
function staged() {
  const answer = createSimulatedQovery();
  const stage = {
    states: new Map<string, string>(),
    deployments: new Map<string, string>(),
    isBroken: false,
    /** Resolves before the states of services are answered. */
    services: Promise.resolve(),
    /** Statuses of services that are answered besides those of the simulated Qovery. */
    moreServices: [] as object[],
    /** The environments whose services were requested. */
    detailed: [] as string[],
  };
  const said = (item: Readonly<Record<string, unknown>>) => {
    const state = stage.states.get(String(item.id)) ?? 'DEPLOYED';
    const deployment = stage.deployments.get(String(item.id));
    return {
      ...item,
      triggered_by: 'Ada',
      state,
      last_deployment_state: state,
      ...(deployment && { last_deployment_id: deployment }),
    };
  };
  const good = (service: object) => ({ ...service, state: 'DEPLOYED' });
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    const detailed = /\/environment\/([^/]+)\/statuses$/.exec(path)?.[1];
    if (detailed !== undefined) {
      stage.detailed.push(detailed);
      await stage.services;
      const applications = (await (await answer(input, init)).json()).applications;
      const failed = { ...applications[0], state: stage.states.get(detailed) };
      return Response.json({ applications: [failed, ...applications.slice(1).map(good), ...stage.moreServices] });
    }
    if (!path.endsWith('/status')) return answer(input, init);
    if (stage.isBroken) return new Response(null, { status: 503 });
    const body = await (await answer(input, init)).json();
    return Response.json(body.results ? { ...body, results: body.results.map(said) } : said(body));
  };
  return { stage, send };
}

async function open(board = {}) {
  const { stage, send } = staged();
  const view = renderBoard({ board: { name: 'Release train', pins, ...board }, send });
  await waitFor(() => {
    const cards = screen.getAllByRole('article');
    expect(cards.filter(({ dataset }) => dataset.freshness === 'fresh')).toHaveLength(cards.length);
  });
  await waitFor(() => expect(document.title).not.toBe('Envboard'));
  /** Sets states by the number of the pin, and waits until the page has processed the poll that returns them. */
  const turn = async (states: Readonly<Record<number, string>>) => {
    for (const [index, state] of Object.entries(states)) stage.states.set(ids[Number(index)] ?? '', state);
    await choose(PACE, 'Refresh now');
    await pass(8_000);
  };
  return { stage, turn, ...view };
}

/** Replaces the browser's `Notification`, and records the notifications. */
function notifications(permission: NotificationPermission, answer = permission) {
  const shown: { title: string; options: NotificationOptions; onclick?: () => void }[] = [];
  class FakeNotification {
    static permission = permission;
    static requestPermission = vi.fn(async () => {
      FakeNotification.permission = answer;
      return answer;
    });
    close = vi.fn();
    constructor(title: string, options: NotificationOptions) {
      shown.push(Object.assign(this, { title, options }));
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
  return { shown, ask: FakeNotification.requestPermission };
}

const keep = (part: object) =>
  localStorage.setItem(
    'envboard.settings',
    JSON.stringify({
      version: 1,
      value: {
        theme: 'system',
        intervalMs: 30_000,
        pollsWhenHidden: false,
        hidesPeople: false,
        notifies: false,
        sounds: false,
        ...part,
      },
    }),
  );

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  document.head.innerHTML = '<title>Envboard</title><link rel="icon" href="./favicon.svg">';
});
it('shows the worst state in the title and the icon, and nothing when all is good', async () => {
  const { turn, unmount } = await open();
  expect(document.title).toBe('Release train');
  const good = icon();
  expect(good).toMatch(/^data:image\/svg\+xml,<svg /);

  await turn({ 0: 'BUILD_ERROR', 1: 'DEPLOYMENT_ERROR', 2: 'UNAVAILABLE' });
  expect(document.title).toBe('2 failing, 1 warning · Release train');
  expect(icon()).toContain('>2</text>');

  await turn({ 0: 'DEPLOYED', 1: 'DEPLOYED', 2: 'DEPLOYED' });
  expect(document.title).toBe('Release train');
  expect(icon()).toBe(good);

  unmount();
  expect(document.title).toBe('Envboard');
  expect(icon()).toBe('./favicon.svg');
});

it('says "not reached" when asking fails, with an icon of its own, and never calls it failing', async () => {
  const { stage, turn } = await open();
  stage.isBroken = true;
  await turn({});
  expect(document.title).toBe('12 not reached · Release train');
  expect(icon()).toContain('stroke-dasharray');
  expect(icon()).toContain('>12</text>');
});

it('announces nothing on load, and then each change once', async () => {
  const { turn } = await open();
  expect(region()).toBe('');
  await turn({ 3: 'BUILD_ERROR' });
  expect(region()).toBe('e3 is failing: Build error.');
  await pass(30_000);
  expect(region()).toBe('');
  await turn({ 3: 'BUILDING' });
  expect(region()).toBe('');
  await turn({ 3: 'DEPLOYED' });
  expect(region()).toBe('e3 has recovered: Deployed.');
});

it('announces many simultaneous changes in one sentence', async () => {
  const { turn } = await open();
  await turn({ 0: 'BUILD_ERROR', 1: 'BUILD_ERROR', 2: 'BUILD_ERROR', 3: 'BUILD_ERROR' });
  expect(region()).toMatch(/^4 environments are failing: e\d, e\d, e\d and 1 more\.$/);
});

it('says nothing when our connection comes back to the same states, and once what changed meanwhile', async () => {
  const { stage, turn } = await open();
  stage.isBroken = true;
  await turn({});
  stage.isBroken = false;
  await turn({});
  expect(region()).toBe('');

  stage.isBroken = true;
  await turn({ 5: 'STOP_ERROR' });
  expect(region()).toBe('');
  stage.isBroken = false;
  await turn({});
  expect(region()).toBe('e5 is failing: Stop error.');
});

it('does not notify when the user did not turn notifications on', async () => {
  const { shown } = notifications('granted');
  const { turn } = await open();
  await turn({ 0: 'BUILD_ERROR' });
  expect(region()).toBe('e0 is failing: Build error.');
  expect(shown).toEqual([]);
});

it('notifies of a change in the same words, and opens the details on a click', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const { turn } = await open();
  expect(shown).toEqual([]);
  await turn({ 0: 'BUILD_ERROR' });
  expect(shown.map(({ title }) => title)).toEqual(['e0 is failing: Build error.']);
  expect(shown[0]?.options).toMatchObject({ tag: `envboard.${ids[0]}`, silent: true });
  expect(shown[0]?.options.body).toMatch(/by Ada · Release train$/);

  vi.spyOn(window, 'focus').mockImplementation(() => {});
  act(() => shown[0]?.onclick?.());
  expect(window.focus).toHaveBeenCalled();
  expect(await screen.findByRole('dialog', { name: /e0/ })).toBeVisible();
});

it('names the failing service and the person in a notification', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const { stage, turn } = await open();
  await turn({ 0: 'BUILD_ERROR', 5: 'UNAVAILABLE' });
  expect(shown.map(({ options }) => options.body)).toEqual([
    'Failing service: web · by Ada · Release train',
    'Service with a warning: web · by Ada · Release train',
  ]);
  expect(stage.detailed.toSorted()).toEqual([ids[0], ids[5]].toSorted());

  await turn({ 0: 'DEPLOYED', 5: 'DEPLOYED' });
  expect(shown).toHaveLength(4);
  expect(shown[3]?.options.body).toBe('by Ada · Release train');
  await turn({ 0: 'BUILD_ERROR', 1: 'BUILD_ERROR', 2: 'BUILD_ERROR', 3: 'BUILD_ERROR' });
  expect(shown).toHaveLength(5);
  expect(stage.detailed, 'nothing is requested for a recovery or a group').toHaveLength(2);
});

it('counts the services that could not be read beside the failing one', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const { stage, turn } = await open();
  stage.moreServices = [{ id: 7, state: 'BUILD_ERROR' }, { state: 'BUILD_ERROR' }];
  await turn({ 0: 'BUILD_ERROR' });
  expect(shown.map(({ options }) => options.body)).toEqual([
    'Failing service: web · 2 services could not be read · by Ada · Release train',
  ]);
});

it('notifies without a service when its name takes longer than three seconds', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const { stage, turn } = await open();
  stage.services = new Promise(() => {});
  await turn({ 0: 'BUILD_ERROR' });
  expect(stage.detailed).toEqual([ids[0]]);
  expect(shown.map(({ options }) => options.body)).toEqual(['by Ada · Release train']);
});

it('notifies of each failure of one deployment when a stop lies between', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const { stage, turn } = await open();
  stage.deployments.set(ids[0] ?? '', '00000000-0000-4000-8000-00000000d001');
  for (const state of ['BUILD_ERROR', 'STOPPED', 'BUILD_ERROR']) await turn({ 0: state });
  const failure = 'e0 is failing: Build error.';
  expect(shown.map(({ title }) => title)).toEqual([failure, failure]);
});

it('sends one notification for each kind of change when many environments change', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const { turn } = await open();
  await turn({ 0: 'BUILD_ERROR', 1: 'BUILD_ERROR', 2: 'BUILD_ERROR', 3: 'BUILD_ERROR', 5: 'UNAVAILABLE' });
  expect(shown.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^4 environments are failing: /),
    'e5 has a warning: Unavailable.',
  ]);
});

it('does not count a snoozed environment until it changes', async () => {
  const { turn } = await open();
  await turn({ 4: 'BUILD_ERROR' });
  expect(document.title).toBe('1 failing · Release train');
  await choose(/^Actions for .+ e4$/, 'Snooze for 1 hour');
  await pass(1_000);
  expect(document.title).toBe('Release train');
  await turn({ 4: 'STOP_ERROR' });
  expect(document.title).toBe('1 failing · Release train');
});

it('says the same of a snoozed failure in title, summary, filter, card, menu and details', async () => {
  const { turn } = await open();
  await turn({ 4: 'BUILD_ERROR' });
  const summary = within(screen.getByRole('region', { name: 'Summary' }));
  expect(summary.getByRole('button', { name: /^1 ?Failing/ })).toBeVisible();
  await choose(/^Actions for .+ e4$/, 'Snooze for 1 hour');
  await pass(1_000);
  expect(summary.queryByRole('button', { name: /^1 ?Failing/ })).not.toBeInTheDocument();
  expect(summary.getByText(/^None failing, .*1 snoozed\.$/)).toBeVisible();
  expect(document.title).toBe('Release train');

  fireEvent.click(summary.getByRole('button', { name: /^1 ?Snoozed/ }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  const pill = screen.getByTitle(/^Snoozed until \d\d:\d\d/);
  expect(pill).toBeVisible();
  expect(pill).toHaveTextContent(/^Snoozed until \d\d:\d\d/);
  fireEvent.click(screen.getByRole('button', { name: 'e4' }));
  const details = within(await screen.findByRole('dialog', { name: /e4/ }));
  expect(details.getByText(/^Snoozed until \d\d:\d\d/)).toBeVisible();
  fireEvent.click(details.getByRole('button', { name: 'Close' }));
  await choose(/^Actions for .+ e4$/, /^End the snooze \(until \d\d:\d\d.*\)$/);
  await pass(1_000);
  expect(document.title).toBe('1 failing · Release train');
});

it('counts a failure again after a snooze until the change has ended', async () => {
  const { stage, turn } = await open();
  await turn({ 4: 'BUILD_ERROR' });
  expect(document.title).toBe('1 failing · Release train');
  await choose(/^Actions for .+ e4$/, 'Snooze until it changes');
  await pass(1_000);
  expect(document.title).toBe('Release train');
  await turn({ 4: 'DEPLOYED' });
  await turn({ 4: 'BUILD_ERROR' });
  expect(document.title).toBe('1 failing · Release train');

  await choose(/^Actions for .+ e4$/, 'Snooze until it changes');
  await pass(1_000);
  expect(document.title).toBe('Release train');
  stage.deployments.set(ids[4] ?? '', 'another');
  await turn({});
  expect(document.title, 'the same state by another deployment').toBe('1 failing · Release train');
});

it('offers only snoozes with an end while an environment has no reading', async () => {
  const { stage, send } = staged();
  stage.isBroken = true;
  renderBoard({ board: { name: 'Release train', pins }, send });
  await screen.findAllByRole('article');
  fireEvent.click(await screen.findByRole('button', { name: /^Actions for .+ e4$/ }));
  expect(await screen.findByRole('menuitem', { name: 'Snooze for 1 hour' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Snooze until it changes' })).not.toBeInTheDocument();
});

it('shows a hostile name as text', async () => {
  keep({ notifies: true });
  const { shown } = notifications('granted');
  const label = '<img src=x onerror=alert(1)> "&\'';
  const { turn } = await open({ pins: [{ kind: 'environment', id: ids[0], label }] });
  await turn({ 0: 'BUILD_ERROR' });
  expect(shown[0]?.title).toBe(`${label} is failing: Build error.`);
  expect(region()).toBe(`${label} is failing: Build error.`);
  expect(document.querySelector('img')).toBeNull();
});

it('toggles the sound with one key, and announces it', async () => {
  await open();
  fireEvent.keyDown(window, { key: 'm' });
  expect(region()).toBe('Sound is on.');
  fireEvent.keyDown(window, { key: 'm' });
  expect(region()).toBe('Sound is off.');
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'm' });
  expect(region()).toBe('Sound is off.');
});
