import { resultOf } from '#domain/environment/deployment-result.ts';
import { groupBy } from '#domain/group-by.ts';
import { type ActivityEntry, unionOfSources } from './activity-entry.ts';

/** A poll may find a change so long after it happened, in milliseconds. */
const MAX_LATE_MS = 15 * 60_000;
/** Qovery's clocks and the events of a queue differ by this much, in milliseconds. */
const SKEW_MS = 90_000;
/** An entry without a known end belongs to no change later than this, in milliseconds. */
const MAX_RUN_MS = 6 * 3_600_000;

const isNamed = ({ deploymentId }: ActivityEntry): boolean => deploymentId !== undefined;
const isOver = ({ state }: ActivityEntry): boolean => resultOf(state) !== 'running';

/** True when the results do not contradict each other: an entry that was last heard while it ran fits every result. */
const agree = (a: ActivityEntry, b: ActivityEntry): boolean =>
  !isOver(a) || !isOver(b) || resultOf(a.state) === resultOf(b.state);

/** True when the entry was observed while it ran. A poll cannot observe that after the end. */
const hasBegin = (entry: ActivityEntry): boolean => !isOver(entry) || entry.durationSeconds !== undefined;

/** Epoch milliseconds of the last moment at which `other` can have been observed, if both are the same deployment. */
function lastMoment(entry: ActivityEntry, other: ActivityEntry): number {
  if (isOver(entry)) {
    const end = entry.endAt ?? entry.at + (entry.durationSeconds ?? 0) * 1_000;
    return end + (hasBegin(other) ? SKEW_MS : MAX_LATE_MS);
  }
  return entry.at + (hasBegin(other) && !isNamed(entry) ? MAX_LATE_MS : MAX_RUN_MS);
}

/** True when `other`, which names no deployment, lies where `entry` ran, or so little later that a poll found it late. */
const overlaps = (entry: ActivityEntry, other: ActivityEntry): boolean =>
  Math.max(other.endAt ?? other.at, other.at) >= entry.at - SKEW_MS && other.at <= lastMoment(entry, other);

/** Returns the entry with what `other` adds. `entry` is the better source of each fact. */
function enrich(entry: ActivityEntry, other: ActivityEntry): ActivityEntry {
  const sources = unionOfSources(entry.sources, other.sources);
  const endsLater = !isOver(entry) && isOver(other);
  const ended = endsLater ? { state: other.state, endAt: other.endAt, durationSeconds: other.durationSeconds } : {};
  return {
    ...entry,
    ...ended,
    action: entry.action ?? other.action,
    origin: entry.origin ?? other.origin,
    triggeredBy: entry.triggeredBy ?? other.triggeredBy,
    services: entry.services ?? other.services,
    hasUnreadServices: (entry.services ? entry : other).hasUnreadServices,
    sources,
  };
}

/** Returns two copies of one deployment, the better first: a finished copy is newer, a copy with more services knows more. */
function better(a: ActivityEntry, b: ActivityEntry): readonly [ActivityEntry, ActivityEntry] {
  const score = (entry: ActivityEntry) =>
    Number(isOver(entry)) * 4 + Number((entry.services?.length ?? 0) > 0) * 2 + Number(!entry.hasUnreadServices);
  const difference = score(a) - score(b);
  return difference > 0 || (difference === 0 && a.at <= b.at) ? [a, b] : [b, a];
}

/** A fixed order, so that the order of the sources has no influence. */
const compare = (a: ActivityEntry, b: ActivityEntry): number =>
  a.at - b.at ||
  compareText(a.key, b.key) ||
  compareText(a.state, b.state) ||
  compareText(a.sources.join(), b.sources.join());
const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function mergeOne(unsorted: readonly ActivityEntry[]): readonly ActivityEntry[] {
  const entries = unsorted.toSorted(compare);
  const named = [...groupBy(entries.filter(isNamed), ({ deploymentId }) => deploymentId).values()].flatMap(
    ([first, ...rest]) => (first ? [rest.reduce((one, other) => enrich(...better(one, other)), first)] : []),
  );
  const merged = named.toSorted(compare);
  for (const other of entries.filter((entry) => !isNamed(entry))) {
    const found = merged.findLastIndex((entry) => agree(entry, other) && overlaps(entry, other));
    const entry = merged[found];
    if (entry) merged[found] = isNamed(entry) ? enrich(entry, other) : joined(entry, other);
    else insert(merged, other);
  }
  return merged;
}

/** Returns one entry for two that name no deployment. It starts at the earlier start, so its key stays the same. */
function joined(a: ActivityEntry, b: ActivityEntry): ActivityEntry {
  const [first, second] = a.at <= b.at ? [a, b] : [b, a];
  return enrich(first, second);
}

function insert(merged: ActivityEntry[], entry: ActivityEntry): void {
  const index = merged.findIndex(({ at }) => at > entry.at);
  merged.splice(index < 0 ? merged.length : index, 0, entry);
}

/**
 * Merges entries of all sources: each deployment once, newest first. Entries of a history are the same deployment when
 * their ids are equal. An event or an observed change names no deployment: it belongs to the last deployment that ran at
 * its time, or ended shortly before, with the same result. The order of `entries` has no influence.
 */
export const mergeEntries = (entries: readonly ActivityEntry[]): readonly ActivityEntry[] =>
  [...groupBy(entries, ({ environmentId }) => environmentId).values()]
    .flatMap(mergeOne)
    .toSorted((a, b) => compare(b, a));
