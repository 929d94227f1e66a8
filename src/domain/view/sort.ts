import type { Sort } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import type { Tone } from '#domain/environment/tone.ts';

const RANK_OF_TONE: Readonly<Record<Tone, number>> = {
  failing: 0,
  warning: 1,
  busy: 3,
  queued: 4,
  unknown: 5,
  ok: 7,
  idle: 8,
};
const STUCK_RANK = 2;
const UNREACHABLE_RANK = 5;
const OUT_OF_DATE_RANK = 6;
const SNOOZED_RANK = 9;

/** Where an environment stands in "needs attention": the lower, the sooner it wants a look. */
function attentionRank({ tone, freshness, status, isStuck, isSnoozed }: WatchedEnvironment): number {
  if (isSnoozed) return SNOOZED_RANK;
  let rank = RANK_OF_TONE[tone];
  if (isStuck) rank = Math.min(rank, STUCK_RANK);
  if (freshness === 'unreachable') rank = Math.min(rank, UNREACHABLE_RANK);
  return status?.configuration === 'OUT_OF_DATE' ? Math.min(rank, OUT_OF_DATE_RANK) : rank;
}

/** Production first within each rank. */
const placeOf = (one: WatchedEnvironment): number =>
  attentionRank(one) * 2 + (one.environment?.mode === 'PRODUCTION' ? 0 : 1);
const changedAt = ({ status }: WatchedEnvironment): number => status?.lastDeploymentAt ?? 0;
const compareNames = new Intl.Collator('en', { numeric: true }).compare;

type Word = string | undefined;
const compareWords = (a: Word, b: Word): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : compareNames(a, b);
};
const labelOf = ({ label, environment }: WatchedEnvironment): Word => label ?? environment?.name;
const projectOf = ({ environment }: WatchedEnvironment): Word => environment?.projectName;

/** Where each word stands among all. Kept, since words stay when states change: telling two apart as people do takes long. */
let wordPlaces: ReadonlyMap<Word, number> = new Map();

function placesOfWords(words: ReadonlySet<Word>): ReadonlyMap<Word, number> {
  if ([...words].every((word) => wordPlaces.has(word))) return wordPlaces;
  let place = 0;
  let before: Word;
  wordPlaces = new Map(
    [...words].toSorted(compareWords).map((word) => {
      // Those that count as the same (`pr-1`, `pr-01`) share a place.
      if (compareWords(before, word) !== 0) place += 1;
      before = word;
      return [word, place];
    }),
  );
  return wordPlaces;
}

type Named = { readonly one: WatchedEnvironment; readonly label: number; readonly project: number };

/** Each with the places of its words. */
function named(watched: readonly WatchedEnvironment[]): readonly Named[] {
  const known = placesOfWords(new Set(watched.flatMap((one) => [labelOf(one), projectOf(one)])));
  const placeOfWord = (word: Word) => known.get(word) ?? 0;
  return watched.map((one) => ({ one, label: placeOfWord(labelOf(one)), project: placeOfWord(projectOf(one)) }));
}

const byName = (a: Named, b: Named): number =>
  a.label - b.label || a.project - b.project || (a.one.id < b.one.id ? -1 : 1);

const MODES = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];
const placeOfMode = ({ environment }: WatchedEnvironment): number =>
  (MODES.indexOf(environment?.mode ?? '') + MODES.length + 1) % (MODES.length + 1);

type Order = (a: WatchedEnvironment, b: WatchedEnvironment) => number;

/** Every order but the reader's own, and the one that wants to be quick; then by name. What is not known comes last. */
const ORDERS = {
  name: () => 0,
  deployed: (a, b) => changedAt(b) - changedAt(a),
  since: (a, b) => sinceOf(a) - sinceOf(b),
  mode: (a, b) => placeOfMode(a) - placeOfMode(b),
  configuration: (a, b) => compareWords(a.status?.configuration, b.status?.configuration),
  duration: (a, b) => (b.status?.durationSeconds ?? -1) - (a.status?.durationSeconds ?? -1),
  origin: (a, b) => compareWords(a.status?.origin, b.status?.origin),
  cluster: (a, b) => compareWords(a.environment?.clusterName, b.environment?.clusterName),
} as const satisfies Record<Exclude<Sort, 'attention' | 'manual'>, Order>;

const sinceOf = ({ since }: WatchedEnvironment): number => since ?? Number.MAX_SAFE_INTEGER;

/** The worst first, by what was sorted: the page, the past deployments and the palette all want it. */
const worstFirst = new WeakMap<readonly WatchedEnvironment[], readonly WatchedEnvironment[]>();

function byAttention(watched: readonly WatchedEnvironment[]): readonly WatchedEnvironment[] {
  const known = worstFirst.get(watched);
  if (known) return known;
  // Places are looked up once: of a thousand, some ten thousand are compared.
  const placed = named(watched).map((one) => ({ ...one, place: placeOf(one.one), at: changedAt(one.one) }));
  placed.sort((a, b) => a.place - b.place || b.at - a.at || byName(a, b));
  const inOrder = placed.map(({ one }) => one);
  worstFirst.set(watched, inOrder);
  return inOrder;
}

function inOrderOf(watched: readonly WatchedEnvironment[], sort: Sort): readonly WatchedEnvironment[] {
  if (sort === 'manual') return watched;
  if (sort === 'attention') return byAttention(watched);
  const order: Order = ORDERS[sort];
  return named(watched)
    .toSorted((a, b) => order(a.one, b.one) || byName(a, b))
    .map(({ one }) => one);
}

/** A board's environments in the order asked for; `manual` is the order of the pins. */
export function sorted(
  watched: readonly WatchedEnvironment[],
  sort: Sort,
  isReversed = false,
): readonly WatchedEnvironment[] {
  const inOrder = inOrderOf(watched, sort);
  return isReversed ? inOrder.toReversed() : inOrder;
}
