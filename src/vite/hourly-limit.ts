import { EMPTY_LEDGER, HOURLY_LIMIT, spend, uncountedBy, waitForBudgetMs } from '#domain/polling/request-budget.ts';

const tooMany = (waitMs: number): Response =>
  new Response('{"detail":"This server has used up the requests of the hour."}', {
    status: 429,
    headers: { 'Content-Type': 'application/json', 'Retry-After': String(Math.ceil(waitMs / 1_000)) },
  });

/**
 * Sends at most 1,000 requests in any hour, for all pages and programs together. Answers the others with 429 and the time
 * to wait.
 *
 * The count starts at zero. `X-RateLimit-Remaining` in the first answer corrects it.
 */
export function withHourlyLimit(send: typeof fetch, limit = HOURLY_LIMIT): typeof fetch {
  let ledger = EMPTY_LEDGER;
  return async (input, init) => {
    const now = Date.now();
    const waitMs = waitForBudgetMs(ledger, now, limit);
    if (waitMs > 0) return tooMany(waitMs);
    ledger = spend(ledger, now);
    const answer = await send(input, init);
    const remaining = answer.headers.get('X-RateLimit-Remaining');
    if (/^\d+$/.test(remaining ?? '')) {
      const answeredAt = Date.now();
      ledger = spend(ledger, answeredAt, uncountedBy(ledger, answeredAt, Number(remaining), limit));
    }
    return answer;
  };
}
