/** Half an emoji becomes U+FFFD, so that the text can be written into an address at all. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Characters that `cleanText` reads: it cuts to one line, so it need not read more. */
const MAX_READ = 10_000;

/** Text safe to show in one line: nothing that controls, breaks or turns it around, and no longer than `length`. */
export function cleanText(text: string, length: number): string {
  const visible = wellFormed(text.slice(0, MAX_READ)).replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '');
  // Cutting between the halves of a surrogate pair would leave half an emoji.
  return visible.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** `split` without its list, which for a megabyte of separators is slow to build. Empty pieces are passed over. */
export function forEachSegment(text: string, separator: '&' | '.', visit: (segment: string) => void): void {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(separator, start);
    const end = found < 0 ? text.length : found;
    if (end > start) visit(text.slice(start, end));
    start = end + 1;
  }
}
