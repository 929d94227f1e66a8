/** The cache lifetime and the default rate of `deploy/nginx`: 14 requests a minute, and 60 at once. */
const LIFETIME_MS = 9_000;
const RATE_PER_MS = 14 / 60_000;
const BURST = 61;

type Kept = { readonly at: number; readonly body: string };

/**
 * Models the gateway for status requests: one cached response for all viewers, a leaky bucket before Qovery, and an
 * older response when the bucket is full.
 */
export function withGateway(send: typeof fetch, now: () => number): typeof fetch {
  const copies = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();
  let level = 0;
  let leakedAt = now();

  const mayAsk = (): boolean => {
    level = Math.max(0, level - (now() - leakedAt) * RATE_PER_MS);
    leakedAt = now();
    if (level + 1 > BURST) return false;
    level += 1;
    return true;
  };
  const fetched = async (path: string): Promise<Kept> => {
    const at = now();
    const kept = { at, body: await (await send(path)).text() };
    copies.set(path, kept);
    underWay.delete(path);
    return kept;
  };
  const kept = (path: string): Promise<Kept> | Kept | undefined => {
    const copy = copies.get(path);
    if (copy && now() - copy.at < LIFETIME_MS) return copy;
    const asking = underWay.get(path) ?? (mayAsk() ? fetched(path) : undefined);
    if (asking) underWay.set(path, asking);
    return asking ?? copy;
  };
  return async (input) => {
    const answer = await kept(String(input));
    if (!answer) return new Response('{}', { status: 429, headers: { 'X-Cache': 'MISS', 'Retry-After': '5' } });
    return new Response(answer.body, { headers: { 'X-Cache': 'HIT', 'X-Fetched-At': String(answer.at) } });
  };
}
