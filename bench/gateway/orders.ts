import type { Ages } from './age-record.ts';

/** The behaviour of the simulated Qovery. */
export type Health = 'healthy' | 'failing';
/** Requests as the real page sends them, or one request after another without a pause. */
export type Pace = 'as the page' | 'without a pause';

export const ACCOUNT = { environments: 40, projects: 20 } as const;

/** The orders of the bench to its other processes, one at a time. Each order gets one report. */
export type UpstreamOrder = { readonly kind: 'behave'; readonly health: Health } | { readonly kind: 'report' };
/** The requests that Qovery received. `at` is epoch milliseconds of the machine's clock. */
export type UpstreamReport = { readonly port: number; readonly received: readonly Question[] };
export type Question = { readonly at: number; readonly kind: 'states' | 'past' | 'names' };

export type ViewersOrder = {
  readonly port: number;
  readonly viewers: number;
  readonly seconds: number;
  readonly pace: Pace;
};
export type ViewersReport = {
  readonly requests: number;
  /** The number of responses by status, and of 200s by source (`X-Cache`). */
  readonly statuses: Readonly<Record<string, number>>;
  readonly kept: Readonly<Record<string, number>>;
  /** Latency of all responses, in milliseconds. */
  readonly latency?: Percentiles | undefined;
  /** Ages of the statuses on arrival, and how many were older than the one before. */
  readonly ages: Ages;
};

export type Percentiles = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
};

/** Returns percentiles by nearest rank; undefined for an empty list. */
export function percentilesOf(values: readonly number[]): Percentiles | undefined {
  if (values.length === 0) return undefined;
  const inOrder = Float64Array.from(values).sort();
  const at = (share: number): number => inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
