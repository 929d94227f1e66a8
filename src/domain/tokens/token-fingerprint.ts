/**
 * Returns eight hexadecimal digits that distinguish tokens in this browser's ledger (FNV-1a, 32 bits). They do not
 * reveal a token, which has more than 100 random bits.
 */
export function fingerprint(value: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
