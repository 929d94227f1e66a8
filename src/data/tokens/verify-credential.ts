import { createApiClient } from '#api/api-client.ts';
import { failureIn } from '#api/api-error.ts';
import { namedList } from '#api/environment-schemas.ts';
import { fetchFromPage } from '#browser/page-address.ts';
import { apiScope } from '#data/api-scope.ts';
import { openLedger } from '#data/polling/request-ledger.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';

/**
 * Why Qovery refuses a credential; undefined when it does not. A policy token may be refused the list of organizations
 * and still read a pinned environment, so a refusal says nothing of it.
 */
export async function checkCredential(api: string, { scheme, value }: Credential): Promise<Failure | undefined> {
  const print = fingerprint(value);
  const ledger = openLedger(`${apiScope()}#${print}`, { oldName: print });
  const client = createApiClient({
    source: api,
    baseUrl: api,
    send: fetchFromPage,
    authorization: `${scheme} ${value}`,
    spend: ledger.spend,
  });
  try {
    await client.get('/organization', namedList);
    return undefined;
  } catch (error) {
    const failure = failureIn(error);
    const isRefusal = failure.kind === 'unauthorized' || failure.kind === 'denied';
    return isRefusal && value.startsWith('sk-qov-') ? undefined : failure;
  }
}
