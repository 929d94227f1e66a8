import type { OrganizationEventResponse, OrganizationEventResponseList } from 'qovery-typescript-axios';
import type { DemoEnvironment, DemoOrganization, World } from './account.ts';
import { alteredPage, type FeedSwitches, readableEntries } from './event-switches.ts';
import { type Moment, momentsBetween } from './event-timeline.ts';
import { hash, uuid } from './seeded-random.ts';

type Entry = Moment & {
  readonly key: number;
  /** Nanoseconds since 1970: the order of the log, and what its paging tokens hold. */
  readonly nanos: bigint;
};

type Answer = Omit<OrganizationEventResponseList, 'events'> & { readonly events: readonly unknown[] };

const NANOS_PER_MS = 1_000_000n;
const msOf = (nanos: bigint): number => Number(nanos / NANOS_PER_MS);
const DEFAULT_PAGE = 10;
const MAX_PAGE = 100;
const FIRST_SPAN_MS = 600_000;
const RETAINED_MS = 7 * 86_400_000;
const CUT_RETAINED_MS = 3_600_000;

const keyOf = ({ environment, run, index }: Moment): number => hash(environment.key, 61, run.start / 1_000, index);

function entryOf(moment: Moment): Entry {
  const within = (hash(moment.environment.key, 60) % 31_250) * 32 + moment.index;
  return { ...moment, key: keyOf(moment), nanos: BigInt(moment.at) * NANOS_PER_MS + BigInt(within) };
}

const newestFirst = (a: Entry, b: Entry): number => (a.nanos < b.nanos ? 1 : -1);

function wireEvent(entry: Entry, isNanoseconds: boolean): OrganizationEventResponse {
  const { at, nanos, type, targetType, targetId, targetName, environment, run } = entry;
  return {
    id: uuid(entry.key, 62),
    timestamp: isNanoseconds ? String(nanos) : new Date(at).toISOString(),
    event_type: type,
    target_type: targetType,
    target_id: targetId,
    target_name: targetName,
    sub_target_type: null,
    project_id: environment.project.id,
    project_name: environment.project.name,
    environment_id: environment.id,
    environment_name: environment.name,
    origin: run.origin,
    triggered_by: run.triggeredBy,
    change: JSON.stringify({ id: targetId, name: targetName, execution_id: run.id }),
    user_agent: null,
  };
}

/** A whole number of a query in nanoseconds; undefined when it is absent or none. */
function nanosIn(text: string | null, nanosPerUnit: bigint): bigint | undefined {
  return text !== null && /^\d{1,20}$/.test(text) ? BigInt(text) * nanosPerUnit : undefined;
}

function pageSizeOf(query: URLSearchParams): number {
  const size = Number(query.get('pageSize') ?? DEFAULT_PAGE);
  return Number.isInteger(size) && size > 0 ? Math.min(size, MAX_PAGE) : DEFAULT_PAGE;
}

const FILTERS = {
  eventType: (entry: Entry) => entry.type,
  targetType: (entry: Entry) => entry.targetType,
  targetId: (entry: Entry) => entry.targetId,
  origin: (entry: Entry) => entry.run.origin,
  triggeredBy: (entry: Entry) => entry.run.triggeredBy,
} as const satisfies Record<string, (entry: Entry) => string>;

function filterOf(query: URLSearchParams): (entry: Entry) => boolean {
  const wanted = Object.entries(FILTERS).map(([name, read]) => ({ value: query.get(name), read }));
  return (entry) => wanted.every(({ value, read }) => value === null || value === read(entry));
}

type Span = { readonly from: number; readonly to: number };

/**
 * The newest `count` entries of a span that pass, or all where there are fewer. Reads backwards in steps that double: a
 * lively account writes thousands of entries a day.
 */
function newestEntries(
  environments: readonly DemoEnvironment[],
  { from, to }: Span,
  count: number,
  select: (entries: readonly Entry[]) => readonly Entry[],
): readonly Entry[] {
  for (let span = FIRST_SPAN_MS; ; span *= 2) {
    const start = Math.max(from, to - span);
    const entries = environments
      .flatMap((environment) => momentsBetween(environment, start, to))
      .map(entryOf)
      .toSorted(newestFirst);
    const selected = select(entries);
    if (selected.length >= count || start === from) return selected.slice(0, count);
  }
}

type Range = Span & {
  readonly isWithin: (entry: Entry) => boolean;
  /** The request reaches further back than the log. */
  readonly isCut: boolean;
  /** No paging token and no end: the answer begins with the newest entry of all. */
  readonly isNewest: boolean;
};

/** The part of the log that a query requests. */
function rangeOf(query: URLSearchParams, now: number, switches: FeedSwitches): Range {
  // Qovery's document names nanoseconds; both official clients send seconds.
  const nanosPerUnit = switches.has('nanoseconds') ? 1n : 1_000n * NANOS_PER_MS;
  const from = nanosIn(query.get('fromTimestamp'), nanosPerUnit) ?? 0n;
  const to = nanosIn(query.get('toTimestamp'), nanosPerUnit);
  const before = nanosIn(query.get('continueToken'), 1n);
  const keptFrom = now - (switches.has('limit-reached') ? CUT_RETAINED_MS : RETAINED_MS);
  const wantedFrom = msOf(from);
  const ends = [to, before].flatMap((nanos) => (nanos === undefined ? [] : [msOf(nanos)]));
  return {
    from: Math.max(keptFrom, wantedFrom),
    to: Math.min(now - switches.lateMs, ...ends),
    isWithin: ({ nanos }) =>
      nanos >= from && (to === undefined || nanos <= to) && (before === undefined || nanos < before),
    isCut: wantedFrom < keptFrom,
    isNewest: ends.length === 0,
  };
}

/** Returns the answer of `/organization/{id}/events`: newest first, a page at a time, from the same timeline as the statuses. */
export function eventsOf(
  { projects }: World,
  organization: DemoOrganization,
  { query, now, switches }: { readonly query: URLSearchParams; readonly now: number; readonly switches: FeedSwitches },
): Answer {
  const range = rangeOf(query, now, switches);
  const passes = filterOf(query);
  const pageSize = pageSizeOf(query);
  const environments = projects
    .filter((project) => project.organization === organization)
    .flatMap((project) => project.environments);
  const found = newestEntries(environments, range, pageSize + 1, (entries) =>
    readableEntries(range.isNewest && switches.has('newest-missing') ? entries.slice(1) : entries, switches).filter(
      (entry) => range.isWithin(entry) && passes(entry),
    ),
  );
  const page = found.slice(0, pageSize);
  const oldest = page.at(-1);
  const isLast = found.length <= pageSize;
  const next = new URLSearchParams(query);
  if (oldest !== undefined) next.set('continueToken', String(oldest.nanos));
  return {
    links: isLast ? {} : { next: `/organization/${organization.id}/events?${next}` },
    organization_max_limit_reached: isLast && range.isCut,
    events: alteredPage(
      page.map((entry) => ({ key: entry.key, event: { ...wireEvent(entry, switches.has('nanoseconds')) } })),
      switches,
    ),
  };
}
