import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { AppErrorBoundary } from '#app/app-error-boundary.tsx';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { VIEWS, type View } from '#domain/board/board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { whenFilled } from '#test/support/filled.ts';
import { renderBoard } from '#test/support/render-board.tsx';
import { ErrorBoundary } from '#ui/error-boundary.tsx';

const pins = demoPins().map((id) => ({ kind: 'environment', id }) as const);

/** Silences React's console errors about errors that a boundary caught: the test causes them on purpose. */
function catching(): { readonly expectCaught: () => void } {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  return {
    expectCaught: () => {
      expect(said).toHaveBeenCalled();
      said.mockClear();
    },
  };
}

it.each<View>([...VIEWS])('one environment that cannot be drawn leaves the others: %s', async (view) => {
  const { expectCaught } = catching();
  const { container, unmount } = renderBoard({ board: { pins, view } });
  const shown = () => [...container.querySelectorAll<HTMLElement>('[data-environment-id]')];
  await waitFor(() => expect(shown().filter(({ dataset }) => dataset.freshness === 'fresh')).toHaveLength(12));
  await whenFilled();
  // The environment that has been idle for longest, so that it is still idle a moment later.
  const atRest = shown()
    .filter(({ dataset: { tone } }) => tone === 'ok')
    .map((one) => ({ id: one.dataset.environmentId, time: one.querySelector('time')?.dateTime ?? 'none' }))
    .toSorted((a, b) => (a.time < b.time ? -1 : 1));
  const { id, time } = atRest[0] ?? {};
  unmount();

  // The browser fails for one time only, which the simulated Qovery does not format.
  const { prototype } = Intl.DateTimeFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format') ?? {};
  onTestFinished(() => void Object.defineProperty(prototype, 'format', format));
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get: () => (moment: number) => {
      if (new Date(moment).toISOString() === time) throw new Error('no such time');
      return String(moment);
    },
  });
  const { container: board } = renderBoard({ board: { pins, view } });
  // An answer renders the environment once more, and its sentence is then a new element.
  await waitFor(() => expect(screen.getByText(/ cannot be shown\.$/)).toBeVisible());
  const all = [...board.querySelectorAll<HTMLElement>('[data-environment-id]')];
  expect(all).toHaveLength(12);
  expect(all.filter(({ dataset }) => dataset.tone === undefined).map(({ dataset }) => dataset.environmentId)).toEqual([
    id,
  ]);
  expectCaught();
});

function Broken(): never {
  throw new Error('the summary has no counts');
}

it('shows a crash page with ways back and no stored data when the page throws', async () => {
  const { expectCaught } = catching();
  localStorage.setItem('envboard.connection', 'qov_kept');
  sessionStorage.setItem('envboard.connection', 'qov_kept');
  const { container } = render(
    <AppErrorBoundary>
      <Broken />
    </AppErrorBoundary>,
  );
  expect(await screen.findByRole('heading', { name: 'Envboard stopped working' })).toBeVisible();
  expect(screen.getByText(/^the summary has no counts/)).toBeVisible();
  expect(screen.getByText(/^Envboard \d+\.\d+\.\d+$/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeEnabled();
  expect(screen.getByRole('link', { name: 'Open an empty board' })).toHaveAttribute(
    'href',
    `${location.origin}/?name=Empty+board&v=1`,
  );
  expect(container).not.toHaveTextContent('qov_kept');
  expectCaught();
});

it('reports a page whose file cannot be fetched, and renders it once the file has loaded', async () => {
  const { expectCaught } = catching();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  let isServed = false;
  const Page = lazyComponent(async () => {
    if (!isServed) throw new TypeError('Failed to fetch dynamically imported module');
    return () => <p>the page</p>;
  });
  render(
    <AppErrorBoundary>
      <Suspense>
        <Page />
      </Suspense>
    </AppErrorBoundary>,
  );
  expect(await screen.findByText('The page could not be loaded. Check the connection.')).toBeVisible();
  isServed = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('the page')).toBeVisible();
  expectCaught();
});

it('the crash page renders the page again by itself after a minute', async () => {
  const { expectCaught } = catching();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let isBroken = true;
  const Page = () => (isBroken ? <Broken /> : <p>the page</p>);
  render(
    <AppErrorBoundary>
      <Page />
    </AppErrorBoundary>,
  );
  expect(await screen.findByRole('heading', { name: 'Envboard stopped working' })).toBeVisible();
  isBroken = false;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByText('the page')).toBeVisible();
  expectCaught();
});

it('opens no saved board from the crash page’s empty board', async () => {
  localStorage.setItem(
    'envboard.boards',
    JSON.stringify({ version: 1, value: [{ id: pins[0]?.id, address: 'name=Mine', savedAt: 1 }] }),
  );
  localStorage.setItem('envboard.last-board', JSON.stringify({ version: 1, value: { test: pins[0]?.id } }));
  renderBoard({ search: '?name=Empty+board' });
  expect(await screen.findByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Board name' })).toHaveValue('Empty board');
});

it('renders a failed component again when it has a new reading', () => {
  const { expectCaught } = catching();
  const board = (reading: string) => (
    <ErrorBoundary of={reading} fallback={() => <p>cannot be shown</p>}>
      {reading === 'bad' ? <Broken /> : <p>{reading}</p>}
    </ErrorBoundary>
  );
  const { container, rerender } = render(board('bad'));
  expect(container).toHaveTextContent('cannot be shown');
  rerender(board('bad'));
  expect(container).toHaveTextContent('cannot be shown');
  rerender(board('good'));
  expect(container).toHaveTextContent('good');
  rerender(board('bad'));
  expect(container).toHaveTextContent('cannot be shown');
  expectCaught();
});
