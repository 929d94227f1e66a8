import { act } from '@testing-library/react';
import { vi } from 'vitest';

type Heights = { readonly listPx: number; readonly rowPx: number };

/** jsdom lays nothing out: from here on a list has its height, and every row is one line high. */
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
