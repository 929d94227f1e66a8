import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { View } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createAccount } from '#simulator/account.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';
import { useTurn } from '#ui/use-turn.ts';

const SIZE = { environments: 30, projects: 5 };
const pins = createAccount(SIZE).projects.flatMap((project) =>
  project.environments.map(({ id }): Pin => ({ kind: 'environment', id })),
);

const parts = () => [...document.querySelectorAll('[data-environment-id]')];
const isFilled = (part: Element) => part.querySelector('button') !== null && !part.hasAttribute('aria-busy');

/** Resolves to the parts at the moment at which the document first has them. */
const firstParts = () =>
  new Promise<readonly boolean[]>((resolve) => {
    const observer = new MutationObserver(() => {
      if (parts().length === 0) return;
      observer.disconnect();
      resolve(parts().map(isFilled));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });

it.each(['cards', 'table', 'compact'] satisfies View[])(
  'fills eight parts at first, and all of them soon: %s',
  async (view) => {
    const first = firstParts();
    renderBoard({ board: { pins, view }, send: createSimulatedQovery(SIZE) });
    const filled = await first;
    expect(filled).toHaveLength(30);
    expect(filled.lastIndexOf(true)).toBe(7);
    expect(filled.filter(Boolean)).toHaveLength(8);
    expect(parts().every((part) => part.getAttribute('aria-label') !== '')).toBe(true);
    await screen.findAllByRole('button', { name: /^Actions/ });
    await expect.poll(() => parts().filter(isFilled).length).toBe(30);
  },
);

it('fills all parts for paper', async () => {
  const first = firstParts();
  renderBoard({ board: { pins }, send: createSimulatedQovery(SIZE) });
  await first;
  expect(parts().filter(isFilled).length).toBeLessThan(30);
  act(() => dispatchEvent(new Event('beforeprint')));
  expect(parts().filter(isFilled)).toHaveLength(30);
  act(() => dispatchEvent(new Event('afterprint')));
});

const Part = ({ id }: { readonly id: string }) => <p>{useTurn(id) ? 'filled' : 'empty'}</p>;
const PARTS = Array.from({ length: 40 }, (_, index) => `part ${index}`);
const List = ({ name }: { readonly name: string }) =>
  PARTS.map((part) => <Part key={`${name} ${part}`} id={`${name} ${part}`} />);

it('fills the parts that replace others which still waited', async () => {
  const { rerender } = render(<List name="before" />);
  expect(screen.getAllByText('empty').length).toBeGreaterThan(30);
  for (const name of ['after', 'last']) rerender(<List name={name} />);
  await expect.poll(() => screen.getAllByText('filled').length).toBe(40);
});
