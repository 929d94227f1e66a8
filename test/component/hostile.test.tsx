import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { VIEWS } from '#domain/board/board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { aProject } from '#test/support/altered.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'&lt;';
const { environments } = await aProject();
const pins = environments
  .slice(0, 3)
  .map(({ id }, n) => ({ kind: 'environment' as const, id, ...(n === 0 && { label: `label ${MARKUP}` }) }));

/** A hostile name in Qovery, and the text that the board shows for it. */
const NAMED = new Set(['name', 'triggered_by', 'cluster_name', 'origin', 'state', 'last_deployment_state']);

/** Returns a Qovery in which every name is hostile, and whose failures are HTML pages. */
function hostileQovery(isFailing = () => false): typeof fetch {
  const send = createSimulatedQovery();
  const hostile = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return NAMED.has(key) ? `${key} ${MARKUP}` : value;
    if (Array.isArray(value)) return value.map((one) => hostile(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, hostile(part, name)]));
  };
  return async (input, init) => {
    if (isFailing() && /\/status$/.test(String(input))) {
      return new Response(JSON.stringify({ status: 500, detail: MARKUP, message: MARKUP }), { status: 500 });
    }
    const answer = await send(input, init);
    return Response.json(hostile(await answer.json()), { status: answer.status });
  };
}

const expectText = () => {
  expect(document.querySelectorAll('img, script, iframe, object, embed, [onerror]')).toHaveLength(0);
};

it.each(VIEWS)('what people wrote is text and nothing else: %s', async (view) => {
  renderBoard({ board: { pins, view, name: `board ${MARKUP}` }, send: hostileQovery() });
  const label = await screen.findAllByText(/^label <img src=x/);
  expect(label[0]).toBeVisible();
  // A name is in two elements, because a name that is too long loses its middle.
  await waitFor(() => expect(document.body.textContent).toContain(`name ${MARKUP}`));
  await waitFor(() => expect(document.title).toContain(`board ${MARKUP}`));
  expectText();
});

it('details, the snippet and the link hold what people wrote, and none of it acts', async () => {
  renderBoard({ board: { pins, name: `board ${MARKUP}`, details: pins[1]?.id }, send: hostileQovery() });
  const details = await screen.findByRole('dialog');
  await within(details).findAllByText(/triggered_by <img src=x/);
  expectText();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Share' }));
  const share = await screen.findByRole('dialog', { name: 'Share this board' });
  await userEvent.click(within(share).getByRole('button', { name: 'QR code' }));
  const code = await screen.findByRole('dialog', { name: 'QR code' });
  expect(await within(code).findByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await userEvent.click(within(code).getByRole('button', { name: 'Done' }));
  await userEvent.click(within(share).getByRole('button', { name: 'Markdown' }));
  const snippet = await within(share).findByRole<HTMLTextAreaElement>('textbox', { name: 'Markdown' });
  expect(snippet.value).not.toMatch(/(?<!\\)<(?:img|script)/);
  expectText();
});

it('never shows the text of an error response', async () => {
  let isFailing = false;
  renderBoard({ board: { pins }, send: hostileQovery(() => isFailing) });
  await waitFor(() => expect(document.querySelectorAll('[data-freshness="fresh"]')).toHaveLength(3));
  isFailing = true;
  await userEvent.keyboard('r');
  expect(await screen.findByRole('alert')).toHaveTextContent('Qovery answered 500.');
  expect(screen.getByRole('alert')).not.toHaveTextContent('<img');
  expectText();
});
