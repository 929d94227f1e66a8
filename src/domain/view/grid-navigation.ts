/** Where something stands, in CSS pixels. */
export type Box = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2;
const centreOf = ({ left, right }: Box): number => (left + right) / 2;
const flipped = ({ left, top, right, bottom }: Box): Box => ({ left, top: -bottom, right, bottom: -top });

/** The one of the next line, in this direction, that stands nearest above or below. */
function inNextRow(from: number, by: 1 | -1, count: number, boxOf: (index: number) => Box): number | undefined {
  // Upwards is downwards in a mirror.
  const seen = (index: number): Box => (by === 1 ? boxOf(index) : flipped(boxOf(index)));
  const origin = seen(from);
  let line: Box | undefined;
  let nearest: { readonly index: number; readonly away: number } | undefined;
  for (let index = from + by; index >= 0 && index < count; index += by) {
    const box = seen(index);
    if (box.top < middleOf(origin)) continue;
    if (line && box.top >= middleOf(line)) break;
    line ??= box;
    const away = Math.abs(centreOf(box) - centreOf(origin));
    if (!nearest || away < nearest.away) nearest = { index, away };
  }
  return nearest?.index;
}

/**
 * Where an arrow leads from one of `count` things that follow each other line by line: left and right in their order,
 * up and down to the nearest of the next line. Undefined where there is nothing further. `boxOf` is asked for no more
 * than the lines it takes: measuring what is out of sight can be slow.
 */
export function nextIndex(from: number, step: Step, count: number, boxOf: (index: number) => Box): number | undefined {
  if (from < 0 || from >= count) return undefined;
  switch (step) {
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'left':
      return from > 0 ? from - 1 : undefined;
    case 'right':
      return from < count - 1 ? from + 1 : undefined;
    case 'up':
      return inNextRow(from, -1, count, boxOf);
    case 'down':
      return inNextRow(from, 1, count, boxOf);
    default:
      return step satisfies never;
  }
}
