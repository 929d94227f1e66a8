import type { Pin } from '#domain/board/pin.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { type PickerRow, pinKey } from './picker-index.ts';

type Chosen = ReadonlyMap<string, Pin>;

/** What is chosen, by key and in the order it was, and where a range starts. */
export type Selection = {
  readonly chosen: Chosen;
  /** A range is chosen on top of what was chosen `before`, so it can shrink again. */
  readonly anchor?: { readonly key: string; readonly before: Chosen } | undefined;
};

export const NOTHING_CHOSEN: Selection = { chosen: new Map() };

/** Keys of what a board shows already: its pins, and what its pinned projects bring and is not hidden. */
export function keysOnBoard(
  pins: readonly Pin[],
  hidden: readonly string[],
  environments: readonly EnvironmentInfo[],
): ReadonlySet<string> {
  const keys = new Set(pins.map(pinKey));
  const away = new Set(hidden);
  for (const { id, projectId } of environments) {
    if (keys.has(pinKey({ kind: 'project', id: projectId })) && !away.has(id)) {
      keys.add(pinKey({ kind: 'environment', id }));
    }
  }
  return keys;
}

/** A range starts at this row from now on. */
export const anchoredAt = ({ chosen }: Selection, key: string): Selection => ({
  chosen,
  anchor: { key, before: chosen },
});

/** Chooses a row, or gives it up. What is on the board stays as it is. */
export function toggledAt(selection: Selection, { key, pin }: PickerRow, onBoard: ReadonlySet<string>): Selection {
  if (onBoard.has(key)) return anchoredAt(selection, key);
  const chosen = new Map(selection.chosen);
  if (!chosen.delete(key)) chosen.set(key, pin);
  return anchoredAt({ chosen }, key);
}

/**
 * Chooses all rows from where the range starts to `key`, but for projects as a whole and what is on the board. Without
 * a start among the rows, the range is that one row.
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
  const kept = start < 0 || anchor === undefined ? { key, before: chosen } : anchor;
  const extended = new Map(kept.before);
  for (const row of range) if (row.kind !== 'project' && !onBoard.has(row.key)) extended.set(row.key, row.pin);
  return { chosen: extended, anchor: kept };
}

/** The pins to add: what is chosen and not on the board, without environments that a chosen project brings. */
export function pinsToAdd(
  chosen: Chosen,
  onBoard: ReadonlySet<string>,
  projectOf: (environmentId: string) => string | undefined,
): readonly Pin[] {
  const isBrought = ({ kind, id }: Pin): boolean => {
    const projectId = kind === 'environment' ? projectOf(id) : undefined;
    return projectId !== undefined && chosen.has(pinKey({ kind: 'project', id: projectId }));
  };
  return [...chosen.values()].filter((pin) => !onBoard.has(pinKey(pin)) && !isBrought(pin));
}

/** How a key moves through a list: by so many rows, or to an end of it. */
export type Step = number | 'first' | 'last';

/** The place of the active row after a step from `at`, in a list of `length` rows; never outside it. */
export function steppedFrom(at: number, step: Step, length: number): number {
  if (step === 'first') return 0;
  const to = step === 'last' ? length - 1 : at + step;
  return Math.max(0, Math.min(to, length - 1));
}
