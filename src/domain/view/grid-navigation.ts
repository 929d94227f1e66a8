/** The edges of an item, in CSS pixels. */
export type Box = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2;
const centreOf = ({ left, right }: Box): number => (left + right) / 2;
const flipped = ({ left, top, right, bottom }: Box): Box => ({ left, top: -bottom, right, bottom: -top });

/** Returns the index of the horizontally nearest item in the next row (`by` 1) or the previous row (`by` -1). */
function inNextRow(from: number, by: 1 | -1, count: number, boxOf: (index: number) => Box): number | undefined {
  // Flipping the boxes vertically makes the search upwards the same as the search downwards.
  const orientedBox = (index: number): Box => (by === 1 ? boxOf(index) : flipped(boxOf(index)));
  const origin = orientedBox(from);
  let firstInRow: Box | undefined;
  let nearest: { readonly index: number; readonly distance: number } | undefined;
  for (let index = from + by; index >= 0 && index < count; index += by) {
    const box = orientedBox(index);
    if (box.top < middleOf(origin)) continue;
    if (firstInRow && box.top >= middleOf(firstInRow)) break;
    firstInRow ??= box;
    const distance = Math.abs(centreOf(box) - centreOf(origin));
    if (!nearest || distance < nearest.distance) nearest = { index, distance };
  }
  return nearest?.index;
}

/**
 * Returns the index of the item that an arrow key, Home or End moves to, among `count` items in rows.
 *
 * Left and right follow the order of the items; up and down move to the nearest item of the adjacent row. Undefined
 * when there is no such item. `boxOf` is called only for items of the rows concerned: measuring items outside the
 * viewport can be slow.
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
