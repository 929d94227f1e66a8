import { hash } from './seeded-random.ts';

/**
 * How the simulated audit log departs from a perfect one. The behaviour of Qovery's own feed is not established, so a
 * client must survive all of them.
 */
export type FeedSwitches = {
  readonly lateMs: number;
  readonly has: (word: FeedSwitch) => boolean;
};

const WORDS = [
  'lossy',
  'services-only',
  'newest-missing',
  'unknown-types',
  'absent-fields',
  'nanoseconds',
  'limit-reached',
  'out-of-order',
  'duplicates',
] as const;

type FeedSwitch = (typeof WORDS)[number];

const LATE = /^late:(\d{1,6})$/;

/** Reads a list such as `late:120,lossy`, with the delay in seconds. Words that are no switches are left out. */
export function readFeedSwitches(text: string): FeedSwitches {
  const words = text.split(',').map((word) => word.trim());
  const lateSeconds = words.map((word) => LATE.exec(word)?.[1]).find((digits) => digits !== undefined);
  return { lateMs: Number(lateSeconds ?? 0) * 1_000, has: (word) => words.includes(word) };
}

type Entry = { readonly key: number; readonly targetType: string };

/** The log that can be read at all, in the order given. */
export function readableEntries<T extends Entry>(entries: readonly T[], { has }: FeedSwitches): readonly T[] {
  return entries.filter(
    ({ key, targetType }) =>
      !(has('lossy') && hash(key, 70) % 10 === 0) && !(has('services-only') && targetType === 'ENVIRONMENT'),
  );
}

type Event = Readonly<Record<string, unknown>>;

/** Leaves out about half of the fields, other ones for each event. */
const withoutSome = (event: Event, key: number): Event =>
  Object.fromEntries(Object.entries(event).filter((_, field) => hash(key, 71, field) % 2 === 0));

/** A page of events in its sent form. */
export function alteredPage(
  events: readonly { readonly key: number; readonly event: Event }[],
  { has }: FeedSwitches,
): readonly Event[] {
  const ordered = has('out-of-order') ? events.toSorted((a, b) => hash(a.key, 72) - hash(b.key, 72)) : events;
  return ordered.flatMap(({ key, event }) => {
    const named = has('unknown-types') ? { ...event, event_type: 'HIBERNATION_QUEUED' } : event;
    const sent = has('absent-fields') ? withoutSome(named, key) : named;
    return has('duplicates') ? [sent, sent] : [sent];
  });
}
