import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { lazyComponent, preloadedComponent, useRecoveredFiles } from '#browser/lazy-component.tsx';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';

const Word = ({ word }: { readonly word: string }) => <p>{word}</p>;

/** A file whose requests fail until the test lets them pass. */
function failingFile() {
  const file = { isServed: false };
  const load = vi.fn(async () => {
    if (!file.isServed) throw new TypeError('Failed to fetch dynamically imported module: https://x.example/word.js');
    return Word;
  });
  return { file, load };
}

// The server is unreachable, so the page does not reload.
beforeEach(() => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch'))));
/** Silences React's console errors about errors that a boundary caught: the test causes them on purpose. */
const silenceConsole = () => vi.spyOn(console, 'error').mockImplementation(() => {});

// This must be the first test of the file, because all failed files share one schedule of retries.
it('requests failed files again by itself, and when the browser is online again', async () => {
  vi.useFakeTimers();
  const said = silenceConsole();
  const { file, load } = failingFile();
  const Part = lazyComponent(load);
  render(
    <PartBoundary name="The table">
      <Part word="here" />
    </PartBoundary>,
  );
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(screen.getByRole('alert')).toHaveTextContent('The table could not be loaded.');
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(load).toHaveBeenCalledTimes(2);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(load).toHaveBeenCalledTimes(3);
  file.isServed = true;
  act(() => void dispatchEvent(new Event('online')));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(load).toHaveBeenCalledTimes(4);
  expect(screen.getByText('here')).toBeVisible();
  said.mockClear();
});

it('reports a failed file, requests it again when the user presses the button, and then renders the part', async () => {
  const said = silenceConsole();
  const { file, load } = failingFile();
  const Part = lazyComponent(load);
  render(
    <>
      <p>the board</p>
      <PartBoundary name="“Share”">
        <Part word="here" />
      </PartBoundary>
    </>,
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('“Share” could not be loaded. Check the connection.');
  expect(screen.getByText('the board')).toBeVisible();
  expect(load).toHaveBeenCalledOnce();

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('“Share” still could not be loaded. Check the connection.')).toBeVisible();
  expect(load).toHaveBeenCalledTimes(2);

  file.isServed = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('here')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(load).toHaveBeenCalledTimes(3);
  said.mockClear();
});

it('shows a dialog that can be closed when the file of an overlay fails', async () => {
  const said = silenceConsole();
  const Part = lazyComponent(failingFile().load);
  function Page() {
    const [isOpen, setIsOpen] = useState(true);
    const close = () => setIsOpen(false);
    return isOpen ? (
      <PartBoundary name="The keys" onClose={close}>
        <Part word="keys" />
      </PartBoundary>
    ) : (
      <p>closed</p>
    );
  }
  render(<Page />);
  expect(await screen.findByRole('dialog')).toHaveTextContent('The keys could not be loaded.');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.getByText('closed')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  said.mockClear();
});

it('requests every failed file when the user presses one “Try again”', async () => {
  const said = silenceConsole();
  const files = [failingFile(), failingFile()];
  const [First, Second] = files.map(({ load }) => lazyComponent(load));
  if (!First || !Second) throw new Error('two parts');
  render(
    <>
      <PartBoundary name="The first">
        <First word="one" />
      </PartBoundary>
      <PartBoundary name="The second" isQuiet>
        <Second word="two" />
      </PartBoundary>
    </>,
  );
  expect(await screen.findByText(/^The first could not/)).toBeVisible();
  expect(screen.queryByText(/^The second/)).toBeNull();
  for (const { file } of files) file.isServed = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('one')).toBeVisible();
  expect(await screen.findByText('two')).toBeVisible();
  said.mockClear();
});

it('renders a fallback while a file is missing, and the component once it has loaded', async () => {
  const { file, load } = failingFile();
  const Part = preloadedComponent(load, () => <p>stand-in</p>);
  const Page = () => (
    <Suspense>
      <Part key={useRecoveredFiles()} word="here" />
    </Suspense>
  );
  render(<Page />);
  expect(await screen.findByText('stand-in')).toBeVisible();
  file.isServed = true;
  act(() => void dispatchEvent(new Event('online')));
  expect(await screen.findByText('here')).toBeVisible();
});

it('names a part whose file loads slowly, and renders it when the file arrives', async () => {
  let deliver: (part: typeof Word) => void = () => {};
  const Part = lazyComponent(
    () =>
      new Promise<typeof Word>((resolve) => {
        deliver = resolve;
      }),
  );
  render(
    <PartBoundary name="The commands" onClose={() => {}}>
      <Part word="here" />
    </PartBoundary>,
  );
  expect(screen.getByText('The commands: loading…')).toBeVisible();
  await act(async () => deliver(Word));
  expect(await screen.findByText('here')).toBeVisible();
  expect(screen.queryByText(/loading/)).toBeNull();
});

it('confines a thrown error to its part, and renders the component again after a minute', async () => {
  vi.useFakeTimers();
  const said = silenceConsole();
  let isBroken = true;
  function Summary() {
    if (isBroken) throw new Error('no counts');
    return <p>12 deployed</p>;
  }
  render(
    <>
      <p>the board</p>
      <PartBoundary name="The summary">
        <Summary />
      </PartBoundary>
    </>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('The summary stopped working: no counts');
  expect(screen.getByText('the board')).toBeVisible();
  isBroken = false;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByText('12 deployed')).toBeVisible();
  said.mockClear();
});

it('renders a part again at once when a translator moved its nodes', () => {
  const said = silenceConsole();
  const board = (words: readonly string[]) => (
    <ErrorBoundary fallback={() => <p>gone</p>}>
      <section>
        {words.map((word) => (
          <p key={word}>{word}</p>
        ))}
      </section>
    </ErrorBoundary>
  );
  const { container, rerender } = render(board(['one', 'two']));
  // A browser extension that changes the page does this.
  container.querySelector('p')?.remove();
  rerender(board(['two', 'three']));
  expect(container).toHaveTextContent(/^twothree$/);
  expect(said).toHaveBeenCalled();
  said.mockClear();
});
