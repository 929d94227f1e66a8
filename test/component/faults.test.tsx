import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { View } from '#domain/board/board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { aProject } from '#test/support/altered.ts';
import { cutOffline } from '#test/support/cut-off.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

/** The pins of one project, which is requested as a whole. */
const { environments } = await aProject();
const pins = environments.slice(0, 3).map(({ id }) => ({ kind: 'environment', id }) as const);
const STATUS = /\/(status|overview)$/;
const VIEWS: readonly View[] = ['cards', 'table', 'wall'];

type Fault = {
  readonly name: string;
  readonly answer: typeof fetch;
  readonly says: RegExp;
  /** True for a text on each environment, instead of one banner. */
  readonly isOwn?: boolean;
};

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  async () =>
    new Response('', { status: code, headers });
const body = (text: string) => async () => new Response(text, { headers: { 'Content-Type': 'application/json' } });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const NO_ACCESS = /No such environment, or no access to it/;
const NOT_REACHED = /The server behind \/api did not answer/;
const GONE = /No longer listed in its project/;
const SIGN_ON = /probably to sign you in/;
const UNREADABLE = /cannot read Qovery’s answer/;

/** Faults as `fetch` reports them. Faults of the network in a browser are in `test/support/faults.ts`. */
const FAULTS: readonly Fault[] = [
  { name: '401', answer: status(401), says: /refused the token/ },
  { name: '403', answer: status(403), says: NO_ACCESS, isOwn: true },
  { name: '404', answer: status(404), says: NO_ACCESS, isOwn: true },
  { name: '429', answer: status(429), says: /Too many requests: Qovery allows the next one in 60 s/ },
  {
    name: '429 with Retry-After',
    answer: status(429, { 'Retry-After': '5' }),
    says: /Too many requests: Qovery allows the next one in 5 s/,
  },
  { name: '500', answer: status(500), says: /Qovery answered 500/ },
  { name: '503', answer: status(503), says: /Qovery answered 503/ },
  { name: 'a dropped or refused connection, CORS', answer: lost, says: NOT_REACHED },
  { name: 'a redirect to another origin', answer: status(302, { Location: 'https://login.example/' }), says: SIGN_ON },
  { name: 'a redirect to /login', answer: status(302, { Location: '/login' }), says: SIGN_ON },
  { name: 'a page of HTML with 200', answer: body('<!doctype html><p>Sign in'), says: SIGN_ON },
  { name: 'an empty body', answer: body(''), says: UNREADABLE },
  { name: 'JSON that is cut off', answer: body('{"results":[{"id":"'), says: UNREADABLE },
  { name: 'values of the wrong type', answer: body('{"id":5,"results":[{"id":{},"state":7}]}'), says: UNREADABLE },
  // Qovery's API document allows this form of an empty list.
  { name: 'an answer without results', answer: body('{"page":1}'), says: GONE, isOwn: true },
];

/** Returns a simulated Qovery whose status responses fail while `isBroken` returns true. */
function failing({ answer }: Pick<Fault, 'answer'>, isBroken: () => boolean = () => true): typeof fetch {
  const send = createSimulatedQovery();
  return (input, init) => (STATUS.test(String(input)) && isBroken() ? answer(input, init) : send(input, init));
}

const shown = () => [...document.querySelectorAll<HTMLElement>('[data-environment-id]')].map(({ dataset }) => dataset);

/** Expects a board without readings: environments are unknown, the cause is named, and no environment is "ok". */
async function expectUnknown({ says, isOwn = false }: Pick<Fault, 'says' | 'isOwn'>, view: View): Promise<void> {
  // In the table, only a `title` has room for it.
  await waitFor(() => expect(document.body.innerHTML).toMatch(says));
  await waitFor(() => expect(shown()).toHaveLength(3));
  for (const { state, tone, configuration } of shown()) {
    expect({ state, tone, configuration }).toEqual({ state: '', tone: 'unknown', configuration: '' });
  }
  if (view === 'wall') return;
  expect(document.querySelector('[data-board-tone]')).toHaveAttribute('data-board-tone', 'unknown');
  await waitFor(() => expect(screen.queryAllByRole('alert')).toHaveLength(isOwn ? 0 : 1));
}

describe.each(VIEWS)('on first load in the %s view', (view) => {
  it.each(FAULTS)('$name is never shown as a state', async (fault) => {
    renderBoard({ board: { pins, view }, send: failing(fault) });
    await expectUnknown(fault, view);
  });

  it('never shows being offline as a state', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    renderBoard({ board: { pins, view }, send: cutOffline(createSimulatedQovery()) });
    await expectUnknown({ says: /browser is offline|Offline/ }, view);
  });

  it('never shows a missing answer as a state', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const answer: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    renderBoard({ board: { pins, view }, send: failing({ answer }) });
    await waitFor(() => expect(shown()).toHaveLength(3));
    await vi.advanceTimersByTimeAsync(21_000);
    await expectUnknown({ says: /did not answer within 20 s/ }, view);
  });

  it('shows an environment as unknown when its project does not list it, and the others with their states', async () => {
    const [gone] = pins;
    const send = createSimulatedQovery();
    const answer: typeof fetch = async (input, init) => {
      const response = await send(input, init);
      const { results, ...rest }: { results?: readonly { id: string }[] } = await response.json();
      return Response.json(results ? { results: results.filter(({ id }) => id !== gone?.id) } : rest);
    };
    renderBoard({ board: { pins, view }, send: failing({ answer }) });
    await waitFor(() => expect(shown().filter(({ freshness }) => freshness === 'fresh')).toHaveLength(2));
    const { state, tone } = shown().find(({ environmentId }) => environmentId === gone?.id) ?? {};
    expect({ state, tone }).toEqual({ state: '', tone: 'unknown' });
  });
});

it('keeps every reading and reports the failure on each when an answer has no results, and recovers', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let isBroken = false;
  const answer = body('{"page":1}');
  renderBoard({ board: { pins }, send: failing({ answer }, () => isBroken) });
  await waitFor(() => expect(shown().filter(({ freshness }) => freshness === 'fresh')).toHaveLength(3));
  const readings = () =>
    shown()
      .map(({ environmentId, state, tone }) => `${environmentId} ${state} ${tone}`)
      .sort();
  const before = readings();

  isBroken = true;
  await choose(PACE, 'Refresh now');
  await waitFor(() => expect(screen.getAllByText(GONE)).toHaveLength(3));
  expect(readings()).toEqual(before);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();

  isBroken = false;
  await choose(PACE, 'Refresh now');
  await waitFor(() => expect(screen.queryByText(GONE)).not.toBeInTheDocument());
  expect(shown().map(({ freshness }) => freshness)).toEqual(['fresh', 'fresh', 'fresh']);
});
