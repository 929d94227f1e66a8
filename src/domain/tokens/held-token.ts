import type { Ending } from './token-expiry.ts';

/** One token of this board, without the token. */
export type HeldToken = {
  /** Tells it from the others. */
  readonly key: string;
  readonly kind: 'api' | 'policy' | 'session';
  /** For this tab only, or on this device. */
  readonly place: 'tab' | 'device';
  /** Names of the organizations that it is known to answer for. */
  readonly organizations: readonly string[];
  readonly isRefused: boolean;
  /** Epoch milliseconds, as the token itself says. */
  readonly endsAt: number | undefined;
  readonly ending: Ending | undefined;
};
