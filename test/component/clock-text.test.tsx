import { act, render, screen } from '@testing-library/react';
import { Profiler, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useClockText } from '#browser/use-now.ts';
import { ageChangesAt, ageOf } from '#domain/shown-time.ts';
import { translatePage } from '#test/support/translator.ts';

const START = Date.UTC(2026, 10, 28, 12);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function Age({ at }: { readonly at: number }) {
  const ref = useClockText<HTMLSpanElement>(
    (now) => `${ageOf(at, now)?.count ?? 'no'} ${ageOf(at, now)?.unit ?? 'age'}`,
  );
  return <span ref={ref} data-testid="age" />;
}

const onRender = vi.fn();
const renderAge = (at: number) =>
  render(<Age at={at} />, {
    wrapper: ({ children }) => (
      <Profiler id="age" onRender={onRender}>
        {children}
      </Profiler>
    ),
  });
const shown = () => screen.getByTestId('age').textContent;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  onRender.mockClear();
});

it('updates an age each second without a render', async () => {
  renderAge(START - 10_000);
  expect(shown()).toBe('10 second');
  expect(onRender).toHaveBeenCalledOnce();
  await pass(1_000);
  expect(shown()).toBe('11 second');
  await pass(60_000);
  expect(shown()).toBe('1 minute');
  expect(onRender).toHaveBeenCalledOnce();
});

it('shows the age of another time as soon as the component renders with it', async () => {
  const { rerender } = renderAge(START - 10_000);
  await pass(20_000);
  expect(shown()).toBe('30 second');
  rerender(<Age at={START} />);
  expect(shown()).toBe('20 second');
  // The text is that of the first render again, which React alone would not write.
  rerender(<Age at={START + 10_000} />);
  expect(shown()).toBe('10 second');
});

it('writes only when the text changes', async () => {
  renderAge(START - 600_000);
  const before = screen.getByTestId('age').firstChild;
  await pass(30_000);
  expect(shown()).toBe('10 minute');
  expect(screen.getByTestId('age').firstChild).toBe(before);
  await pass(30_000);
  expect(shown()).toBe('11 minute');
});

it('derives a text only when its time has come or its source has changed', async () => {
  let source = { word: 'first' };
  const derive = vi.fn((now: number) => `${source.word} ${ageOf(START, now)?.count ?? 0}`);
  function Checked() {
    const ref = useClockText<HTMLSpanElement>(derive, {
      source: () => source,
      changesAt: (now) => ageChangesAt(START, now),
    });
    return <span ref={ref} data-testid="age" />;
  }
  render(<Checked />);
  await pass(30_000);
  expect(shown()).toBe('first 30');
  await pass(30_000);
  expect(shown()).toBe('first 1');
  derive.mockClear();
  await pass(59_000);
  expect(derive).not.toHaveBeenCalled();
  source = { word: 'second' };
  await pass(1_000);
  expect(shown()).toBe('second 2');
  source = { word: 'third' };
  await pass(1_000);
  expect(shown()).toBe('third 2');
  expect(derive).toHaveBeenCalledTimes(2);
});

it('replaces the text within its node when the element has no other', async () => {
  renderAge(START - 10_000);
  const before = screen.getByTestId('age').firstChild;
  await pass(1_000);
  expect(shown()).toBe('11 second');
  expect(screen.getByTestId('age').firstChild).toBe(before);
});

it('replaces a translation when the age changes', async () => {
  renderAge(START - 10_000);
  const stop = translatePage();
  expect(shown()).toBe('«10 second»');
  await pass(1_000);
  stop();
  expect(shown()).toBe('«11 second»');
});

it('fills an element that replaces the first one', async () => {
  function Moved() {
    const [isMoved, setIsMoved] = useState(false);
    const ref = useClockText<HTMLSpanElement>(() => 'now');
    return (
      <button type="button" onClick={() => setIsMoved(true)}>
        {isMoved ? <span key="new" ref={ref} data-testid="age" /> : <span key="old" ref={ref} data-testid="age" />}
      </button>
    );
  }
  render(<Moved />);
  expect(shown()).toBe('now');
  act(() => screen.getByRole('button').click());
  expect(shown()).toBe('now');
});
