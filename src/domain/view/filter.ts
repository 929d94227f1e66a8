import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import type { Tone } from '#domain/environment/tone.ts';

export type Filter = { readonly tones: readonly Tone[]; readonly outOfDate: boolean; readonly query: string };

/** What a card says, in small letters: the same for each letter that is typed. */
const said = new WeakMap<BoardEnvironment, string>();

function textOf(environment: BoardEnvironment): string {
  const known = said.get(environment);
  if (known !== undefined) return known;
  const { info, status, id } = environment;
  const text = [
    nameOf(environment),
    info?.name,
    info?.projectName,
    info?.organizationName,
    info?.mode,
    status?.state.replaceAll('_', ' '),
    status?.origin,
    status?.triggeredBy,
    id,
  ]
    .join(' ')
    .toLowerCase();
  said.set(environment, text);
  return text;
}

/** True when every word of the query stands somewhere in what a card says of its environment. */
function saysAll(environment: BoardEnvironment, query: string): boolean {
  if (query === '') return true;
  const text = textOf(environment);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const matches = (environment: BoardEnvironment, { tones, outOfDate, query }: Filter): boolean =>
  (tones.length === 0 || tones.includes(environment.tone)) &&
  (!outOfDate || environment.status?.configuration === 'OUT_OF_DATE') &&
  saysAll(environment, query);

export const isFiltering = ({ tones, outOfDate, query }: Filter): boolean =>
  tones.length > 0 || outOfDate || query.trim() !== '';
