import { act } from '@testing-library/react';
import { vi } from 'vitest';

type Heights = { readonly listPx: number; readonly rowPx: number };

/** Gives lists and rows a height, because jsdom has no layout: `listPx` for a listbox, `rowPx` for each row. */
export function layOut({ listPx, rowPx }: Heights): void {
  class Measure {
    readonly #tell: ResizeObserverCallback;
    constructor(tell: ResizeObserverCallback) {
      this.#tell = tell;
    }
    observe(target: Element) {
      const height = target.getAttribute('role') === 'listbox' ? listPx : rowPx;
      const entry = { target, contentRect: { width: 700, height } } as ResizeObserverEntry;
      queueMicrotask(() => act(() => this.#tell([entry], this)));
    }
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Measure);
  vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body);
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollBy = () => undefined;
}
