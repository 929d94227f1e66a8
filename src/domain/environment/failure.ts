/** Why Qovery gave no usable answer. The reader's words and the next try both follow from `kind`. */
export type Failure =
  | { readonly kind: 'offline' }
  /** No answer at all, and a browser does not say why: CORS, DNS, a refused or dropped connection. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'unauthorized' }
  /** The one of several tokens that answers for this was refused; the others go on. */
  | { readonly kind: 'tokenRefused' }
  /** The gateway's own token was refused: nothing that its viewers can mend. */
  | { readonly kind: 'gatewayToken' }
  /** The gateway has spent its requests of the hour, and has no kept answer to this question. */
  | { readonly kind: 'gatewaySpent' }
  /** 403 and 404 alike: not found, or no access. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'rateLimited'; readonly retryAfterMs: number }
  /** Our own ledger says that the hour's requests are spent; nothing was sent. */
  | { readonly kind: 'budgetSpent'; readonly retryAfterMs: number }
  | { readonly kind: 'server'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number }
  /** `at` is the place of what is not as expected, empty for the body itself; absent when it is no JSON at all. */
  | { readonly kind: 'malformed'; readonly at?: string | undefined }
  /** A redirect, or a web page in place of data: most likely a sign-on, which only loading the page can pass. */
  | { readonly kind: 'signOn' }
  /** The answer names another environment than the request. */
  | { readonly kind: 'otherEnvironment' }
  /** The project answered, and this environment was not in the answer. */
  | { readonly kind: 'missing' };

/** True when the answer concerns this one environment or project, so asking again soon will not help. */
export const isDenial = ({ kind }: Failure): boolean => kind === 'denied' || kind === 'missing';

/** Milliseconds until a request that Qovery denied is sent again: access may have been granted since. */
export const DENIED_MS = 600_000;
