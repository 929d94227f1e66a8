/**
 * Eight hexadecimal digits that tell tokens apart in this browser's ledger (FNV-1a, 32 bits). They say nothing useful
 * of a token of over 100 random bits.
 */
export function fingerprint(value: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
