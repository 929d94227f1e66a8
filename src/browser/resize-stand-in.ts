/**
 * Replaces a ResizeObserver that the browser lacks or refuses, because virtualized lists throw without one. It reports the
 * size of an element once, and again whenever the window is resized.
 */
class ResizeStandIn {
  readonly #callback: ResizeObserverCallback;
  readonly #targets = new Set<Element>();
  readonly #report = () => this.#notify([...this.#targets]);

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    if (this.#targets.size === 0) addEventListener('resize', this.#report);
    this.#targets.add(target);
    queueMicrotask(() => this.#targets.has(target) && this.#notify([target]));
  }

  unobserve(target: Element): void {
    this.#targets.delete(target);
    if (this.#targets.size === 0) removeEventListener('resize', this.#report);
  }

  disconnect(): void {
    for (const target of this.#targets) this.unobserve(target);
  }

  #notify(targets: readonly Element[]): void {
    const entries = targets.map((target): ResizeObserverEntry => {
      const { clientWidth: width, clientHeight: height } = target;
      const box = [{ inlineSize: width, blockSize: height }];
      const contentRect = new DOMRectReadOnly(0, 0, width, height);
      return { target, contentRect, borderBoxSize: box, contentBoxSize: box, devicePixelContentBoxSize: box };
    });
    this.#callback(entries, this);
  }
}

/** Installs the stand-in as the global `ResizeObserver`, which libraries use too. */
export function standInForResizeObserver(): void {
  Object.defineProperty(globalThis, 'ResizeObserver', { configurable: true, writable: true, value: ResizeStandIn });
}
