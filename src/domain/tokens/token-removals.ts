/**
 * The tokens that were forgotten in this browser, by the number of the forgetting. Tabs compare it with the number that
 * they saw last: a tab that was frozen, discarded or away receives no message about a forgetting.
 */
export type Forgettings = {
  /** Number of the latest forgetting. */
  readonly latest: number;
  /** Number of the latest forgetting of all tokens; 0 for none. */
  readonly all: number;
  /** Number of the forgetting of a single token, by its fingerprint. */
  readonly tokens: Readonly<Record<string, number>>;
};

export const NOTHING_FORGOTTEN: Forgettings = { latest: 0, all: 0, tokens: {} };

/** Single forgettings beyond this number are merged into "all": rather ask for a token again than use a forgotten one. */
const MAX_TOKENS = 50;

/** The record after one more forgetting: of the token with this fingerprint, or of all tokens. */
export function forgettingsAfter({ latest, all, tokens }: Forgettings, fingerprint?: string): Forgettings {
  const next = latest + 1;
  if (fingerprint === undefined || Object.keys(tokens).length >= MAX_TOKENS) {
    return { latest: next, all: next, tokens: {} };
  }
  return { latest: next, all, tokens: { ...tokens, [fingerprint]: next } };
}

/**
 * True when the token was forgotten after `seen`, the number of the latest forgetting when the tab stored it. A number
 * beyond the latest is from before the storage was emptied, and proves nothing.
 */
export function isForgotten({ latest, all, tokens }: Forgettings, fingerprint: string, seen: number): boolean {
  const from = seen > latest ? 0 : seen;
  return all > from || (tokens[fingerprint] ?? 0) > from;
}
