/**
 * Why there is no usable answer from Qovery. `kind` decides the message for the user and the time of the next request.
 */
export type Failure =
  | { readonly kind: 'offline' }
  /**
   * No answer at all. Browsers hide the cause: CORS, DNS, a refused or dropped connection. `path` is the API's address on
   * the page's own origin, where CORS is no cause.
   */
  | { readonly kind: 'unreachable'; readonly path?: string | undefined }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** 401. The credential is the token that the page sent, or the user's session of the server that holds the token. */
  | { readonly kind: 'unauthorized'; readonly credential: 'token' | 'session' }
  /** With several tokens: Qovery refused the token for this source. Requests with the other tokens continue. */
  | { readonly kind: 'tokenRefused' }
  /** Qovery refused the gateway's own token: its viewers cannot fix that. */
  | { readonly kind: 'gatewayToken' }
  /** The gateway has spent its requests of the hour, and its cache has no answer for this request. */
  | { readonly kind: 'gatewaySpent' }
  /** The gateway cannot connect to Qovery or resolve its name, and its cache has no answer for this request. */
  | { readonly kind: 'gatewayUnreachable' }
  /** Qovery sent the gateway no JSON, or 10 MB and more, and the gateway's cache has no earlier answer. */
  | { readonly kind: 'gatewayUnusable' }
  /** 403 or 404: no access, or not found. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'rateLimited'; readonly retryAfterMs: number }
  /** This browser's request ledger is full for the hour; no request was sent. */
  | { readonly kind: 'budgetSpent'; readonly retryAfterMs: number }
  | { readonly kind: 'server'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number }
  /** `at` is the path of the unexpected value, empty for the body itself; absent when the body is not JSON. */
  | { readonly kind: 'malformed'; readonly at?: string | undefined }
  /**
   * A redirect, or a web page instead of data: most likely a sign-on page, which the user passes by reloading the page.
   */
  | { readonly kind: 'signOn' }
  /** The answer names another environment than the request. */
  | { readonly kind: 'otherEnvironment' }
  /** The project's answer does not contain this environment. */
  | { readonly kind: 'missing' };

/** True when the server that holds the token ended the user's session: only a page load signs the user in again. */
export const isSessionEnd = (failure: Failure | undefined): boolean =>
  failure?.kind === 'unauthorized' && failure.credential === 'session';

/** True when the failure concerns only the requested environment or project, so an early retry cannot succeed. */
export const isDenial = ({ kind }: Failure): boolean => kind === 'denied' || kind === 'missing';

/** Milliseconds until a denied request is sent again: an administrator may have granted access since. */
export const DENIED_MS = 600_000;
