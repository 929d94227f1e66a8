import type { Failure } from '#domain/environment/failure.ts';

const RETRY_AFTER_MS = 60_000;
const EPOCH_SECONDS = 1e9;

/** Epoch milliseconds by the response's `Date`, because this computer's clock may be wrong. Without one, this computer's time. */
const serverNow = (headers: Headers): number => Date.parse(headers.get('Date') ?? '') || Date.now();

/** Milliseconds to wait, from a header with seconds, a Unix time (above 1e9) or an HTTP date; undefined for none of these. */
function waitOf(headers: Headers, name: string): number | undefined {
  const header = headers.get(name);
  const value = Number(header ?? Number.NaN);
  const date = header !== null && Number.isNaN(value) ? Date.parse(header) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - serverNow(headers));
  if (header === null || !Number.isFinite(value) || value < 0) return undefined;
  return value > EPOCH_SECONDS ? Math.max(0, value * 1_000 - serverNow(headers)) : value * 1_000;
}

/** Browsers report a redirect that was not followed as `opaqueredirect`, without its status. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

type Requested = { readonly baseUrl: string; readonly hasToken: boolean };

/**
 * Returns the failure that a response reports, by its status and the headers of Qovery and of the gateway. `baseUrl` is the
 * address that the client requests; `hasToken` is true when the request carried a token.
 */
export function failureOf(response: Response, { baseUrl, hasToken }: Requested): Failure {
  const { status, headers } = response;
  if (isRedirect(response)) return { kind: 'signOn' };
  const gatewayError = headers.get('X-Gateway-Error');
  if (gatewayError === 'token-rejected') return { kind: 'gatewayToken' };
  // This failure concerns one path: the gateway may have stored answers to others.
  if (gatewayError === 'budget-spent') return { kind: 'gatewaySpent' };
  if (gatewayError === 'unreachable') return { kind: 'gatewayUnreachable' };
  if (gatewayError === 'unusable-answer') return { kind: 'gatewayUnusable' };
  if (gatewayError === 'sign-on-unreachable') return { kind: 'unreachable', path: baseUrl };
  if (status === 401) return { kind: 'unauthorized', credential: hasToken ? 'token' : 'session' };
  if (status === 403 || status === 404) return { kind: 'denied' };
  if (status === 429) {
    const retryAfterMs = waitOf(headers, 'Retry-After') ?? waitOf(headers, 'X-RateLimit-Reset') ?? RETRY_AFTER_MS;
    return { kind: 'rateLimited', retryAfterMs };
  }
  return status >= 500 ? { kind: 'server', status } : { kind: 'refused', status };
}
