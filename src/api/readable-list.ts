import * as v from 'valibot';
import { optionalField } from './fields.ts';

/** A list in which undefined or null stands for each unreadable element. */
export const listWithGaps = <T extends v.GenericSchema>(item: T) => v.nullish(v.array(optionalField(item)), []);

/** A list without its unreadable elements, and their number: a single one must not make the whole answer unusable. */
export const partialList = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    listWithGaps(item),
    v.transform((list) => {
      const items = list.filter((one) => one != null);
      return { items, unread: list.length - items.length };
    }),
  );

/** A partial list. Rejects a list of which nothing can be read, because it would pass for an empty one. */
export const readableList = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    partialList(item),
    v.check(({ items, unread }) => unread === 0 || items.length > 0),
  );
