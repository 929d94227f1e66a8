import type { Grouping } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Group, isFolded } from '#domain/view/grouping.ts';

/** A row of the table: an environment, or a group heading when `environment` is absent. */
export type TableLine = { readonly group: Group; readonly environment: BoardEnvironment | undefined };

/** Returns all rows, from top to bottom. A collapsed group has its heading only; an ungrouped table has no headings. */
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
  /** Number of rows before this row that are not rendered. */
  readonly gap: number;
};

export type Section = { readonly group: Group; readonly lines: readonly PlacedLine[] };

/** Returns the rows with these ascending indexes, by group, and the number of omitted rows after the last. */
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
