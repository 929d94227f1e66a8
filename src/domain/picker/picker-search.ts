import type { PickerIndex, PickerRow, Section } from './picker-index.ts';

const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/[\s/,;]+/)
    .filter((word) => word !== '');

const LETTER = /[\p{L}\p{N}]/u;
/** Fewer characters would find the start of too many ids. */
const ID_LENGTH = 4;

/** 0 where the name starts with the word, 1 where any word does, 2 where it stands anywhere; undefined where nowhere. */
function rankOf(word: string, name: string, text: string, id: string): number | undefined {
  if (name.startsWith(word)) return 0;
  let at = text.indexOf(word);
  if (at < 0) return word.length >= ID_LENGTH && id.startsWith(word) ? 1 : undefined;
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (!LETTER.test(text.charAt(at - 1))) return 1;
  return 2;
}

/** All words must stand in it; the lower the sum of their ranks, the better it matches. */
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
  const found = entries.flatMap(({ row, name, text: own }) => {
    const rank = rankOfAll(words, name, own, row.pin.id);
    return rank === undefined ? [] : [{ row, rank }];
  });
  if (found.length === 0) return undefined;
  found.sort((a, b) => a.rank - b.rank);
  return { best: found[0]?.rank ?? 0, rows: [heading, ...found.map(({ row }) => row)] };
}

/**
 * What matches a query, by project: the project with the best match first, and in each the best match first. Every
 * word must stand in the name, project, organization or mode, or start the id. Everything matches an empty query.
 */
export function searchPicker({ sections }: PickerIndex, query: string): readonly PickerRow[] {
  const words = wordsOf(query);
  return sections
    .flatMap((section) => searchSection(section, words) ?? [])
    .sort((a, b) => a.best - b.best)
    .flatMap(({ rows }) => rows);
}
