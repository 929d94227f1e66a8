import type { Grouping } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Group, isFolded } from '#domain/view/grouping.ts';

/** One row of the table: an environment, or the heading of its group when there is none. */
export type TableLine = { readonly group: Group; readonly environment: BoardEnvironment | undefined };

/** All rows, from top to bottom. A folded group is its heading alone; without grouping there are no headings. */
export function linesOf(groups: readonly Group[], by: Grouping, collapsed: readonly string[]): readonly TableLine[] {
  return groups.flatMap((group): readonly TableLine[] => {
    const rows = group.members.map((environment) => ({ group, environment }));
    if (by === 'none') return rows;
    const heading = { group, environment: undefined };
    return isFolded(group, { group: by, collapsed }) ? [heading] : [heading, ...rows];
  });
}

type PlacedLine = TableLine & {
  readonly index: number;
  /** How many lines before this one are not drawn. */
  readonly gap: number;
};

export type Section = { readonly group: Group; readonly lines: readonly PlacedLine[] };

/** The lines with these numbers, in rising order, by group, and how many are not drawn after the last. */
export function sectionsOf(
  lines: readonly TableLine[],
  numbers: readonly number[],
): { readonly sections: readonly Section[]; readonly gapAfter: number } {
  const sections: { readonly group: Group; readonly lines: PlacedLine[] }[] = [];
  let next = 0;
  for (const index of numbers) {
    const line = lines[index];
    if (line === undefined) continue;
    const placed = { ...line, index, gap: index - next };
    const last = sections.at(-1);
    if (last?.group === line.group) last.lines.push(placed);
    else sections.push({ group: line.group, lines: [placed] });
    next = index + 1;
  }
  return { sections, gapAfter: lines.length - next };
}
