import { useMemo } from 'react';
import { toServerTime } from '#browser/server-now.ts';
import { useNow } from '#browser/use-now.ts';
import { useDirectory } from '#data/directory/use-directory.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { useSession } from '#data/session.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import type { HeldToken } from '#domain/tokens/held-token.ts';
import { endingOf, expiryOf } from '#domain/tokens/token-expiry.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { credentialsIn, useStoredAccess } from './credential-store.ts';
import { useOwners } from './token-owners.ts';

const NONE = [] as const;

/** Returns the names of the organizations that each token owns, by the token's key. */
function useOrganizations(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { directory } = useDirectory(false);
  const owners = useOwners();
  return useMemo(() => {
    const names = new Map([...directory.values()].map((one) => [one.organizationId, one.organizationName]));
    const ownerOf = (id: string) => (keys.length === 1 ? keys[0] : owners[id]);
    return new Map(
      keys.map((key) => [
        key,
        [...names].flatMap(([id, name]) => (name !== '' && ownerOf(id) === key ? [name] : [])).toSorted(),
      ]),
    );
  }, [directory, owners, keys]);
}

function endingNow(credential: Credential, { health }: PollingState, now: number): string {
  const expiry = expiryOf(credential);
  if (expiry === undefined) return '';
  const observedAt = Math.max(...[...health.values()].map((record) => record.observedAt ?? 0), 0);
  return endingOf(expiry, observedAt > 0 ? toServerTime(observedAt) : undefined, now) ?? '';
}

/** Returns the held tokens and their states. Empty if a server holds the token. */
export function useTokens(): readonly HeldToken[] {
  const connection = useStoredAccess();
  const credentials = connection?.kind === 'token' ? connection.credentials : NONE;
  const keys = useMemo(() => credentials.map(({ value }) => fingerprint(value)), [credentials]);
  const organizations = useOrganizations(keys);
  const { poller } = useSession();
  const ended = usePollingSelector((polling) => (polling.ended ?? (polling.phase === 'ended' ? keys : NONE)).join(' '));
  // A single text for all tokens, so that the component renders again only when a token starts to expire.
  const endings = useNow((now) => credentials.map((one) => endingNow(one, poller.getSnapshot(), now)).join(' '));
  return credentials.map(({ value, scheme }, index): HeldToken => {
    const key = keys[index] ?? '';
    const ending = endings.split(' ')[index];
    return {
      key,
      kind: scheme === 'Bearer' ? 'session' : value.startsWith('sk-qov-') ? 'policy' : 'api',
      scope: credentialsIn('device').some((one) => one.value === value) ? 'device' : 'tab',
      organizations: organizations.get(key) ?? NONE,
      isRefused: ended.includes(key),
      endsAt: expiryOf({ value, scheme }),
      ending: ending === 'expiring' || ending === 'expired' ? ending : undefined,
    };
  });
}
