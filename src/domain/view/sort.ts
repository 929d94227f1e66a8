import type { Sort } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
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
function attentionRank({ tone, freshness, status, isStuck, isSnoozed }: BoardEnvironment): number {
  if (isSnoozed) return SNOOZED_RANK;
  let rank = RANK_OF_TONE[tone];
  if (isStuck) rank = Math.min(rank, STUCK_RANK);
  if (freshness === 'unreachable') rank = Math.min(rank, UNREACHABLE_RANK);
  return status?.configuration === 'OUT_OF_DATE' ? Math.min(rank, OUT_OF_DATE_RANK) : rank;
}

/** Production first within each rank. */
const rankOf = (one: BoardEnvironment): number => attentionRank(one) * 2 + (one.info?.mode === 'PRODUCTION' ? 0 : 1);
const changedAt = ({ status }: BoardEnvironment): number => status?.lastDeploymentAt ?? 0;
const compareNames = new Intl.Collator('en', { numeric: true }).compare;

type Word = string | undefined;
const compareWords = (a: Word, b: Word): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : compareNames(a, b);
};
const labelOf = ({ label, info }: BoardEnvironment): Word => label ?? info?.name;
const projectOf = ({ info }: BoardEnvironment): Word => info?.projectName;

/** Where each word stands among all. Kept, since words stay when states change: telling two apart as people do takes long. */
let wordRanks: ReadonlyMap<Word, number> = new Map();

function ranksOfWords(words: ReadonlySet<Word>): ReadonlyMap<Word, number> {
  if ([...words].every((word) => wordRanks.has(word))) return wordRanks;
  let rank = 0;
  let before: Word;
  wordRanks = new Map(
    [...words].toSorted(compareWords).map((word) => {
      // Those that count as the same (`pr-1`, `pr-01`) share a place.
      if (compareWords(before, word) !== 0) rank += 1;
      before = word;
      return [word, rank];
    }),
  );
  return wordRanks;
}

type Named = { readonly one: BoardEnvironment; readonly label: number; readonly project: number };

/** Each with the places of its words. */
function named(environments: readonly BoardEnvironment[]): readonly Named[] {
  const known = ranksOfWords(new Set(environments.flatMap((one) => [labelOf(one), projectOf(one)])));
  const rankOfWord = (word: Word) => known.get(word) ?? 0;
  return environments.map((one) => ({ one, label: rankOfWord(labelOf(one)), project: rankOfWord(projectOf(one)) }));
}

const byName = (a: Named, b: Named): number =>
  a.label - b.label || a.project - b.project || (a.one.id < b.one.id ? -1 : 1);

const MODES = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];
const rankOfMode = ({ info }: BoardEnvironment): number =>
  (MODES.indexOf(info?.mode ?? '') + MODES.length + 1) % (MODES.length + 1);

type Order = (a: BoardEnvironment, b: BoardEnvironment) => number;

/** Every order but the reader's own, and the one that wants to be quick; then by name. What is not known comes last. */
const ORDERS = {
  name: () => 0,
  deployed: (a, b) => changedAt(b) - changedAt(a),
  since: (a, b) => sinceOf(a) - sinceOf(b),
  mode: (a, b) => rankOfMode(a) - rankOfMode(b),
  configuration: (a, b) => compareWords(a.status?.configuration, b.status?.configuration),
  duration: (a, b) => (b.status?.durationSeconds ?? -1) - (a.status?.durationSeconds ?? -1),
  origin: (a, b) => compareWords(a.status?.origin, b.status?.origin),
  cluster: (a, b) => compareWords(a.info?.clusterName, b.info?.clusterName),
} as const satisfies Record<Exclude<Sort, 'attention' | 'manual'>, Order>;

const sinceOf = ({ since }: BoardEnvironment): number => since ?? Number.MAX_SAFE_INTEGER;

/** The worst first, by what was sorted: the page, the past deployments and the palette all want it. */
const worstFirst = new WeakMap<readonly BoardEnvironment[], readonly BoardEnvironment[]>();

function byAttention(environments: readonly BoardEnvironment[]): readonly BoardEnvironment[] {
  const known = worstFirst.get(environments);
  if (known) return known;
  // Places are looked up once: of a thousand, some ten thousand are compared.
  const ranked = named(environments).map((one) => ({ ...one, rank: rankOf(one.one), at: changedAt(one.one) }));
  ranked.sort((a, b) => a.rank - b.rank || b.at - a.at || byName(a, b));
  const inOrder = ranked.map(({ one }) => one);
  worstFirst.set(environments, inOrder);
  return inOrder;
}

function inOrderOf(environments: readonly BoardEnvironment[], sort: Sort): readonly BoardEnvironment[] {
  if (sort === 'manual') return environments;
  if (sort === 'attention') return byAttention(environments);
  const order: Order = ORDERS[sort];
  return named(environments)
    .toSorted((a, b) => order(a.one, b.one) || byName(a, b))
    .map(({ one }) => one);
}

/** A board's environments in the order asked for; `manual` is the order of the pins. */
export function sortEnvironments(
  environments: readonly BoardEnvironment[],
  sort: Sort,
  isReversed = false,
): readonly BoardEnvironment[] {
  const inOrder = inOrderOf(environments, sort);
  return isReversed ? inOrder.toReversed() : inOrder;
}
