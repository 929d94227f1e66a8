import { createAccount } from './account.ts';
import { injectFault } from './fault-injection.ts';
import { json, problem } from './responses.ts';
import { answer } from './routes.ts';
import { scopeOf } from './token-scope.ts';

/** The simulated account, and its clock. */
export type SimulationOptions = {
  readonly seed?: number;
  readonly now?: () => number;
  readonly organizations?: number;
  readonly projects?: number;
  readonly environments?: number;
  /** When set, requests without this token get a 401. */
  readonly token?: string;
  /**
   * Defects of the change feed at this moment: a fault of `fault-injection.ts`, such as `403`, or switches of
   * `event-switches.ts`, such as `late:120,lossy`. The `demo` parameter of a request overrides it.
   */
  readonly feed?: () => string;
};

/** Parses an address. Only its path and query count, so that relative addresses work outside a page too. */
const addressOf = (input: RequestInfo | URL): URL =>
  new URL(input instanceof Request ? input.url : input, 'http://simulated.invalid');

/** The path without the `/api` prefix of the same-origin route. */
const pathOf = ({ pathname }: URL): string => (/^\/api(?=\/|$)/.test(pathname) ? pathname.slice(4) : pathname);

/**
 * Creates a Qovery API that needs no network, with the signature of `fetch`.
 *
 * It has no state: an answer depends only on the seed, the sizes, the time and the request. Two tabs, or a page before
 * and after a reload, therefore get the same account.
 */
export function createSimulatedQovery(options: SimulationOptions = {}): typeof fetch {
  const { now = Date.now, token, feed = () => '' } = options;
  const world = createAccount(options);

  const respond = (url: URL, method: string, authorization: string | null): Response => {
    if (method !== 'GET' && method !== 'HEAD') {
      return problem(405, `${method} is not simulated.`, { Allow: 'GET, HEAD' });
    }
    if (token !== undefined && authorization !== `Token ${token}` && authorization !== `Bearer ${token}`) {
      return problem(401, 'The token is missing, or is not valid.');
    }
    const path = pathOf(url);
    const scope = scopeOf(world, authorization);
    if (scope.isPolicy && path === '/organization') return problem(403, 'The policy of this token lists nothing.');
    const query = url.searchParams;
    const body = answer(scope.world, path, { query, now: now(), feed: query.get('demo') ?? feed() });
    if (body !== undefined) return json(body);
    return scope.isPolicy
      ? problem(401, 'The policy of this token does not name it.')
      : problem(404, `There is nothing at ${path}.`);
  };

  return async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = addressOf(input);
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const headers = new Headers(init?.headers ?? request?.headers);
    const signal = init?.signal ?? request?.signal;
    const fault = url.searchParams.get('demo') ?? (url.pathname.endsWith('/events') ? feed() : null);
    const response = await injectFault(fault, signal, () => respond(url, method, headers.get('Authorization')));
    if (method !== 'HEAD') return response;
    return new Response(null, { status: response.status, headers: response.headers });
  };
}
