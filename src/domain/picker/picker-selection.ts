import type { Pin } from '#domain/board/pin.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { type PickerRow, pinKey } from './picker-index.ts';

type Chosen = ReadonlyMap<string, Pin>;

/** The chosen pins by key, in the order of choice, and the start of a range. */
export type Selection = {
  readonly chosen: Chosen;
  /** Start of a range. `before` is the choice without the range, so that the range can shrink again. */
  readonly anchor?: { readonly key: string; readonly before: Chosen } | undefined;
};

export const NOTHING_CHOSEN: Selection = { chosen: new Map() };

/** Returns the keys of a board's pins, and of the environments of its pinned projects that are not hidden. */
export function keysOnBoard(
  pins: readonly Pin[],
  hidden: readonly string[],
  environments: readonly EnvironmentInfo[],
): ReadonlySet<string> {
  const keys = new Set(pins.map(pinKey));
  const hiddenIds = new Set(hidden);
  for (const { id, projectId } of environments) {
    if (keys.has(pinKey({ kind: 'project', id: projectId })) && !hiddenIds.has(id)) {
      keys.add(pinKey({ kind: 'environment', id }));
    }
  }
  return keys;
}

/** Returns the selection with the start of the next range at this row. */
export const anchoredAt = ({ chosen }: Selection, key: string): Selection => ({
  chosen,
  anchor: { key, before: chosen },
});

/** Returns the selection with a row chosen, or no longer chosen. A row that is on the board does not change. */
export function toggledAt(selection: Selection, { key, pin }: PickerRow, onBoard: ReadonlySet<string>): Selection {
  if (onBoard.has(key)) return anchoredAt(selection, key);
  const chosen = new Map(selection.chosen);
  if (!chosen.delete(key)) chosen.set(key, pin);
  return anchoredAt({ chosen }, key);
}

/**
 * Returns the selection extended from the start of the range to the row `key`. Projects and rows that are on the board
 * are left out. When no row is the start, the range is the row `key` alone.
 */
export function extendedTo(
  { chosen, anchor }: Selection,
  rows: readonly PickerRow[],
  key: string,
  onBoard: ReadonlySet<string>,
): Selection {
  const to = rows.findIndex((row) => row.key === key);
  const start = rows.findIndex((row) => row.key === anchor?.key);
  const from = start < 0 ? to : start;
  const range = to < 0 ? [] : rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  const rangeAnchor = start < 0 || anchor === undefined ? { key, before: chosen } : anchor;
  const extended = new Map(rangeAnchor.before);
  for (const row of range) if (row.kind !== 'project' && !onBoard.has(row.key)) extended.set(row.key, row.pin);
  return { chosen: extended, anchor: rangeAnchor };
}

/** Returns the chosen pins that are not on the board, without the environments of chosen projects. */
export function pinsToAdd(
  chosen: Chosen,
  onBoard: ReadonlySet<string>,
  projectOf: (environmentId: string) => string | undefined,
): readonly Pin[] {
  const isInChosenProject = ({ kind, id }: Pin): boolean => {
    const projectId = kind === 'environment' ? projectOf(id) : undefined;
    return projectId !== undefined && chosen.has(pinKey({ kind: 'project', id: projectId }));
  };
  return [...chosen.values()].filter((pin) => !onBoard.has(pinKey(pin)) && !isInChosenProject(pin));
}

/** The movement of a key in a list: a number of rows, or to an end. */
export type Step = number | 'first' | 'last';

/** Returns the index of the active row after a step from `index`, within a list of `length` rows. */
export function steppedFrom(index: number, step: Step, length: number): number {
  if (step === 'first') return 0;
  const to = step === 'last' ? length - 1 : index + step;
  return Math.max(0, Math.min(to, length - 1));
}
