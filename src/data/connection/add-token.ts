import { credentialsIn, forgetReplacedToken, saveCredentials } from '#data/tokens/credential-store.ts';
import { accessOf, type StorageScope } from '#data/tokens/stored-access.ts';
import { reportUnkept } from '#data/tokens/unkept-token.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { loadMultiToken } from './load-multi-token.ts';

type Added = {
  readonly credential: Credential;
  /** True to store the token on this device, false to hold it in this tab only. */
  readonly isRemembered: boolean;
  /** Fingerprints of the tokens that the new token replaces. */
  readonly replaced: readonly string[];
};

/** Adds a token to the held tokens. A token that is already held moves to the scope that the user chose now. */
export async function addToken({ credential, isRemembered, replaced }: Added): Promise<void> {
  const print = fingerprint(credential.value);
  const gone = new Set([...replaced, print]);
  const rest = (scope: StorageScope) => credentialsIn(scope).filter(({ value }) => !gone.has(fingerprint(value)));
  const next = {
    tab: [...rest('tab'), ...(isRemembered ? [] : [credential])],
    device: [...rest('device'), ...(isRemembered ? [credential] : [])],
  };
  // The chunk is fetched first: otherwise the board would disappear while the chunk loads.
  if (next.tab.length + next.device.length > 1) await loadMultiToken();
  saveCredentials({ tab: accessOf(next.tab), device: accessOf(next.device) });
  const isKept = credentialsIn('device').some(({ value }) => value === credential.value);
  reportUnkept(isRemembered && !isKept ? print : undefined);
  // Only a token on the device reaches the other tabs, so only then may they drop the replaced tokens.
  if (isRemembered) for (const old of replaced) forgetReplacedToken(old);
}
