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

const Part = ({ id }: { readonly id: string }) => <p data-testid={id}>{useTurn(id) ? 'filled' : 'empty'}</p>;
const PARTS = Array.from({ length: 40 }, (_, index) => `part ${index}`);
const List = ({ name }: { readonly name: string }) =>
  PARTS.map((part) => <Part key={`${name} ${part}`} id={`${name} ${part}`} />);

it('fills the parts that replace others which still waited', async () => {
  const { rerender } = render(<List name="before" />);
  expect(screen.getAllByText('empty').length).toBeGreaterThan(30);
  for (const name of ['after', 'last']) rerender(<List name={name} />);
  await expect.poll(() => screen.getAllByText('filled').length).toBe(40);
});

it('a part that moves into another row keeps its content, and a new part waits', async () => {
  const rowsOf = (parts: readonly string[], perRow: number) =>
    parts.flatMap((_, index) => {
      const row = parts.slice(index, index + perRow);
      return index % perRow > 0
        ? []
        : [
            <div key={row.join()}>
              {row.map((part) => (
                <Part key={part} id={part} />
              ))}
            </div>,
          ];
    });
  const moved = PARTS.map((part) => `moved ${part}`);
  const { rerender } = render(<>{rowsOf(moved, 4)}</>);
  await expect.poll(() => screen.getAllByText('filled').length).toBe(40);
  const before = screen.getByTestId('moved part 39');
  // As in a poll that changes the first rank: each row has other parts.
  rerender(<>{rowsOf(['new part', ...moved], 4)}</>);
  expect(screen.getByTestId('moved part 39')).not.toBe(before);
  expect(screen.getAllByText('filled').length).toBeGreaterThanOrEqual(40);
  rerender(<>{rowsOf(['new part', ...moved, ...PARTS.map((part) => `later ${part}`)], 4)}</>);
  expect(screen.getAllByText('empty').length).toBeGreaterThan(20);
  expect(screen.getByTestId('moved part 39')).toHaveTextContent('filled');
});

it('each task renders twice as many parts as the one before', async () => {
  const { rerender, container } = render(<List name="first" />);
  await expect.poll(() => screen.getAllByText('filled').length).toBe(40);
  const counts: number[] = [];
  const count = () => void counts.push(screen.queryAllByText('filled').length);
  const observer = new MutationObserver(count);
  observer.observe(container, { characterData: true, childList: true, subtree: true });
  rerender(Array.from({ length: 300 }, (_, index) => <Part key={index} id={`one of many ${index}`} />));
  await expect.poll(() => screen.getAllByText('filled').length).toBe(300);
  observer.disconnect();
  expect([...new Set(counts)]).toEqual([8, 24, 56, 120, 248, 300]);
});
