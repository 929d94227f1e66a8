import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { View } from '#domain/board/board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const id = demoPins().at(-1) ?? '';
const pins = [{ kind: 'environment', id }] as const;
const LEFT = /^about [\d ms]+ left$/;

const deployment = (number: number, startedAt: number, state: string) => ({
  identifier: { execution_id: `run-${number}`, environment_id: id },
  auditing_data: { created_at: new Date(startedAt).toISOString() },
  status: state,
  trigger_action: 'DEPLOY',
  total_duration: state === 'DEPLOYED' ? 'PT10M' : 'PT0S',
});

/** Returns a simulated Qovery in which the environment has been in a state for a minute. Deployments usually take ten. */
function deploying(state: string) {
  const answer = createSimulatedQovery();
  const now = Date.now();
  const history = [0, 1, 2, 3, 4].map((one) =>
    deployment(one, now - 60_000 - one * 3_600_000, one === 0 ? state : 'DEPLOYED'),
  );
  const stage = { isBroken: false };
  const said = (item: object) => ({ ...item, state, last_deployment_state: state, last_deployment_id: 'run-0' });
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    if (path.includes('deploymentHistoryV2')) return Response.json({ results: history });
    if (!path.endsWith('/status')) return answer(input, init);
    if (stage.isBroken) return new Response(null, { status: 503 });
    const body = await (await answer(input, init)).json();
    return Response.json(body.results ? { ...body, results: body.results.map(said) } : said(body));
  };
  return { send, stage };
}

const show = (view: View, state: string) => {
  const { send, stage } = deploying(state);
  renderBoard({ board: { view, pins, details: id }, send });
  return stage;
};

it.each(['cards', 'table'] as const)(
  'estimates the rest of a deployment only while it is reached: %s',
  async (view) => {
    const stage = show(view, 'DEPLOYING');
    // The details show the estimate too.
    await waitFor(() => expect(screen.getAllByText(LEFT, { exact: false })).toHaveLength(2));
    stage.isBroken = true;
    await choose(PACE, 'Refresh now');
    expect((await screen.findAllByText(/^not reached for \d+ s$/)).length).toBeGreaterThan(0);
    expect(screen.queryByText(LEFT)).not.toBeInTheDocument();
  },
);

it.each(['cards', 'table', 'wall'] as const)('estimates nothing while a deployment waits: %s', async (view) => {
  show(view, 'DEPLOYMENT_QUEUED');
  expect((await screen.findAllByText('Deployment queued')).length).toBeGreaterThan(0);
  expect(await screen.findByText(view === 'cards' ? 'queued' : 'waiting')).toBeVisible();
  expect(screen.queryByText(LEFT)).not.toBeInTheDocument();
  expect(screen.queryByText(/^started/)).not.toBeInTheDocument();
});
