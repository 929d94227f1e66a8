import { render } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { environmentsOnScreen } from '#browser/environments-on-screen.ts';

/** An observer that reports the elements marked as seen in the next task, as a browser does after a frame. */
class ObserverInFrame {
  readonly #report: IntersectionObserverCallback;
  readonly #targets: Element[] = [];
  constructor(report: IntersectionObserverCallback) {
    this.#report = report;
    setTimeout(() => {
      const entries = this.#targets.map((target) => ({ target, isIntersecting: target.hasAttribute('data-seen') }));
      this.#report(entries as unknown as IntersectionObserverEntry[], this as unknown as IntersectionObserver);
    });
  }
  observe(target: Element) {
    this.#targets.push(target);
  }
  disconnect() {
    this.#targets.length = 0;
  }
}

beforeEach(() => {
  render(
    <>
      <article data-environment-id="a" data-seen />
      <article data-environment-id="b" />
      <article data-environment-id="c" data-seen />
    </>,
  );
});

it('names the environments with a part inside the window, without reading a position', async () => {
  vi.stubGlobal('IntersectionObserver', ObserverInFrame);
  const read = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  expect(await environmentsOnScreen()).toEqual(new Set(['a', 'c']));
  expect(read).not.toHaveBeenCalled();
});

it('names none when no frame is rendered in time', async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const ids = environmentsOnScreen();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await ids).toEqual(new Set());
});

it('names none where the browser lacks or refuses the observer', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  expect(await environmentsOnScreen()).toEqual(new Set());
});
