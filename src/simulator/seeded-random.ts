/** Spreads the bits of a 32-bit number (the finalizer of MurmurHash3). */
const spread = (value: number): number => {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Hashes numbers to a 32-bit number. The same parts give the same result on every machine. */
export function hash(...parts: readonly number[]): number {
  let h = 0x9e3779b9;
  for (const part of parts) h = spread(Math.imul(h, 31) + spread(part + 0x7f4a7c15));
  return h;
}

/** Hashes numbers to a number from 0 (included) to 1 (excluded). */
export const fraction = (...parts: readonly number[]): number => hash(...parts) / 0x1_0000_0000;

/** Picks an item of a list by the hash of numbers. */
export function pick<T extends readonly [unknown, ...unknown[]]>(items: T, ...parts: readonly number[]): T[number] {
  return items[hash(...parts) % items.length] ?? items[0];
}

/** Hashes numbers to a lower-case UUID in the format of version 4. */
export function uuid(...parts: readonly number[]): string {
  const base = hash(...parts);
  const word = (index: number): string => hash(base, index).toString(16).padStart(8, '0');
  const digits = word(1) + word(2) + word(3) + word(4);
  const variant = (8 + (hash(base, 5) % 4)).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
