import type { Bar } from '#domain/environment/bar-scale.ts';
import { isRunning } from '#domain/environment/deployment.ts';
import { toneOf } from '#domain/environment/tone.ts';

/**
 * SVG attributes by look, inside an element with the colour as `fill` and `stroke`. The line around a filled segment only
 * rounds its corners. No bar is opaque, so that the state's icon stands out beside the bars.
 */
export const LOOKS = {
  filled: { strokeWidth: 2, opacity: 0.8 },
  faint: { strokeWidth: 2, opacity: 0.28 },
  outlined: { fill: 'none', strokeWidth: 1.5, opacity: 0.9 },
} as const;

/** A rectangle of a bar. `y` is its distance from the upper edge of the full height. Sizes are CSS pixels. */
export type Segment = { readonly y: number; readonly height: number; readonly look: keyof typeof LOOKS };

/**
 * Returns the segments of a bar, the uppermost first. The height of the bar is the duration. Shapes repeat the colour's
 * meaning: a failed deployment has a dot below its bar, as an exclamation mark has; a running one is faint in its upper
 * half; a result that is neither a success nor a failure is an outline; a cut bar has a gap near its top.
 *
 * `fullPx` is the height of a bar of ratio 1. `markPx` is the height of the dot.
 */
export function segmentsOf({ deployment, ratio, isCut }: Bar, fullPx: number, markPx: number): readonly Segment[] {
  const tone = toneOf(deployment.state);
  const isFailing = tone === 'failing';
  const isBusy = isRunning(deployment);
  // Each segment is at least as high as the dot.
  const height = Math.max(ratio * fullPx, (isFailing ? 3 : isBusy ? 2 : 1) * markPx);
  const top = fullPx - height;
  const segment = (y: number, end: number, look: Segment['look']): Segment => ({ y, height: end - y, look });
  if (isBusy) {
    const middle = fullPx - height / 2;
    return [segment(top, middle, 'faint'), segment(middle, fullPx, 'filled')];
  }
  const look = tone === 'ok' || isFailing ? 'filled' : 'outlined';
  const end = isFailing ? fullPx - 2 * markPx : fullPx;
  const cut = top + 2 * markPx;
  const bar = isCut ? [segment(top, cut, look), segment(cut + markPx / 1.5, end, look)] : [segment(top, end, look)];
  return isFailing ? [...bar, segment(fullPx - markPx, fullPx, look)] : bar;
}
