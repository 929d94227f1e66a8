import { useSyncExternalStore } from 'react';

let printedAt: number | undefined;
// Registered before the listeners of React, so that these find the new value.
addEventListener('beforeprint', () => {
  printedAt = Date.now();
});
addEventListener('afterprint', () => {
  printedAt = undefined;
});

function subscribe(listener: () => void): () => void {
  const names = ['beforeprint', 'afterprint'] as const;
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}

/**
 * Returns the epoch milliseconds at which the browser began to print the page; undefined while it prints nothing. With it, a
 * list that renders only what is near the screen renders everything on paper.
 */
export const usePrintedAt = (): number | undefined => useSyncExternalStore(subscribe, () => printedAt);
