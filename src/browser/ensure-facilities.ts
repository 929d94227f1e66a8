function isUsable(observer: () => void): boolean {
  try {
    observer();
    return true;
  } catch {
    return false;
  }
}

/**
 * Adds the methods of arrays that Chromium lacks before version 110, and makes the observers that libraries use safe to
 * access. Resolves when that is done.
 *
 * A stand-in replaces a ResizeObserver that the browser lacks or refuses. An IntersectionObserver whose access throws is
 * set to `undefined`, so that libraries treat it as missing.
 */
export async function ensureFacilities(): Promise<void> {
  if (!('with' in Array.prototype)) (await import('./array-stand-in.ts')).standInForArrayMethods();
  if (!isUsable(() => void globalThis.IntersectionObserver)) {
    Object.defineProperty(globalThis, 'IntersectionObserver', { configurable: true, writable: true, value: undefined });
  }
  if (isUsable(() => new ResizeObserver(() => {}).disconnect())) return;
  const { standInForResizeObserver } = await import('./resize-stand-in.ts');
  standInForResizeObserver();
}
