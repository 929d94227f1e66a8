/** Returns whether two objects of one type have identical values under each key of `b`. False while `a` is missing. */
export const isShallowEqual = <T extends object>(a: T | undefined, b: T): a is T =>
  a !== undefined && Object.entries(b).every(([key, value]) => Reflect.get(a, key) === value);
