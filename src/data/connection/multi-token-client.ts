import * as v from 'valibot';
import type { ApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { namedItems } from '#api/environment-schemas.ts';
import { createServerTime } from '#api/server-time.ts';
import type { TokenOwners } from '#data/tokens/token-owners.ts';
import { type Failure, isDenial } from '#domain/environment/failure.ts';
import { chooseToken, type TokenName, type TokenRefusal } from '#domain/tokens/token-routing.ts';

/** A token, and the client that sends requests with it. */
type TokenClient = TokenName & { readonly api: ApiClient };

type Options = {
  readonly source: string;
  readonly tokenScope: string;
  readonly tokens: readonly TokenClient[];
  readonly owners: TokenOwners;
};

type Named = v.InferOutput<typeof namedItems>;

/** Id prefix of a stand-in for the organizations that a token could not list. A request for its names fails likewise. */
const UNLISTED = 'unlisted-';
const UNLISTED_NAME = 'one token’s organizations';

const idOf = (path: string): string => path.split(/[/?]/)[2] ?? '';

const isRefusal = (failure: Failure): boolean => isDenial(failure) || failure.kind === 'unauthorized';

/**
 * Creates one client over several tokens. A request about an environment, project or organization uses its owner: the
 * token with the last successful response. Without an owner, the client tries the tokens in turn, and the first that
 * succeeds becomes the owner. The list of organizations merges the lists of all tokens. Throws an ApiError as the
 * clients of the tokens do.
 */
export function createMultiTokenClient({ source, tokenScope, tokens, owners }: Options): ApiClient {
  const unlisted = new Map<string, Failure>();
  const isHeld = (key: string | undefined): boolean => tokens.some((one) => one.key === key);

  async function organizationsOf({ key, isPolicy, api }: TokenClient, signal?: AbortSignal): Promise<Named> {
    unlisted.delete(UNLISTED + key);
    try {
      const list = await api.get('/organization', namedItems, signal);
      for (const { id } of list) if (!isHeld(owners.ownerOf(id))) owners.remember(id, key);
      return list;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // A policy token may be refused the list and still read an environment.
      if (isPolicy && isRefusal(error.failure)) return [];
      unlisted.set(UNLISTED + key, error.failure);
      return [{ id: UNLISTED + key, name: UNLISTED_NAME }];
    }
  }

  async function allOrganizations(signal?: AbortSignal): Promise<Named> {
    const lists = await Promise.all(tokens.map((token) => organizationsOf(token, signal)));
    const all = [...new Map(lists.flat().map((one) => [one.id, one])).values()];
    const [failure] = unlisted.values();
    if (failure && all.every(({ id }) => unlisted.has(id))) throw new ApiError(failure);
    return all;
  }

  /**
   * Sends a request with one token after another, until one succeeds or the owner fails for a reason other than a refusal.
   */
  async function tryTokens<T>(path: string, send: (api: ApiClient) => Promise<T>): Promise<T> {
    const id = idOf(path);
    const failure = unlisted.get(id);
    if (failure) throw new ApiError(failure);
    const preferred = owners.ownerOf(id);
    const misses = new Map<string, TokenRefusal>();
    for (;;) {
      const key = chooseToken({ tokens, preferred, misses, now: Date.now() });
      const token = tokens.find((one) => one.key === key);
      const refusal = misses.get(key);
      if (refusal || !token) throw new ApiError(refusal?.failure ?? { kind: 'unauthorized', credential: 'token' });
      try {
        const answer = await send(token.api);
        owners.remember(id, key);
        return answer;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        misses.set(key, { failure: error.failure, at: Date.now() });
      }
    }
  }

  const client: ApiClient = {
    source,
    tokenScope,
    hasToken: true,
    // All tokens use the same API.
    time: tokens[0]?.api.time ?? createServerTime(),
    async get(path, schema, signal) {
      if (path === '/organization') return v.parse(schema, { results: await allOrganizations(signal) });
      return tryTokens(path, (api) => api.get(path, schema, signal));
    },
    getWithAge: (path, schema, signal) => tryTokens(path, (api) => api.getWithAge(path, schema, signal)),
  };
  return client;
}
