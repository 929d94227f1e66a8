import { type KeyboardEvent, type PointerEvent, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  Home: -Infinity,
  End: Infinity,
};

type Options = {
  readonly label: string;
  /** Number of points. */
  readonly count: number;
  /** The text of a point. */
  readonly textOf: (index: number) => string;
  /** Room beside the points, in CSS pixels. */
  readonly leftPx?: number;
  readonly rightPx?: number;
};

/**
 * Moves a cursor over the points of a chart, by pointer and by arrow keys. `active` is the index of the point whose text is
 * shown; undefined while the chart has neither the pointer nor the focus. Spread `props` on an element with the role slider.
 */
export function useChartCursor({ label, count, textOf, leftPx = 0, rightPx = 0 }: Options) {
  const [active, setActive] = useState<number>();
  const [last, setLast] = useState(count - 1);
  const at = Math.max(0, Math.min(active ?? last, count - 1));
  const move = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    setLast(next);
  };
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const inner = width - leftPx - rightPx;
    if (inner > 0) move(Math.floor(((clientX - left - leftPx) / inner) * count));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && active !== undefined) return setActive(undefined);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(at + step);
  };
  return {
    active: active === undefined ? undefined : at,
    props: {
      role: 'slider',
      tabIndex: 0,
      'aria-label': label,
      'aria-valuemin': 1,
      'aria-valuemax': Math.max(1, count),
      'aria-valuenow': at + 1,
      'aria-valuetext': count === 0 ? '' : textOf(at),
      onFocus: () => setActive(at),
      onBlur: () => setActive(undefined),
      onPointerMove,
      onPointerLeave: () => setActive(undefined),
      onKeyDown,
    },
  };
}
