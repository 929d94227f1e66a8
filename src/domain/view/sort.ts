import type { Sort } from '#domain/board/board.ts';
import { compareNames } from '#domain/compare-names.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { modeRank } from '#domain/environment/mode.ts';
import { attentionRank } from './attention.ts';

/** Returns the rank by attention, with production first within each rank. */
const rankOf = (environment: BoardEnvironment): number =>
  attentionRank(environment) * 2 + (environment.info?.mode === 'PRODUCTION' ? 0 : 1);
const changedAt = ({ status }: BoardEnvironment): number => status?.lastDeploymentAt ?? 0;

type Word = string | undefined;
const compareWords = (a: Word, b: Word): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : compareNames(a, b);
};
const labelOf = ({ label, info }: BoardEnvironment): Word => label ?? info?.name;
const projectOf = ({ info }: BoardEnvironment): Word => info?.projectName;

/** Cache of the rank of each name. A comparison by collation is slow, and names rarely change while states do. */
let wordRanks: ReadonlyMap<Word, number> = new Map();

function ranksOfWords(words: ReadonlySet<Word>): ReadonlyMap<Word, number> {
  if ([...words].every((word) => wordRanks.has(word))) return wordRanks;
  let rank = 0;
  let before: Word;
  wordRanks = new Map(
    [...words].toSorted(compareWords).map((word) => {
      // Names that compare as equal (`pr-1`, `pr-01`) share a rank.
      if (compareWords(before, word) !== 0) rank += 1;
      before = word;
      return [word, rank];
    }),
  );
  return wordRanks;
}

type Ranked = { readonly environment: BoardEnvironment; readonly label: number; readonly project: number };

/** Returns the environments with the ranks of their names and projects. */
function rankNames(environments: readonly BoardEnvironment[]): readonly Ranked[] {
  const ranks = ranksOfWords(new Set(environments.flatMap((each) => [labelOf(each), projectOf(each)])));
  const rankOfWord = (word: Word) => ranks.get(word) ?? 0;
  return environments.map((environment) => ({
    environment,
    label: rankOfWord(labelOf(environment)),
    project: rankOfWord(projectOf(environment)),
  }));
}

const byName = (a: Ranked, b: Ranked): number =>
  a.label - b.label || a.project - b.project || (a.environment.id < b.environment.id ? -1 : 1);

const rankOfMode = ({ info }: BoardEnvironment): number => modeRank(info?.mode ?? '');

type Order = (a: BoardEnvironment, b: BoardEnvironment) => number;

/** Comparators of every sort except `manual` and `attention`. Ties are sorted by name; unknown values come last. */
const ORDERS = {
  name: () => 0,
  project: (a, b) => compareWords(projectOf(a), projectOf(b)),
  deployed: (a, b) => changedAt(b) - changedAt(a),
  since: (a, b) => sinceOf(a) - sinceOf(b),
  mode: (a, b) => rankOfMode(a) - rankOfMode(b),
  configuration: (a, b) => compareWords(a.status?.configuration, b.status?.configuration),
  duration: (a, b) => (b.status?.durationSeconds ?? -1) - (a.status?.durationSeconds ?? -1),
  origin: (a, b) => compareWords(a.status?.origin, b.status?.origin),
  cluster: (a, b) => compareWords(a.info?.clusterName, b.info?.clusterName),
} as const satisfies Record<Exclude<Sort, 'attention' | 'manual'>, Order>;

const sinceOf = ({ since }: BoardEnvironment): number => since ?? Number.MAX_SAFE_INTEGER;

/** Cache of sorted lists, by input: the board, the deployment history and the command palette need the same order. */
const sortedByAttention = new WeakMap<readonly BoardEnvironment[], readonly BoardEnvironment[]>();

function sortByAttention(environments: readonly BoardEnvironment[]): readonly BoardEnvironment[] {
  const cached = sortedByAttention.get(environments);
  if (cached) return cached;
  // The ranks are computed once for each environment: sorting a thousand makes about ten thousand comparisons.
  const ranked = rankNames(environments).map((entry) => {
    const { environment } = entry;
    return { ...entry, rank: rankOf(environment), at: changedAt(environment) };
  });
  ranked.sort((a, b) => a.rank - b.rank || b.at - a.at || byName(a, b));
  const sorted = ranked.map(({ environment }) => environment);
  sortedByAttention.set(environments, sorted);
  return sorted;
}

function sortAscending(environments: readonly BoardEnvironment[], sort: Sort): readonly BoardEnvironment[] {
  if (sort === 'manual') return environments;
  if (sort === 'attention') return sortByAttention(environments);
  const order: Order = ORDERS[sort];
  return rankNames(environments)
    .toSorted((a, b) => order(a.environment, b.environment) || byName(a, b))
    .map(({ environment }) => environment);
}

/** Returns the environments of a board in the given order; `manual` is the order of the pins. */
export function sortEnvironments(
  environments: readonly BoardEnvironment[],
  sort: Sort,
  isReversed = false,
): readonly BoardEnvironment[] {
  const sorted = sortAscending(environments, sort);
  return isReversed ? sorted.toReversed() : sorted;
}
