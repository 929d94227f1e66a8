/** Returns the list without the item when it contains the item, else with the item added at the end. */
export const toggle = <Item>(list: readonly Item[], item: Item): readonly Item[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
