import { credentialsIn, forgetReplacedToken, saveCredentials } from '#data/tokens/credential-store.ts';
import { accessOf, type StorageScope } from '#data/tokens/stored-access.ts';
import { reportUnkept } from '#data/tokens/unkept-token.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { loadMultiToken } from './load-multi-token.ts';

type Added = {
  readonly credential: Credential;
  /** On this device, rather than for this tab only. */
  readonly isRemembered: boolean;
  /** Fingerprints of those whose place it takes. */
  readonly replaced: readonly string[];
};

/** Adds a token to those that are held; where it is one of them, it is kept where it is wished now. */
export async function addToken({ credential, isRemembered, replaced }: Added): Promise<void> {
  const print = fingerprint(credential.value);
  const gone = new Set([...replaced, print]);
  const rest = (scope: StorageScope) => credentialsIn(scope).filter(({ value }) => !gone.has(fingerprint(value)));
  const next = {
    tab: [...rest('tab'), ...(isRemembered ? [] : [credential])],
    device: [...rest('device'), ...(isRemembered ? [credential] : [])],
  };
  // Fetched first: the board must not vanish while it comes.
  if (next.tab.length + next.device.length > 1) await loadMultiToken();
  saveCredentials({ tab: accessOf(next.tab), device: accessOf(next.device) });
  const isKept = credentialsIn('device').some(({ value }) => value === credential.value);
  reportUnkept(isRemembered && !isKept ? print : undefined);
  // Other tabs find the new one in the storage, when it is kept there.
  if (isRemembered) for (const old of replaced) forgetReplacedToken(old);
}
