import { type Failure, isDenial } from '#domain/environment/failure.ts';

/** How asking one source has gone. Times are epoch milliseconds. */
export type SourceHealth = {
  readonly requestedAt: number | undefined;
  readonly observedAt: number | undefined;
  readonly failure: Failure | undefined;
  readonly failingSince: number | undefined;
  readonly failures: number;
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

const CONSENSUS = 3;

/**
 * True when the token itself was refused: the last three of `total` sources that told anything, or all where there are
 * fewer, answered 401, and none was answered since the first of these was asked. A source that is known to be refused by a
 * policy says nothing of the token. `records` are of the sources that are not being asked just now.
 */
export function isSessionOver(records: readonly SourceHealth[], total = records.length): boolean {
  const open = records.filter((one) => !isPolicyDenial(one, records));
  const wanted = Math.min(CONSENSUS, total - (records.length - open.length));
  const latest = open
    .flatMap(({ requestedAt, failure }) => (requestedAt === undefined ? [] : { requestedAt, failure }))
    .toSorted((a, b) => b.requestedAt - a.requestedAt)
    .slice(0, wanted);
  const since = latest.at(-1)?.requestedAt;
  return (
    since !== undefined &&
    latest.length === wanted &&
    latest.every(({ failure }) => failure?.kind === 'unauthorized') &&
    !records.some(({ observedAt }) => observedAt !== undefined && observedAt >= since)
  );
}

/** True when a refused token must be a denial of this one source: another was answered since it was first refused. */
export const isPolicyDenial = (record: SourceHealth, all: readonly SourceHealth[]): boolean => {
  // Asked again it is as it was: else it would be asked a third time before the next of the others is answered.
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

/** What happened to a source, with a refused token told apart from a refused environment. */
export function failureOf(record: SourceHealth, records: Records): Failure | undefined {
  // Looked at first: this is asked for every environment, and the rest reads every record.
  if (record.failure?.kind !== 'unauthorized') return record.failure;
  return isPolicyDenial(record, [...records.values()]) ? DENIED : record.failure;
}

type SourceFailure = { readonly failure: Failure; readonly since: number | undefined };

/** What keeps the sources of these keys from being read, and since when. A denial is each one's own matter. */
export const failuresOf = (keys: readonly string[], records: Records): readonly SourceFailure[] =>
  keys.flatMap((key): readonly SourceFailure[] => {
    const record = records.get(key);
    const failure = record && failureOf(record, records);
    return failure && !isDenial(failure) ? [{ failure, since: record.failingSince }] : [];
  });

/** The earliest of them, in epoch milliseconds; undefined where none is known. */
export function troubledSince(troubles: readonly SourceFailure[]): number | undefined {
  const since = Math.min(...troubles.map((one) => one.since ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(since) ? since : undefined;
}

const CONFIRMERS = 2;

/**
 * Whether the token or the environment was refused shows at others: the keys of two that were well, to be asked now.
 * Fewer when as many are being asked already, for this refusal or for an earlier one.
 */
export function probesFor(refused: string, records: Records, underWay: ReadonlySet<string>): readonly string[] {
  const others = [...records].filter(([key]) => key !== refused);
  const isBeingConfirmed = others.some(([, record]) => failureOf(record, records)?.kind === 'unauthorized');
  if (isBeingConfirmed) return [];
  const well = others.filter(([, { failure }]) => failure === undefined);
  const resting = well.filter(([key, { requestedAt }]) => requestedAt !== undefined && !underWay.has(key));
  const missing = Math.max(0, CONFIRMERS - (well.length - resting.length));
  return resting.slice(0, missing).map(([key]) => key);
}
