import { configure, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { demoPins } from '#api/demo/demo-board.ts';
import { createSimulatedQovery } from '#api/demo/simulated-qovery.ts';
import type { Pin } from '#domain/pin.ts';
import { plainWords, sayingForeign } from '#test/support/plain-words.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// What is fetched when first used takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));

async function show(options: Parameters<typeof renderBoard>[0] = {}) {
  const send = sayingForeign(createSimulatedQovery());
  renderBoard({ send, ...options, board: { pins, name: 'ΑΒΓ', ...options.board } });
  await waitFor(() => expect(document.querySelectorAll('[data-freshness="fresh"]').length).toBeGreaterThan(8));
}

it('every word of the cards is in the catalogue', async () => {
  await show();
  expect(plainWords()).toEqual([]);
});
