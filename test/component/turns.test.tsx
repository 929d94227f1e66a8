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

const Row = ({ parts }: { readonly parts: readonly string[] }) => (
  <div>
    {parts.map((part) => (
      <Part key={part} id={part} />
    ))}
  </div>
);
/** Renders rows of four parts. As on a large board, the key of a row is its parts. */
const Rows = ({ parts }: { readonly parts: readonly string[] }) =>
  parts.flatMap((part, index) => {
    const row = parts.slice(index, index + 4);
    return index % 4 > 0 ? [] : [<Row key={`${part} ${row.length}`} parts={row} />];
  });

it('a part that moves into another row keeps its content, and a new part waits', async () => {
  const moved = PARTS.map((part) => `moved ${part}`);
  const { rerender } = render(<Rows parts={moved} />);
  await expect.poll(() => screen.getAllByText('filled').length).toBe(40);
  const before = screen.getByTestId('moved part 39');
  // A new first part shifts every part into another row.
  rerender(<Rows parts={['new part', ...moved]} />);
  expect(screen.getByTestId('moved part 39')).not.toBe(before);
  expect(screen.getAllByText('filled').length).toBeGreaterThanOrEqual(40);
  const many = Array.from({ length: 200 }, (_, index) => `later part ${index}`);
  rerender(<Rows parts={['new part', ...moved, ...many]} />);
  expect(screen.getAllByText('empty').length).toBeGreaterThan(100);
  expect(screen.getByTestId('moved part 39')).toHaveTextContent('filled');
});

it('a long list renders in few tasks, and in more than one', async () => {
  const { container } = render(<List name="first" />);
  const counts: number[] = [];
  const observer = new MutationObserver(() => counts.push(screen.queryAllByText('filled').length));
  observer.observe(container, { characterData: true, childList: true, subtree: true });
  const many = Array.from({ length: 300 }, (_, index) => `one of many ${index}`);
  render(<Row parts={many} />, { container });
  await expect.poll(() => screen.getAllByText('filled').length).toBe(300);
  observer.disconnect();
  const tasks = new Set(counts).size;
  expect(tasks).toBeGreaterThan(3);
  expect(tasks).toBeLessThan(12);
});
