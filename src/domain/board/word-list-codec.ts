import { forEachSegment } from '#domain/text.ts';
import { MAX_PINS } from './pin.ts';

/** `hasUnknown` is true when a word of the list was left out. */
type ReadList<Item> = { readonly items: readonly Item[]; readonly hasUnknown: boolean };
/** A shared object, so that an absent list keeps its identity while the user types a filter. */
const EMPTY: ReadList<never> = { items: [], hasUnknown: false };

/** Decodes words joined by `.`, in the order of the link, each item once, so that encoding the board gives the same link. */
export function decodeWords<Item>(list: string, read: (word: string) => Item | undefined): ReadList<Item> {
  if (list === '') return EMPTY;
  const words = new Set<string>();
  forEachSegment(list, '.', (word) => words.size < MAX_PINS && words.add(word));
  const items = [...words].map(read).filter((item) => item !== undefined);
  return { items, hasUnknown: items.length < words.size };
}
