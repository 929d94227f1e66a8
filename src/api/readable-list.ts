import * as v from 'valibot';
import { optionalField } from './fields.ts';

/**
 * A list without its unreadable elements, and their number: a single one must not make the whole answer unusable. `list`
 * shows their places. Rejects a list of which nothing can be read, because it would pass for an empty one.
 */
export const readableList = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.nullish(v.array(optionalField(item)), []),
    v.transform((list) => {
      const items = list.filter((one) => one != null);
      return { items, unread: list.length - items.length, list };
    }),
    v.check(({ items, unread }) => unread === 0 || items.length > 0),
  );
