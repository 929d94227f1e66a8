import type { Ending } from './token-expiry.ts';

/** The description of a stored token, without its secret value. */
export type HeldToken = {
  /** Unique among the stored tokens. */
  readonly key: string;
  readonly kind: 'api' | 'policy' | 'session';
  /** The token's storage: for this tab only, or on this device. */
  readonly scope: 'tab' | 'device';
  /** Names of the organizations that the token can read, as far as known. */
  readonly organizations: readonly string[];
  readonly isRefused: boolean;
  /** Epoch milliseconds of its expiry, from the token's own claims. */
  readonly endsAt: number | undefined;
  readonly ending: Ending | undefined;
};
