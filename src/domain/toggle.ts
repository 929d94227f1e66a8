/** The list with the item in it, or without it where it was there. */
export const toggle = <Item>(list: readonly Item[], item: Item): readonly Item[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
