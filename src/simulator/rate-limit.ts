import { problem } from './responses.ts';

const HOUR = 3_600_000;

/** Requests allowed in an hour, and the clock of that hour. */
type RateLimitOptions = { readonly limit?: number; readonly now?: () => number };

const authorizationOf = (input: RequestInfo | URL, init: RequestInit | undefined): string => {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  return headers.get('Authorization') ?? '';
};

/** Limits requests as Qovery does, in a sliding hour for each token. Refused requests do not count. */
export function withRateLimit(send: typeof fetch, options: RateLimitOptions = {}): typeof fetch {
  const { limit = 1000, now = Date.now } = options;
  const sentBy = new Map<string, readonly number[]>();

  return async (input, init) => {
    const key = authorizationOf(input, init);
    const time = now();
    const recent = (sentBy.get(key) ?? []).filter((sent) => sent > time - HOUR);
    const accepted = recent.length < limit;
    const sent = accepted ? [...recent, time] : recent;
    sentBy.set(key, sent);
    const reset = String(Math.max(1, Math.ceil(((sent[0] ?? time) + HOUR - time) / 1000)));
    const figures = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(limit - sent.length),
      'X-RateLimit-Reset': reset,
    };
    if (!accepted) return problem(429, `More than ${limit} requests in an hour.`, { ...figures, 'Retry-After': reset });
    const response = await send(input, init);
    // The headers of a network response are read-only, so they are copied.
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(figures)) headers.set(name, value);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}
