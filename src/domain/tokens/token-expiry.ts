import type { Credential } from './credential.ts';

/** How long before its end a session is warned of, in milliseconds. */
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
 * When a console session ends, in epoch milliseconds, as the token itself says; undefined for what says nothing usable.
 * Nobody checked its signature: good for a warning, and for nothing else.
 */
export function expiryOf({ scheme, value }: Credential): number | undefined {
  const claims = scheme === 'Bearer' ? claimsOf(value) : undefined;
  if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined;
  const { exp } = claims;
  return typeof exp === 'number' && exp > 0 && Number.isSafeInteger(Math.round(exp * 1_000)) ? exp * 1_000 : undefined;
}

export type Ending = 'soon' | 'over';

/**
 * Whether a session that says to end at `expiry` ends soon, or has. What Qovery says goes first: a session that was
 * answered after its end has not ended, this computer's clock is wrong; and before the first answer nothing is known.
 */
export function endingOf(expiry: number, heardAt: number | undefined, now: number): Ending | undefined {
  if (now < expiry) return expiry - now <= WARN_MS ? 'soon' : undefined;
  return heardAt !== undefined && heardAt < expiry ? 'over' : undefined;
}
