/** Replaces lone surrogates, such as half an emoji, by U+FFFD: `encodeURIComponent` would throw otherwise. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Number of characters that `cleanText` processes: its results are short. */
const MAX_READ = 10_000;

/**
 * Returns a text for one line: without control characters, line breaks and bidi controls, of at most `length`
 * characters.
 */
export function cleanText(text: string, length: number): string {
  const visible = wellFormed(text.slice(0, MAX_READ)).replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '');
  // A cut between the two halves of a surrogate pair leaves half an emoji: remove it.
  return visible.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Calls `visit` for each non-empty segment. `split` would build a huge array for a megabyte of separators. */
export function forEachSegment(text: string, separator: '&' | '.', visit: (segment: string) => void): void {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(separator, start);
    const end = found < 0 ? text.length : found;
    if (end > start) visit(text.slice(start, end));
    start = end + 1;
  }
}
