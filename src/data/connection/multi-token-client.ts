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

/** Id prefix of a stand-in for the organizations that a token could not list: a request for its names gets the reason. */
const UNLISTED = 'unlisted-';
const UNLISTED_NAME = 'one token’s organizations';

const idOf = (path: string): string => path.split(/[/?]/)[2] ?? '';

const isRefusal = (failure: Failure): boolean => isDenial(failure) || failure.kind === 'unauthorized';

/**
 * Creates one client over several tokens. A request about an environment, project or organization goes to its owner: the
 * token that answered before. Without an owner the tokens are tried in turn, and the first that answers becomes the owner.
 * The list of organizations merges the lists of all tokens.
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
      // A policy may leave the list out, and still name an environment.
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

  /** Asks one token after the other; an answer of the preferred one, even a failure that is no refusal, is the last. */
  async function tryTokens<T>(path: string, ask: (api: ApiClient) => Promise<T>): Promise<T> {
    const id = idOf(path);
    const failure = unlisted.get(id);
    if (failure) throw new ApiError(failure);
    const preferred = owners.ownerOf(id);
    const misses = new Map<string, TokenRefusal>();
    for (;;) {
      const key = chooseToken({ tokens, preferred, misses, now: Date.now() });
      const token = tokens.find((one) => one.key === key);
      const known = misses.get(key);
      if (known || !token) throw new ApiError(known?.failure ?? { kind: 'unauthorized' });
      try {
        const answer = await ask(token.api);
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
    // All tokens ask the same API.
    time: tokens[0]?.api.time ?? createServerTime(),
    async get(path, schema, signal) {
      if (path === '/organization') return v.parse(schema, { results: await allOrganizations(signal) });
      return tryTokens(path, (api) => api.get(path, schema, signal));
    },
    getWithAge: (path, schema, signal) => tryTokens(path, (api) => api.getWithAge(path, schema, signal)),
  };
  return client;
}
