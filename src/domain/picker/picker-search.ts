import { rankOf, wordsOf } from '#domain/text-search.ts';
import type { PickerIndex, PickerRow, Section } from './picker-index.ts';

type Found = { readonly best: number; readonly rows: readonly PickerRow[] };

function searchSection({ heading, text, entries }: Section, words: readonly string[]): Found | undefined {
  if (entries.length === 0) {
    const best = rankOf(words, text);
    return best === undefined ? undefined : { best, rows: [heading] };
  }
  const found = entries.flatMap(({ row, text }) => {
    const rank = rankOf(words, text);
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
