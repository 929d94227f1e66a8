import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'valibot';
import { expect, it, vi } from 'vitest';
import { serviceStatuses } from '#api/service-schemas.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import type { Pin } from '#domain/board/pin.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { anId } from '#test/support/ids.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const NOW = Date.UTC(2026, 7, 3, 10);
const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const QUESTION = /\/environment\/([^/]+)\/(deploymentHistoryV2|statuses|services)(\?|$)/;

type Respond = (fault?: string) => Promise<Response>;
type Answer = (what: string, respond: Respond) => Promise<Response> | Response;

/** Returns a simulated Qovery in which `answer` answers requests for one environment. Records these requests. */
function questioned(id: string, answer: Answer = (_, respond) => respond()) {
  const requested: string[] = [];
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const url = String(input);
    const [, environmentId, what] = QUESTION.exec(url) ?? [];
    if (environmentId !== id || what === undefined) return simulated(input, init);
    requested.push(what);
    return answer(what, (fault) =>
      simulated(fault === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}demo=${fault}`, init),
    );
  };
  return { requested, send };
}

const isRunningAt = async (id: string, time: number): Promise<boolean> => {
  const { state } = await (await createSimulatedQovery({ now: () => time })(`/environment/${id}/status`)).json();
  return isInProgress(toneOf(state));
};

/** Finds an environment that is, or is not, in progress at `NOW`, and changes that within four minutes. */
async function pinAt(isRunning: boolean): Promise<string> {
  for (const { id } of pins) {
    if ((await isRunningAt(id, NOW)) !== isRunning) continue;
    for (let later = 60_000; later <= 240_000; later += 10_000) {
      if ((await isRunningAt(id, NOW + later)) !== isRunning) return id;
    }
  }
  throw new Error('none');
}

/** Finds an environment that fails, and a time. */
async function failingPin(): Promise<readonly [id: string, time: number]> {
  for (let time = NOW; time < NOW + 86_400_000; time += 1_800_000) {
    const send = createSimulatedQovery({ now: () => time });
    for (const { id } of pins) {
      const { state } = await (await send(`/environment/${id}/status`)).json();
      if (toneOf(state) === 'failing') return [id, time];
    }
  }
  throw new Error('none');
}

const alone = (id: string): readonly Pin[] => [{ kind: 'environment', id }];
const setTime = () => vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const section = async (name: string) => within(await screen.findByRole('dialog')).findByRole('region', { name });
const rowsOf = async (name: string) => within(await section(name)).findAllByRole('listitem');
const DEPLOYMENTS = 'Deployments, newest first';

it('shows the last twenty deployments, what is usual, and the services, in agreement with the status', async () => {
  setTime();
  const details = await pinAt(false);
  renderBoard({ board: { pins, details }, send: questioned(details).send });
  const rows = await rowsOf(DEPLOYMENTS);
  expect(rows).toHaveLength(20);
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('img')).toHaveAccessibleName(/^Last 20 deployments: .*\d+ deployed.*; usually \d/);
  const status = await (await createSimulatedQovery()(`/environment/${details}/status`)).json();
  const [newest] = rows;
  expect(newest).toHaveTextContent(status.triggered_by);
  const facts = dialog.querySelector('dl');
  const duration = /Duration(.+?s) usually/.exec(facts?.textContent ?? '')?.[1];
  expect(newest).toHaveTextContent(duration ?? 'no duration');
  expect(within(newest ?? dialog).getByRole('link')).toHaveAttribute(
    'href',
    expect.stringMatching(`/environment/${details}/deployment/${status.last_deployment_id}$`),
  );
  for (const row of await rowsOf('Services')) expect(row).toHaveTextContent(/ago$/);
  for (const link of within(dialog).getAllByRole('link')) expect(link).toHaveAttribute('rel', 'noreferrer');
});

it('requests on opening and after a transition, and never on a timer', async () => {
  setTime();
  const details = await pinAt(false);
  const { requested, send } = questioned(details);
  renderBoard({ board: { pins: alone(details), details }, send });
  await rowsOf(DEPLOYMENTS);
  expect(requested.toSorted()).toEqual(['deploymentHistoryV2', 'services', 'statuses']);

  const states: (string | undefined)[] = [];
  for (let step = 0; step < 36; step += 1) {
    states.push(document.querySelector<HTMLElement>('article')?.dataset.state);
    await pass(10_000);
  }
  const changes = states.filter((state, index) => index > 0 && state !== states[index - 1]).length;
  expect(changes).toBeGreaterThan(1);
  const times = (what: string) => requested.filter((one) => one === what).length;
  expect(times('statuses')).toBeGreaterThanOrEqual(1 + changes);
  expect(times('statuses')).toBeLessThanOrEqual(2 + changes);
  expect(times('deploymentHistoryV2')).toBeLessThanOrEqual(times('statuses'));
  expect(times('services')).toBe(1);
});

it('sends no request when the details are closed and reopened within half a minute', async () => {
  setTime();
  const details = await pinAt(false);
  const { requested, send } = questioned(details);
  renderBoard({ board: { pins, details }, send });
  await rowsOf(DEPLOYMENTS);
  const name = screen.getByRole('dialog').getAttribute('aria-label') ?? '';
  await user().click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  const card = document.querySelector<HTMLElement>(`[data-environment-id="${details}"]`);
  await user().click(within(card ?? document.body).getByRole('button', { name }));
  expect(await rowsOf(DEPLOYMENTS)).toHaveLength(20);
  expect(requested).toHaveLength(3);
});

it.each([
  ['503', 'Qovery answered 503.'],
  ['404', 'No such environment, or no access to it.'],
  ['malformed', 'Envboard cannot read Qovery’s answer: it is not JSON.'],
])(
  'says why nothing is there (%s), never an empty list, and sends the request again on a click',
  async (fault, why) => {
    setTime();
    const details = await pinAt(false);
    let isBroken = true;
    renderBoard({
      board: { pins, details },
      send: questioned(details, (_, respond) => respond(isBroken ? fault : undefined)).send,
    });
    expect(await screen.findByText(`The deployments could not be loaded. ${why}`)).toBeVisible();
    expect(screen.getByText(`The services could not be loaded. ${why}`)).toBeVisible();
    expect(screen.queryByText('No deployments yet.')).not.toBeInTheDocument();
    isBroken = false;
    await user().click(within(await section(DEPLOYMENTS)).getByRole('button', { name: 'Try again' }));
    expect(await rowsOf(DEPLOYMENTS)).toHaveLength(20);
    expect(screen.queryByText(/deployments could not be loaded/)).not.toBeInTheDocument();
  },
);

it('sends no request before the retry time that Qovery names', async () => {
  setTime();
  const details = await pinAt(false);
  let fault: string | undefined = '429';
  const { requested, send } = questioned(details, (_, respond) => respond(fault));
  renderBoard({ board: { pins, details }, send });
  expect(
    await screen.findByText(
      /deployments could not be loaded. Too many requests: Qovery allows the next one in \d+ s\./,
    ),
  ).toBeVisible();
  const tryAgain = within(await section(DEPLOYMENTS)).getByRole('button', { name: 'Try again' });
  const before = requested.length;
  await user().click(tryAgain);
  await user().click(screen.getByRole('button', { name: 'Close' }));
  expect(requested).toHaveLength(before);
  fault = undefined;
  await pass(31_000);
  const card = document.querySelector<HTMLElement>(`[data-environment-id="${details}"] h3 button`);
  await user().click(card ?? document.body);
  expect(await rowsOf(DEPLOYMENTS)).toHaveLength(20);
});

it('keeps the shown data and reports the failure when a retry fails', async () => {
  setTime();
  const details = await pinAt(false);
  let fault: string | undefined;
  renderBoard({
    board: { pins: alone(details), details },
    send: questioned(details, (_, respond) => respond(fault)).send,
  });
  await rowsOf(DEPLOYMENTS);
  fault = '503';
  for (let step = 0; step < 30; step += 1) await pass(10_000);
  const kept = 'Qovery answered 503. The last known values are shown.';
  expect(screen.getByText(`The services could not be loaded. ${kept}`)).toBeVisible();
  expect(screen.getByText(`The deployments could not be loaded. ${kept}`)).toBeVisible();
  expect((await rowsOf(DEPLOYMENTS)).length).toBeGreaterThanOrEqual(20);
  expect((await rowsOf('Services')).length).toBeGreaterThan(1);
});

it('reports an empty history and no services when Qovery has none', async () => {
  setTime();
  const details = await pinAt(false);
  renderBoard({ board: { pins, details }, send: questioned(details, () => Response.json({})).send });
  expect(await screen.findByText('No deployments yet.')).toBeVisible();
  expect(await screen.findByText('No services in this environment.')).toBeVisible();
  expect(within(screen.getByRole('dialog')).queryByRole('img')).not.toBeInTheDocument();
});

it('shows services by their ids when their names cannot be fetched', async () => {
  const [{ id: details } = { id: '' }] = pins;
  const answer: Answer = (what, respond) => respond(what === 'services' ? '503' : undefined);
  renderBoard({ board: { pins, details }, send: questioned(details, answer).send });
  expect(await screen.findByText(/names of the services could not be loaded/)).toBeVisible();
  for (const row of await rowsOf('Services')) expect(row).toHaveTextContent(/^[0-9a-f]{8}…/);
});

it('while a deployment runs, says how long it has run, and that it is longer than usual past twice that', async () => {
  setTime();
  const details = await pinAt(true);
  const answer: Answer = async (what, respond) => {
    const response = await respond();
    if (what !== 'deploymentHistoryV2') return response;
    const [newest, ...others] = (await response.json()).results;
    const quick = { status: 'DEPLOYED', action_status: 'SUCCESS', total_duration: 'PT1S' };
    const begun = { auditing_data: { ...newest.auditing_data, created_at: new Date(NOW - 5_000).toISOString() } };
    const { trigger_action } = newest;
    return Response.json({
      results: [{ ...newest, ...begun }, ...others.map((one: object) => ({ ...one, ...quick, trigger_action }))],
    });
  };
  renderBoard({ board: { pins, details }, send: questioned(details, answer).send });
  const tooLong = await within(await screen.findByRole('dialog')).findByText('longer than usual (1 s)');
  expect(tooLong.parentElement).toHaveTextContent(/^\d+ s longer than usual/);
  // The card below the panel shows the usual duration in a line of its own, so that neither text cuts the start.
  const card = within(
    document.querySelector<HTMLElement>(`article[data-environment-id="${details}"]`) ?? document.body,
  );
  expect(await card.findByText('longer than usual')).toHaveAttribute('title', 'longer than usual (1 s)');
  expect(card.getByText('usually 1 s')).toBeInTheDocument();
  const [newest] = await rowsOf(DEPLOYMENTS);
  expect(newest).toHaveTextContent('—');
});

it('hides people’s names when the user chose so', async () => {
  changeSettings({ hidesPeople: true });
  const [{ id: details } = { id: '' }] = pins;
  renderBoard({ board: { pins, details }, send: questioned(details).send });
  await rowsOf(DEPLOYMENTS);
  expect(screen.getByRole('dialog')).not.toHaveTextContent(/ by /);
  changeSettings({ hidesPeople: false });
});

it('shows hostile names as text', async () => {
  const [{ id: details } = { id: '' }] = pins;
  const name = '<img src=x onerror=alert(1)>';
  const answer: Answer = async (what, respond) => {
    const { results, ...more } = await (await respond()).json();
    if (what === 'services') return Response.json({ results: results.map((one: object) => ({ ...one, name })) });
    if (what === 'statuses') return Response.json(more);
    const auditing_data = { triggered_by: name, origin: name, created_at: 'soon' };
    return Response.json({ results: results.map((one: object) => ({ ...one, auditing_data, status: name })) });
  };
  renderBoard({ board: { pins, details }, send: questioned(details, answer).send });
  for (const row of await rowsOf('Services')) expect(row).toHaveTextContent(name);
  for (const row of (await rowsOf(DEPLOYMENTS)).slice(1)) expect(row).toHaveTextContent(`${name}${name} by ${name}`);
});

it('says at which step a service fails, and links to that service and its log in Qovery', async () => {
  const [details, time] = await failingPin();
  vi.useFakeTimers({ shouldAdvanceTime: true, now: time });
  const simulated = createSimulatedQovery();
  const answer = await (await simulated(`/environment/${details}/statuses`)).json();
  const failed = parse(serviceStatuses, answer).services.find(({ state }) => toneOf(state) === 'failing');
  renderBoard({ board: { pins, details }, send: simulated });
  const [first, second] = await rowsOf('Services');
  if (!first || !second || !failed) throw new Error('no failing service');
  expect(first).toHaveTextContent(/Failed at the step: (build|deployment)/);
  const place = `/environment/${details}/service/${failed.id}`;
  const link = (name: string) => within(first).getByRole('link', { name });
  expect(link('Service in Qovery')).toHaveAttribute('href', expect.stringMatching(`${place}/overview$`));
  expect(link('Log in Qovery')).toHaveAttribute(
    'href',
    expect.stringMatching(`${place}/deployments/logs/${failed.executionId}$`),
  );
  expect(within(second).queryByRole('link')).not.toBeInTheDocument();
});

const BAD = { id: 7 };
const API = { id: anId(1), name: 'api', state: 'DEPLOYED' };
const WEB = { id: anId(2), name: 'web', state: 'DEPLOYED' };

it('says how many services and deployments could not be read', async () => {
  setTime();
  const details = await pinAt(false);
  const answer: Answer = async (what, respond) => {
    if (what === 'statuses') return Response.json({ containers: [API, BAD, BAD] });
    if (what === 'services') return Response.json({ results: [API, WEB, BAD] });
    const { results } = await (await respond()).json();
    return Response.json({ results: results.with(0, BAD).with(4, BAD) });
  };
  renderBoard({ board: { pins, details }, send: questioned(details, answer).send });
  expect(await within(await section(DEPLOYMENTS)).findByText('2 deployments could not be read.')).toBeVisible();
  expect(await rowsOf(DEPLOYMENTS)).toHaveLength(18);
  expect(screen.getByRole('heading', { name: 'Last 18 deployments; 2 more could not be read' })).toBeVisible();
  expect(screen.getByRole('img', { name: /^Last 18 deployments: .*; 2 more could not be read/ })).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /^Last 10 deployments: .*; 2 more could not be read$/ })).toBeInTheDocument();
  expect(await within(await section('Services')).findByText('1 service could not be read.')).toBeVisible();
  // The state of `web` could not be read.
  const [unknown, deployed, ...others] = await rowsOf('Services');
  expect(unknown).toHaveTextContent(/^web.*Unknown$/);
  expect(deployed).toHaveTextContent(/^api.*Deployed/);
  expect(others).toEqual([]);
});

it('counts no service as unreadable before its name arrives', async () => {
  setTime();
  const details = await pinAt(false);
  let release = () => {};
  const named = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answer: Answer = async (what, respond) => {
    if (what === 'statuses') return Response.json({ containers: [API, BAD] });
    if (what !== 'services') return respond();
    await named;
    return Response.json({ results: [API, WEB] });
  };
  renderBoard({ board: { pins: alone(details), details }, send: questioned(details, answer).send });
  expect(await rowsOf('Services')).toHaveLength(1);
  expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  release();
  expect(await within(await section('Services')).findByText('web')).toBeVisible();
  expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
});

it('explains an environment that is not on the board, and sends no request for it', async () => {
  const [{ id: details } = { id: '' }, ...others] = pins;
  const { requested, send } = questioned(details);
  renderBoard({ board: { pins: others, details }, send });
  expect(await screen.findByRole('dialog', { name: 'Not on this board' })).toHaveTextContent(details);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(requested).toEqual([]);
});

it('says that Qovery tells no state of an Argo CD app', async () => {
  const simulated = createSimulatedQovery();
  const kindsOf = async (id: string): Promise<string> => (await simulated(`/environment/${id}/services`)).text();
  const kinds = await Promise.all(pins.map(async ({ id }) => ({ id, text: await kindsOf(id) })));
  const id = kinds.find(({ text }) => text.includes('ARGOCD_APP'))?.id ?? '';
  renderBoard({ board: { pins, details: id } });
  const app = await within(await section('Services')).findByText('Argo CD app');
  expect(app.closest('li')).toHaveTextContent('Qovery tells no state of it');
});
