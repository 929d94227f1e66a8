function isUsable(observer: () => void): boolean {
  try {
    observer();
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends once the observers that libraries use can be used: a stand-in takes the place of a ResizeObserver that the browser
 * lacks or refuses, and an IntersectionObserver that throws when it is looked for counts as missing.
 */
export async function ensureObservers(): Promise<void> {
  if (!isUsable(() => void globalThis.IntersectionObserver)) {
    Object.defineProperty(globalThis, 'IntersectionObserver', { configurable: true, writable: true, value: undefined });
  }
  if (isUsable(() => new ResizeObserver(() => {}).disconnect())) return;
  const { standInForResizeObserver } = await import('./resize-stand-in.ts');
  standInForResizeObserver();
}
