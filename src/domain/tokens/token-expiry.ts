import type { Credential } from './credential.ts';

/** The page warns this many milliseconds before a session expires. */
const WARN_MS = 600_000;

function claimsOf(value: string): unknown {
  try {
    const part = value.split('.')[1] ?? '';
    return JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

/**
 * Returns the expiry of a console session in epoch milliseconds, from the `exp` claim of its JWT; undefined without a
 * usable claim. The signature is not verified, so the value may only be used for a warning.
 */
export function expiryOf({ scheme, value }: Credential): number | undefined {
  const claims = scheme === 'Bearer' ? claimsOf(value) : undefined;
  if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined;
  const { exp } = claims;
  return typeof exp === 'number' && exp > 0 && Number.isSafeInteger(Math.round(exp * 1_000)) ? exp * 1_000 : undefined;
}

export type Ending = 'expiring' | 'expired';

/**
 * Returns `expiring` in the ten minutes before the expiry, `expired` after it, else undefined. All times are epoch
 * milliseconds.
 *
 * Qovery's answers take precedence: when `answeredAt`, the time of the last answer, is after the expiry, then this
 * computer's clock is wrong and the session has not ended. Before the first answer the result is never `expired`.
 */
export function endingOf(expiry: number, answeredAt: number | undefined, now: number): Ending | undefined {
  if (now < expiry) return expiry - now <= WARN_MS ? 'expiring' : undefined;
  return answeredAt !== undefined && answeredAt < expiry ? 'expired' : undefined;
}
