/** The methods that return a changed copy of an array, which Chromium has from version 110 on. */
const COPYING = {
  toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  },
  toReversed(this: readonly unknown[]) {
    return [...this].reverse();
  },
  toSpliced(this: readonly unknown[], ...change: [start: number, removed: number, ...added: unknown[]]) {
    const copy = [...this];
    copy.splice(...change);
    return copy;
  },
  with(this: readonly unknown[], index: number, value: unknown) {
    const copy = [...this];
    const whole = Math.trunc(index) || 0;
    const at = whole < 0 ? whole + copy.length : whole;
    if (at < 0 || at >= copy.length) throw new RangeError(`Invalid index : ${index}`);
    copy[at] = value;
    return copy;
  },
};

/** Adds each of these methods that this browser lacks. */
export function standInForArrayMethods(prototype: object = Array.prototype): void {
  for (const [name, value] of Object.entries(COPYING)) {
    if (!(name in prototype)) Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
  }
}
