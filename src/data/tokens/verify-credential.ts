import { createApiClient } from '#api/api-client.ts';
import { toFailure } from '#api/api-error.ts';
import { namedItems } from '#api/environment-schemas.ts';
import { fetchFromPage } from '#browser/page-address.ts';
import { apiScope } from '#data/api-scope.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';

/**
 * Sends one request with a credential and returns its failure; undefined after a successful response. A refused policy
 * token counts as successful: it may be refused the list of organizations and still read a pinned environment.
 */
export async function verifyCredential(api: string, { scheme, value }: Credential): Promise<Failure | undefined> {
  const print = fingerprint(value);
  const ledger = createRequestLedger(`${apiScope()}#${print}`, { oldName: print });
  const client = createApiClient({
    source: api,
    baseUrl: api,
    send: fetchFromPage,
    authorization: `${scheme} ${value}`,
    reserveRequest: ledger.spend,
  });
  try {
    await client.get('/organization', namedItems);
    return undefined;
  } catch (error) {
    const failure = toFailure(error);
    const isRefusal = failure.kind === 'unauthorized' || failure.kind === 'denied';
    return isRefusal && value.startsWith('sk-qov-') ? undefined : failure;
  }
}
