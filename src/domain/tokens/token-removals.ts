/**
 * The removals of tokens in this browser, each with a consecutive number. A tab compares them with the last number that
 * it knows, because a frozen or discarded tab receives no message about a removal.
 */
export type Forgettings = {
  /** Number of the latest removal. */
  readonly latest: number;
  /** Number of the latest removal of all tokens; 0 for none. */
  readonly all: number;
  /** Number of the removal of a single token, by its fingerprint. */
  readonly tokens: Readonly<Record<string, number>>;
};

export const NOTHING_FORGOTTEN: Forgettings = { latest: 0, all: 0, tokens: {} };

/**
 * Maximum number of single removals. A further one is recorded as a removal of all tokens: users then paste a token
 * again, which is better than using a removed one.
 */
const MAX_TOKENS = 50;

/** Returns the record after a removal of the token with this fingerprint, or of all tokens without a fingerprint. */
export function forgettingsAfter({ latest, all, tokens }: Forgettings, fingerprint?: string): Forgettings {
  const next = latest + 1;
  if (fingerprint === undefined || Object.keys(tokens).length >= MAX_TOKENS) {
    return { latest: next, all: next, tokens: {} };
  }
  return { latest: next, all, tokens: { ...tokens, [fingerprint]: next } };
}

/**
 * True when the token was removed after `seen`, the number of the latest removal when the tab stored it. A `seen` above
 * the latest number dates from before the storage was cleared, so it counts as 0.
 */
export function isForgotten({ latest, all, tokens }: Forgettings, fingerprint: string, seen: number): boolean {
  const from = seen > latest ? 0 : seen;
  return all > from || (tokens[fingerprint] ?? 0) > from;
}
