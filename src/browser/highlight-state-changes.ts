import { matchesMedia } from './media.ts';

const HIGHLIGHT_MS = 2_400;

/** Fades an outline in the colour of the new state. It changes no size, so nothing moves. */
function highlight(element: Element): void {
  if (!('animate' in element) || matchesMedia('(prefers-reduced-motion: reduce)')) return;
  const colour = `var(--${element.getAttribute('data-tone')})`;
  element.animate(
    [
      { outline: `3px solid ${colour}`, outlineOffset: '-3px' },
      { outline: '3px solid transparent', outlineOffset: '-3px' },
    ],
    { duration: HIGHLIGHT_MS, easing: 'ease-in' },
  );
}

/**
 * Highlights each card, tile and row whose environment changes its state, until the returned function is called. The
 * first state of an environment is no change.
 */
export function highlightStateChanges(): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { target, oldValue } of changes)
      if (target instanceof Element && oldValue && oldValue !== target.getAttribute('data-state')) highlight(target);
  });
  observer.observe(document.body, { subtree: true, attributeFilter: ['data-state'], attributeOldValue: true });
  return () => observer.disconnect();
}
