import { groupBy } from './group-by.ts';
import { nameOf, type WatchedEnvironment } from './reading.ts';
import { TONES, type Tone, worstTone } from './tone.ts';

export type Filter = { readonly tones: readonly Tone[]; readonly outOfDate: boolean; readonly query: string };

/** True when every word of the query stands somewhere in what a card says of its environment. */
function saysAll(watched: WatchedEnvironment, query: string): boolean {
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

export type Group = { readonly key: string; readonly title: string; readonly members: readonly WatchedEnvironment[] };

/** Groups in the order in which their first members come. */
export function grouped(watched: readonly WatchedEnvironment[], by: 'none' | 'project'): readonly Group[] {
  if (by === 'none') return watched.length === 0 ? [] : [{ key: 'all', title: '', members: watched }];
  const groups = groupBy(watched, ({ environment }) => environment?.projectId ?? '');
  return [...groups].map(([key, members]) => ({ key, title: members[0]?.environment?.projectName ?? '', members }));
}

export type Summary = {
  readonly total: number;
  readonly counts: Readonly<Record<Tone, number>>;
  readonly outOfDate: number;
  readonly notReached: number;
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
    tone: worstTone(watched.map(({ tone }) => tone)),
  };
}
