import type { PickerIndex, PickerRow, Section } from './picker-index.ts';

const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/[\s/,;]+/)
    .filter((word) => word !== '');

const LETTER = /[\p{L}\p{N}]/u;
/** Minimum length of a word that is compared with ids: fewer characters would match too many of them. */
const MIN_ID_LENGTH = 4;

/**
 * Returns the rank of a match: 0 when the name starts with the word, 1 when another word or the id does, 2 for a match
 * inside a word; undefined without a match.
 */
function rankOf(word: string, name: string, text: string, id: string): number | undefined {
  if (name.startsWith(word)) return 0;
  let at = text.indexOf(word);
  if (at < 0) return word.length >= MIN_ID_LENGTH && id.startsWith(word) ? 1 : undefined;
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (!LETTER.test(text.charAt(at - 1))) return 1;
  return 2;
}

/** Returns the sum of the words' ranks, lower is better; undefined when a word does not match. */
function rankOfAll(words: readonly string[], name: string, text: string, id: string): number | undefined {
  let sum = 0;
  for (const word of words) {
    const rank = rankOf(word, name, text, id);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

type Found = { readonly best: number; readonly rows: readonly PickerRow[] };

function searchSection({ heading, text, entries }: Section, words: readonly string[]): Found | undefined {
  if (entries.length === 0) {
    const best = rankOfAll(words, '', text, heading.project.id);
    return best === undefined ? undefined : { best, rows: [heading] };
  }
  const found = entries.flatMap(({ row, name, text: searchable }) => {
    const rank = rankOfAll(words, name, searchable, row.pin.id);
    return rank === undefined ? [] : [{ row, rank }];
  });
  if (found.length === 0) return undefined;
  found.sort((a, b) => a.rank - b.rank);
  return { best: found[0]?.rank ?? 0, rows: [heading, ...found.map(({ row }) => row)] };
}

/**
 * Returns the rows that match a query, grouped by project: projects and their environments with the best match first.
 *
 * Name, project, organization and mode together must contain every word, or the id must start with it. An empty query
 * matches all rows.
 */
export function searchPicker({ sections }: PickerIndex, query: string): readonly PickerRow[] {
  const words = wordsOf(query);
  return sections
    .flatMap((section) => searchSection(section, words) ?? [])
    .sort((a, b) => a.best - b.best)
    .flatMap(({ rows }) => rows);
}
