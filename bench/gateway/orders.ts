/** How Qovery's stand-in behaves. */
export type Health = 'healthy' | 'failing';
/** As the real page polls, or one question after the other without a pause. */
export type Pace = 'as the page' | 'without a pause';

export const ACCOUNT = { environments: 40, projects: 20 } as const;

/** What the bench tells the processes beside it, one order at a time; each is answered once. */
export type UpstreamOrder = { readonly kind: 'behave'; readonly health: Health } | { readonly kind: 'report' };
/** When it was asked, in milliseconds by the machine's clock, and for what. */
export type UpstreamReport = { readonly port: number; readonly asked: readonly Question[] };
export type Question = { readonly at: number; readonly kind: 'states' | 'past' | 'names' };

export type ViewersOrder = {
  readonly port: number;
  readonly viewers: number;
  readonly seconds: number;
  readonly pace: Pace;
};
export type ViewersReport = {
  readonly requests: number;
  /** How many answers had which status, and how many 200 came from where. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly kept: Readonly<Record<string, number>>;
  /** Of every answer, in milliseconds. */
  readonly latency?: Percentiles | undefined;
  /** How old the states were that came, in seconds. */
  readonly age?: Percentiles | undefined;
};

export type Percentiles = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
};

/** By nearest rank; undefined of none. */
export function percentilesOf(values: readonly number[]): Percentiles | undefined {
  if (values.length === 0) return undefined;
  const inOrder = Float64Array.from(values).sort();
  const at = (share: number): number => inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
