type Kept = { readonly at: number; readonly body: string; readonly headers: Headers };

type Options = {
  /** Milliseconds for which the cache returns a stored answer. */
  readonly keepMs: number;
  /** False for a cache that adds no `Age`. */
  readonly addsAge?: boolean;
  /** The clock of the server and of the cache, in epoch milliseconds. */
  readonly now?: () => number;
};

/** Returns an API whose answers have a `Date`. */
export function dated(send: typeof fetch, now: () => number = Date.now): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    const headers = new Headers(answer.headers);
    headers.set('Date', new Date(now()).toUTCString());
    return new Response(answer.body, { status: answer.status, headers });
  };
}

/** Returns a cache in front of an API: it returns each answer again, with its original `Date` and its `Age`. */
export function behindCache(
  send: typeof fetch,
  { keepMs, addsAge = true, now = Date.now }: Options,
): typeof fetch & { readonly kept: ReadonlyMap<string, Kept> } {
  const origin = dated(send, now);
  const kept = new Map<string, Kept>();
  const respond = ({ at, body, headers }: Kept): Response => {
    const own = new Headers(headers);
    if (addsAge) own.set('Age', String(Math.floor((now() - at) / 1_000)));
    return new Response(body, { headers: own });
  };
  const ask: typeof fetch = async (input, init) => {
    const key = String(input);
    const known = kept.get(key);
    if (known && now() - known.at < keepMs) return respond(known);
    const answer = await origin(input, init);
    if (!answer.ok) return answer;
    const next = { at: now(), body: await answer.text(), headers: answer.headers };
    kept.set(key, next);
    return respond(next);
  };
  return Object.assign(ask, { kept });
}
