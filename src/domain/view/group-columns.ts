import type { Board } from '#domain/board/board.ts';
import type { Group } from './grouping.ts';

/** A group and the number of columns that its frame spans. */
export type GroupFrame = { readonly group: Group; readonly span: number };

/** Number of groups among which the packing searches for groups that fill a row. It bounds the search. */
const MAX_LOOKAHEAD = 10;

/**
 * Returns the first groups, in their order, whose frames fill `room` exactly; undefined when there are none.
 *
 * A group never moves up past a more urgent group: `mostUrgent` is the lowest rank of the groups left out so far.
 */
function fill(
  waiting: readonly GroupFrame[],
  room: number,
  mostUrgent = Number.POSITIVE_INFINITY,
): readonly GroupFrame[] | undefined {
  if (room === 0) return [];
  const [first, ...rest] = waiting;
  if (!first) return undefined;
  const { rank } = first.group.worst;
  if (first.span <= room && rank <= mostUrgent) {
    const others = fill(rest, room - first.span, mostUrgent);
    if (others) return [first, ...others];
  }
  return fill(rest, room, Math.min(mostUrgent, rank));
}

/** Returns the groups, in their order, that fit into a row one after the other. */
function takeInOrder(waiting: readonly GroupFrame[], columns: number): readonly GroupFrame[] {
  const row: GroupFrame[] = [];
  let room = columns;
  for (const frame of waiting) {
    if (frame.span > room) break;
    room -= frame.span;
    row.push(frame);
  }
  return row;
}

type Packing = { readonly columns: number; readonly fillsGaps: boolean; readonly minSpan?: number };

/** True when groups may fill gaps. Under every other sort, the user looks for a group at its place in the order. */
export const mayFillGaps = ({ sort, group }: Pick<Board, 'sort' | 'group'>): boolean =>
  sort === 'attention' && group !== 'mode';

/**
 * Returns the groups in the order in which their frames fill the rows of a grid with `columns` columns.
 *
 * A frame spans one column for each card, at least `minSpan`, and at most all columns. With `fillsGaps`, a group may move
 * up to complete a row, but never past a more urgent group, and never past the same group for two rows. Otherwise all
 * groups keep their order. The order on the screen is the order of the result.
 */
export function packGroups(
  groups: readonly Group[],
  { columns, fillsGaps, minSpan = 1 }: Packing,
): readonly GroupFrame[] {
  let waiting: readonly GroupFrame[] = groups.map((group) => ({
    group,
    span: Math.min(Math.max(minSpan, group.members.length), columns),
  }));
  if (!fillsGaps) return waiting;
  const packed: GroupFrame[] = [];
  let hasSkippedFirst = false;
  while (waiting.length > 0) {
    const near = waiting.slice(0, MAX_LOOKAHEAD);
    const [first] = near;
    const full = fill(near, columns);
    const row: readonly GroupFrame[] =
      full && (full[0] === first || !hasSkippedFirst) ? full : takeInOrder(waiting, columns);
    hasSkippedFirst = row[0] !== first;
    packed.push(...row);
    waiting = waiting.filter((frame) => !row.includes(frame));
  }
  return packed;
}
