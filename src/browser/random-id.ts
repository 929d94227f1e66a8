const BYTES = 16;

/** Returns 16 random bytes; ordinary random numbers where the browser has no cryptographic ones. */
function randomBytes(): Uint8Array {
  try {
    return crypto.getRandomValues(new Uint8Array(BYTES));
  } catch {
    return Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256));
  }
}

/** Returns a random UUID (version 4, 122 random bits). Works on plain http, where `crypto.randomUUID` is missing. */
export function randomUuid(): string {
  const bytes = randomBytes();
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt((bytes[8] ?? 0) & 3);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}
