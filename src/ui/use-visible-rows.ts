import { type RefObject, useSyncExternalStore } from 'react';

/** Lines so near the screen are there before they are scrolled to. Twice a fast turn of the wheel, in CSS pixels. */
const MARGIN_PX = 600;
/** The range moves by about so much at a time, in CSS pixels, so that not every pixel of scrolling renders. */
const STEP_PX = 200;

export type VisibleRows = {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Of the element, in CSS pixels. */
  readonly widthPx: number;
};

function subscribe(listener: () => void): () => void {
  // Scrolling does not bubble, but it is captured: this hears the page and every scrolling part of it.
  addEventListener('scroll', listener, { capture: true, passive: true });
  addEventListener('resize', listener);
  return () => {
    removeEventListener('scroll', listener, { capture: true });
    removeEventListener('resize', listener);
  };
}

function look(element: HTMLElement | null, rowPx: number): string {
  // Before it is there nothing is known, and nothing is drawn: a hundred lists would each draw a screenful.
  if (element === null) return '0 0 0';
  const { top, width } = element.getBoundingClientRect();
  const step = Math.max(1, Math.round(STEP_PX / rowPx));
  const steps = (px: number) => Math.max(0, px) / rowPx / step;
  const first = Math.floor(steps(-MARGIN_PX - top)) * step;
  const end = Math.ceil(steps(innerHeight + MARGIN_PX - top)) * step;
  return `${first} ${end} ${width}`;
}

/**
 * Which lines of a long element are on the screen or near it, while the page or what is around the element scrolls.
 * All lines are `linePx` high, so nothing is measured but where the element stands.
 */
export function useVisibleRows(element: RefObject<HTMLElement | null>, rowPx: number): VisibleRows {
  // A text, because equal texts are the same snapshot.
  const seen = useSyncExternalStore(subscribe, () => look(element.current, rowPx));
  const [first = 0, end = 0, widthPx = 0] = seen.split(' ').map(Number);
  return { first, end, widthPx };
}

/**
 * The numbers, of `count`, in the half-open range; and `kept` wherever it is, so that what holds the keyboard's focus
 * does not vanish when it is scrolled away.
 */
export function visibleIndexes(first: number, end: number, count: number, kept = -1): readonly number[] {
  const from = Math.min(Math.max(0, first), count);
  const until = Math.min(Math.max(from, end), count);
  const inside = Array.from({ length: until - from }, (_, offset) => from + offset);
  if (kept < 0 || kept >= count) return inside;
  if (kept < from) return [kept, ...inside];
  return kept >= until ? [...inside, kept] : inside;
}
