/** Why a request from the spare budget is not sent at once, and when the next one is. */
export type SpareWait = {
  readonly kind: 'none' | 'paused' | 'failing' | 'budget';
  /** Epoch milliseconds. Infinite when polling needs the whole budget, or when nothing tells the time. */
  readonly until: number;
};
