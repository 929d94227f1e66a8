import type { Board } from './board.ts';
import { MAX_PINS, type Pin } from './pin.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The list after both sides' edits of `base`: what either added is there, what either removed is gone, and what `mine`
 * changed is as `mine` has it. The order is theirs, or mine where mine was rearranged. Keys are unique within a list.
 */
export function mergeLists<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const byKey = (items: readonly Item[]) => new Map(items.map((item) => [keyOf(item), item]));
  const [before, ours, others] = [byKey(base), byKey(mine), byKey(theirs)];
  const isGone = (key: string) => before.has(key) && !(ours.has(key) && others.has(key));
  const itemOf = (key: string): Item | undefined => {
    const own = ours.get(key);
    return own !== undefined && !isSame(own, before.get(key)) ? own : (others.get(key) ?? own);
  };
  const common = (items: readonly Item[], other: ReadonlyMap<string, Item>) =>
    items.map(keyOf).filter((key) => other.has(key));
  const isRearranged = !isSame(common(base, ours), common(mine, before));
  const [first, second] = isRearranged ? [mine, theirs] : [theirs, mine];
  const keys = first.map(keyOf);
  for (const [at, item] of second.entries()) {
    const key = keyOf(item);
    if (keys.includes(key)) continue;
    // Behind the item that it follows on its own side.
    const previous = second[at - 1];
    keys.splice(previous === undefined ? 0 : keys.indexOf(keyOf(previous)) + 1, 0, key);
  }
  return keys.filter((key) => !isGone(key)).flatMap((key) => itemOf(key) ?? []);
}

const ownKey = (text: string): string => text;
const pinKey = ({ kind, id }: Pin): string => `${kind} ${id}`;

/**
 * A board after the edits of two tabs. `base` is the board before this tab's edit, `mine` after it, and `theirs` the
 * stored one, which another tab may have edited since. Nothing that either side pinned or named is lost; where both
 * changed the same field, mine counts.
 */
export function mergeBoards(base: Board, mine: Board, theirs: Board): Board {
  const changed = Object.entries(mine).filter(([field, value]) => !isSame(value, Reflect.get(base, field)));
  return {
    ...theirs,
    ...Object.fromEntries(changed),
    pins: mergeLists(base.pins, mine.pins, theirs.pins, pinKey).slice(0, MAX_PINS),
    hidden: mergeLists(base.hidden, mine.hidden, theirs.hidden, ownKey),
    collapsed: mergeLists(base.collapsed, mine.collapsed, theirs.collapsed, ownKey),
  };
}
