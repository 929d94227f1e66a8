import { type RefObject, useSyncExternalStore } from 'react';

/** Rows within this distance of the screen are rendered, in CSS pixels: twice a fast turn of the wheel. */
const MARGIN_PX = 600;
/** Step of the range, in CSS pixels, so that not every scrolled pixel causes a render. */
const STEP_PX = 200;

export type VisibleRows = {
  readonly first: number;
  /** Index after the last visible row. */
  readonly end: number;
  /** Width of the element, in CSS pixels. */
  readonly widthPx: number;
};

function subscribe(listener: () => void): () => void {
  // Scroll events do not bubble, but capturing listeners receive them: from the page and from each scrollable element.
  addEventListener('scroll', listener, { capture: true, passive: true });
  addEventListener('resize', listener);
  return () => {
    removeEventListener('scroll', listener, { capture: true });
    removeEventListener('resize', listener);
  };
}

function measureRows(element: HTMLElement | null, rowPx: number): string {
  // Returns no rows before the element is mounted: otherwise each of a hundred lists would render a screenful.
  if (element === null) return '0 0 0';
  const { top, width } = element.getBoundingClientRect();
  const step = Math.max(1, Math.round(STEP_PX / rowPx));
  const steps = (px: number) => Math.max(0, px) / rowPx / step;
  const first = Math.floor(steps(-MARGIN_PX - top)) * step;
  const end = Math.ceil(steps(innerHeight + MARGIN_PX - top)) * step;
  return `${first} ${end} ${width}`;
}

/**
 * Returns which rows of a long element are on the screen or near it, and follows the scrolling of the page and of all
 * elements around it. Each row is `rowPx` high, so only the element's position is measured.
 */
export function useVisibleRows(element: RefObject<HTMLElement | null>, rowPx: number): VisibleRows {
  // A string, because `useSyncExternalStore` compares snapshots by identity.
  const measured = useSyncExternalStore(subscribe, () => measureRows(element.current, rowPx));
  const [first = 0, end = 0, widthPx = 0] = measured.split(' ').map(Number);
  return { first, end, widthPx };
}

/**
 * Returns the indexes below `count` in the half-open range, plus `pinnedIndex`, inside the range or outside: the
 * focused row must stay in the document when the user scrolls away from it.
 */
export function visibleIndexes(first: number, end: number, count: number, pinnedIndex = -1): readonly number[] {
  const from = Math.min(Math.max(0, first), count);
  const until = Math.min(Math.max(from, end), count);
  const inside = Array.from({ length: until - from }, (_, offset) => from + offset);
  if (pinnedIndex < 0 || pinnedIndex >= count) return inside;
  if (pinnedIndex < from) return [pinnedIndex, ...inside];
  return pinnedIndex >= until ? [...inside, pinnedIndex] : inside;
}
