import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { View } from '#domain/board/board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const [id = ''] = demoPins();
const simulated = createSimulatedQovery();
/** A policy token may read its environment, and no list. */
const send: typeof fetch = (input, init) =>
  simulated(input, { ...init, headers: { ...init?.headers, Authorization: `Token sk-qov-${id}` } });

it.each(['cards', 'compact', 'table'] as const satisfies readonly View[])(
  'names the project as unknown in the view %s when the token may not list organizations',
  async (view) => {
    renderBoard({ board: { view, pins: [{ kind: 'environment', id }] }, send });
    const shown = await screen.findByText((_, element) => element?.hasAttribute('data-environment-id') === true);
    await within(shown).findAllByText(/production|staging|development|qa/);
    expect(shown).toHaveAccessibleName(/, Unknown project: /);
    // A card leaves the name of its project to its group.
    expect((view === 'cards' ? document.body : shown).textContent).toContain('Unknown project');
    expect(document.body.textContent).not.toMatch(/, :| \/ (?!\w)/);
  },
);
