import type { Board } from './board.ts';
import { MAX_PINS, type Pin } from './pin.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Merges the edits that two sides made to the list `base`.
 *
 * The result contains the additions of both sides, and no item that either removed. An item that both changed is taken
 * from `mine`. The order is that of `theirs`, unless `mine` was reordered. Keys must be unique within a list.
 */
export function mergeLists<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const byKey = (items: readonly Item[]) => new Map(items.map((item) => [keyOf(item), item]));
  const [baseItems, myItems, theirItems] = [byKey(base), byKey(mine), byKey(theirs)];
  const isRemoved = (key: string) => baseItems.has(key) && !(myItems.has(key) && theirItems.has(key));
  const itemOf = (key: string): Item | undefined => {
    const own = myItems.get(key);
    return own !== undefined && !isSame(own, baseItems.get(key)) ? own : (theirItems.get(key) ?? own);
  };
  const common = (items: readonly Item[], other: ReadonlyMap<string, Item>) =>
    items.map(keyOf).filter((key) => other.has(key));
  const isReordered = !isSame(common(base, myItems), common(mine, baseItems));
  const [first, second] = isReordered ? [mine, theirs] : [theirs, mine];
  const keys = first.map(keyOf);
  for (const [index, item] of second.entries()) {
    const key = keyOf(item);
    if (keys.includes(key)) continue;
    // Insert the item after the item that precedes it in its own list.
    const previous = second[index - 1];
    keys.splice(previous === undefined ? 0 : keys.indexOf(keyOf(previous)) + 1, 0, key);
  }
  return keys.filter((key) => !isRemoved(key)).flatMap((key) => itemOf(key) ?? []);
}

const ownKey = (text: string): string => text;
const pinKey = ({ kind, id }: Pin): string => `${kind} ${id}`;

/**
 * Merges the edits that two tabs made to a board.
 *
 * `base` is the board before this tab's edit, `mine` the board after it, and `theirs` the persisted board, which
 * another tab may have edited. Lists contain the additions of both tabs. For a field that both tabs changed, `mine`
 * takes precedence.
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
