import * as v from 'valibot';

/**
 * A list without its unreadable elements, and their number: a single one must not make the whole answer unusable. Rejects a
 * list of which nothing can be read, because it would pass for an empty one.
 */
export const readableList = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.nullish(v.array(v.fallback(v.nullable(item), null)), []),
    v.check((list) => list.length === 0 || list.some((one) => one !== null), 'No element can be read.'),
    v.transform((list) => {
      const items = list.filter((one) => one !== null);
      return { items, unread: list.length - items.length };
    }),
  );
