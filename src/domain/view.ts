import { groupBy } from './group-by.ts';
import { nameOf, type WatchedEnvironment } from './reading.ts';
import { TONES, type Tone, worstTone } from './tone.ts';

export type Filter = { readonly tones: readonly Tone[]; readonly outOfDate: boolean; readonly query: string };

/** What a card says, in small letters: the same for each letter that is typed. */
const said = new WeakMap<WatchedEnvironment, string>();

function textOf(watched: WatchedEnvironment): string {
  const known = said.get(watched);
  if (known !== undefined) return known;
  const { environment, status, id } = watched;
  const text = [
    nameOf(watched),
    environment?.name,
    environment?.projectName,
    environment?.organizationName,
    environment?.mode,
    status?.state.replaceAll('_', ' '),
    status?.origin,
    status?.triggeredBy,
    id,
  ]
    .join(' ')
    .toLowerCase();
  said.set(watched, text);
  return text;
}

/** True when every word of the query stands somewhere in what a card says of its environment. */
function saysAll(watched: WatchedEnvironment, query: string): boolean {
  if (query === '') return true;
  const text = textOf(watched);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const matches = (watched: WatchedEnvironment, { tones, outOfDate, query }: Filter): boolean =>
  (tones.length === 0 || tones.includes(watched.tone)) &&
  (!outOfDate || watched.status?.configuration === 'OUT_OF_DATE') &&
  saysAll(watched, query);

export const isFiltering = ({ tones, outOfDate, query }: Filter): boolean =>
  tones.length > 0 || outOfDate || query.trim() !== '';

export const GROUPINGS = ['none', 'project', 'organization', 'mode', 'cluster', 'tone'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type Group = {
  /** Stable while members come and go; empty for what belongs to no known group. */
  readonly key: string;
  /** The name of a project, organization or cluster, or Qovery's word for a mode or ours for a tone. */
  readonly title: string;
  readonly members: readonly WatchedEnvironment[];
  readonly failing: number;
};

type Place = readonly [key: string, title: string];
const PLACE: Readonly<Record<Exclude<Grouping, 'none'>, (one: WatchedEnvironment) => Place>> = {
  project: ({ environment }) => [environment?.projectId ?? '', environment?.projectName ?? ''],
  organization: ({ environment }) => [environment?.organizationId ?? '', environment?.organizationName ?? ''],
  mode: ({ environment }) => [environment?.mode ?? '', environment?.mode ?? ''],
  cluster: ({ environment }) => [environment?.clusterId ?? '', environment?.clusterName ?? ''],
  tone: ({ tone }) => [tone, tone],
};

const failingOf = (members: readonly WatchedEnvironment[]): number =>
  members.filter(({ tone }) => tone === 'failing').length;

/** Groups in the order in which their first members come. */
export function grouped(watched: readonly WatchedEnvironment[], by: Grouping): readonly Group[] {
  if (by === 'none') {
    return watched.length === 0 ? [] : [{ key: 'all', title: '', members: watched, failing: failingOf(watched) }];
  }
  const groups = groupBy(watched, (one) => PLACE[by](one)[0]);
  return [...groups].map(([key, members]) => ({
    key,
    title: members.map((one) => PLACE[by](one)[1]).find((title) => title !== '') ?? '',
    members,
    failing: failingOf(members),
  }));
}

export type Summary = {
  readonly total: number;
  readonly counts: Readonly<Record<Tone, number>>;
  readonly outOfDate: number;
  readonly notReached: number;
  readonly snoozed: number;
  readonly tone: Tone;
};

/** What the whole board says in figures. A board without readings is unknown, never all good. */
export function summarize(watched: readonly WatchedEnvironment[]): Summary {
  const count = (is: (one: WatchedEnvironment) => boolean) => watched.filter(is).length;
  const counts = Object.fromEntries(TONES.map((tone) => [tone, 0])) as Record<Tone, number>;
  for (const { tone } of watched) counts[tone] += 1;
  return {
    total: watched.length,
    counts,
    outOfDate: count(({ status }) => status?.configuration === 'OUT_OF_DATE'),
    notReached: count(({ freshness }) => freshness === 'unreachable'),
    snoozed: count(({ isSnoozed }) => isSnoozed === true),
    tone: worstTone(watched.map(({ tone }) => tone)),
  };
}

/** The list with the item in it, or without it where it was there. */
export const toggled = <Item>(list: readonly Item[], item: Item): readonly Item[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

/** True when a group is folded away. A board that is not grouped cannot be. */
export const isFolded = (
  { key }: Group,
  { group, collapsed }: { readonly group: Grouping; readonly collapsed: readonly string[] },
): boolean => group !== 'none' && collapsed.includes(key);
