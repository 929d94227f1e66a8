import { type Failure, isDenial } from '#domain/environment/failure.ts';

/** The request record of one source. Times are epoch milliseconds, undefined before the first such event. */
export type SourceHealth = {
  /** Time of the last request. */
  readonly requestedAt: number | undefined;
  /** Time of the last answer, minus its age. */
  readonly observedAt: number | undefined;
  /** The failure of the last request; undefined when it succeeded. */
  readonly failure: Failure | undefined;
  /** Time of the first failed request since the last answer. */
  readonly failingSince: number | undefined;
  /** Number of consecutive failures. */
  readonly failures: number;
  /** Number of requests sent; it varies the jitter. */
  readonly attempt: number;
};

export const NEVER_REQUESTED: SourceHealth = {
  requestedAt: undefined,
  observedAt: undefined,
  failure: undefined,
  failingSince: undefined,
  failures: 0,
  attempt: 0,
};

const MIN_REFUSALS = 3;

/**
 * True when Qovery refuses the token itself: the three most recently requested sources answered 401 (all sources when
 * there are fewer than three), and no source was answered since the earliest of these requests.
 *
 * A source that a policy denies is left out: its 401 proves nothing about the token. `records` are the sources without
 * a request in flight, and `total` is the number of all sources.
 */
export function isSessionOver(records: readonly SourceHealth[], total = records.length): boolean {
  const relevant = records.filter((record) => !isPolicyDenial(record, records));
  const needed = Math.min(MIN_REFUSALS, total - (records.length - relevant.length));
  const latest = relevant
    .flatMap(({ requestedAt, failure }) => (requestedAt === undefined ? [] : { requestedAt, failure }))
    .toSorted((a, b) => b.requestedAt - a.requestedAt)
    .slice(0, needed);
  const since = latest.at(-1)?.requestedAt;
  return (
    since !== undefined &&
    latest.length === needed &&
    latest.every(({ failure }) => failure?.kind === 'unauthorized') &&
    !records.some(({ observedAt }) => observedAt !== undefined && observedAt >= since)
  );
}

/**
 * True when a 401 must concern this source only: another source was answered since the first 401 of this one, so the
 * token is valid and its policy denies this source.
 */
export const isPolicyDenial = (record: SourceHealth, all: readonly SourceHealth[]): boolean => {
  // The first refusal counts, not the last request. Otherwise each retry would make the source look undecided again,
  // and cause another retry before the other sources are answered.
  const since = Math.min(
    record.requestedAt ?? Number.POSITIVE_INFINITY,
    record.failingSince ?? Number.POSITIVE_INFINITY,
  );
  return (
    record.failure?.kind === 'unauthorized' &&
    all.some((other) => other !== record && (other.observedAt ?? Number.NEGATIVE_INFINITY) >= since)
  );
};

const DENIED: Failure = { kind: 'denied' };

type Records = ReadonlyMap<string, SourceHealth>;

/** Returns the failure of a source, with a 401 turned into `denied` when it concerns this source only. */
export function failureOf(record: SourceHealth, records: Records): Failure | undefined {
  // This check comes first: the function runs for every environment, and `isPolicyDenial` reads every record.
  if (record.failure?.kind !== 'unauthorized') return record.failure;
  return isPolicyDenial(record, [...records.values()]) ? DENIED : record.failure;
}

type SourceFailure = { readonly failure: Failure; readonly since: number | undefined };

/** Returns the failures of the sources with these keys, without denials: those concern a single source only. */
export const failuresOf = (keys: readonly string[], records: Records): readonly SourceFailure[] =>
  keys.flatMap((key): readonly SourceFailure[] => {
    const record = records.get(key);
    const failure = record && failureOf(record, records);
    return failure && !isDenial(failure) ? [{ failure, since: record.failingSince }] : [];
  });

/** Returns the earliest start of these failures, in epoch milliseconds; undefined when no start is known. */
export function troubledSince(failures: readonly SourceFailure[]): number | undefined {
  const earliest = Math.min(...failures.map(({ since }) => since ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(earliest) ? earliest : undefined;
}

const PROBES = 2;

/**
 * Returns the keys of up to two healthy sources to request after the source `refusedKey` answered 401.
 *
 * Their answers distinguish a refused token from a denied environment. Healthy sources with a request in flight count
 * as probes too. The result is empty while another 401 is still undecided: its probes answer the same question.
 */
export function probesFor(refusedKey: string, records: Records, inFlight: ReadonlySet<string>): readonly string[] {
  const others = [...records].filter(([key]) => key !== refusedKey);
  const isProbing = others.some(([, record]) => failureOf(record, records)?.kind === 'unauthorized');
  if (isProbing) return [];
  const healthy = others.filter(([, { failure }]) => failure === undefined);
  const available = healthy.filter(([key, { requestedAt }]) => requestedAt !== undefined && !inFlight.has(key));
  const missing = Math.max(0, PROBES - (healthy.length - available.length));
  return available.slice(0, missing).map(([key]) => key);
}
