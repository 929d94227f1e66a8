import { nameOf, type WatchedEnvironment } from '#domain/environment/board-environment.ts';
import type { Tone } from '#domain/environment/tone.ts';

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
