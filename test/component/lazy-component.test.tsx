import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { lazyComponent, preloadedComponent } from '#browser/lazy-component.tsx';

const Word = ({ word }: { readonly word: string }) => <p>{word}</p>;
const waiting = <p>waiting</p>;

it('renders a loaded component at once, and its fallback only before', async () => {
  const Part = lazyComponent(async () => Word);
  const first = render(<Part word="one" />, {
    wrapper: ({ children }) => <Suspense fallback={waiting}>{children}</Suspense>,
  });
  expect(screen.getByText('waiting')).toBeVisible();
  expect(await screen.findByText('one')).toBeVisible();
  first.unmount();
  render(<Part word="two" />, { wrapper: ({ children }) => <Suspense fallback={waiting}>{children}</Suspense> });
  expect(screen.getByText('two')).toBeVisible();
});

it('fetches a preloaded component once, before its first render', async () => {
  const load = vi.fn(async () => Word);
  const Part = preloadedComponent(load);
  expect(load).toHaveBeenCalledOnce();
  await Promise.resolve();
  render(<Part word="soon" />);
  expect(screen.getByText('soon')).toBeVisible();
  expect(load).toHaveBeenCalledOnce();
});
