import { forgetReplacedToken, keep, type Place, tokenChoice, tokensIn } from '#data/tokens/credential-store.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { loadRing } from './load-multi-token.ts';

type Added = {
  readonly credential: Credential;
  /** On this device, rather than for this tab only. */
  readonly isRemembered: boolean;
  /** Fingerprints of those whose place it takes. */
  readonly replaced: readonly string[];
};

/** Adds a token to those that are held; where it is one of them, it is kept where it is wished now. */
export async function addToken({ credential, isRemembered, replaced }: Added): Promise<void> {
  const gone = new Set([...replaced, fingerprint(credential.value)]);
  const rest = (place: Place) => tokensIn(place).filter(({ value }) => !gone.has(fingerprint(value)));
  const next = {
    tab: [...rest('tab'), ...(isRemembered ? [] : [credential])],
    device: [...rest('device'), ...(isRemembered ? [credential] : [])],
  };
  // Fetched first: the board must not vanish while it comes.
  if (next.tab.length + next.device.length > 1) await loadRing();
  keep({ tab: tokenChoice(next.tab), device: tokenChoice(next.device) });
  // Other tabs find the new one in the storage, when it is kept there.
  if (isRemembered) for (const print of replaced) forgetReplacedToken(print);
}
