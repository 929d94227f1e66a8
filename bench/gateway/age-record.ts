import type { IncomingHttpHeaders } from 'node:http';
import { type Percentiles, percentilesOf } from './orders.ts';

/** The ages of statuses in seconds, and the number of answers older than the one that the same viewer had before. */
export type Ages = { readonly age?: Percentiles | undefined; readonly older: number; readonly compared: number };

/** Records the ages of the statuses that viewers receive. */
export class AgeRecord {
  readonly #ages: number[] = [];
  readonly #latest = new Map<string, number>();
  #older = 0;
  #compared = 0;

  /**
   * Adds an answer to one viewer's request. The age is the gateway's own, by `X-Gateway-Time`, else by this computer's clock:
   * a gateway with a faster clock has its own seconds. `counts` is false for an answer whose age belongs to the cold start.
   */
  add(viewer: number, path: string, headers: IncomingHttpHeaders, counts = true): void {
    const fetchedAt = Number(headers['x-fetched-at']);
    if (!(fetchedAt > 0)) return;
    const key = `${viewer} ${path}`;
    const before = this.#latest.get(key);
    if (before !== undefined) this.#compared += 1;
    if (before !== undefined && fetchedAt < before) this.#older += 1;
    this.#latest.set(key, fetchedAt);
    const now = Number(headers['x-gateway-time'] ?? Date.now() / 1_000);
    if (counts) this.#ages.push(now - fetchedAt);
  }

  report(): Ages {
    return { age: percentilesOf(this.#ages), older: this.#older, compared: this.#compared };
  }
}

/** Returns the two columns of a table: the ages, and the older answers of those that had one before. */
export const ageCells = ({ age, older, compared }: Ages): readonly string[] => [
  age ? [age.p50, age.p95, age.most].map((value) => value.toFixed(1)).join(' / ') : 'none',
  `${older} of ${compared}`,
];

export const AGE_HEAD = ['age p50 / p95 / oldest, s', 'older than the one before'] as const;
