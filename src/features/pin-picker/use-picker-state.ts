import { useMemo, useState } from 'react';
import type { PickerDirectory } from '#data/directory/use-picker-directory.ts';
import { readPastedPins } from '#domain/board/parse-pasted-pins.ts';
import type { Pin } from '#domain/board/pin.ts';
import { buildIndex, type PickerRow, pastedRows } from '#domain/picker/picker-index.ts';
import { searchPicker } from '#domain/picker/picker-search.ts';
import {
  anchoredAt,
  extendedTo,
  keysOnBoard,
  NOTHING_CHOSEN,
  pinsToAdd,
  type Selection,
  type Step,
  steppedFrom,
  toggledAt,
} from '#domain/picker/picker-selection.ts';

type Picking = {
  readonly text: string;
  readonly searched: Selection;
  /** Ids the user has deselected. Pasted environments are selected from the start, except these. */
  readonly declined: ReadonlySet<string>;
  readonly pastedAnchor: Selection['anchor'];
  readonly activeKey?: string | undefined;
  /** True from the first arrow key until the next letter: the space bar then selects the row. */
  readonly isMoving: boolean;
};

const START: Picking = {
  text: '',
  searched: NOTHING_CHOSEN,
  declined: new Set(),
  pastedAnchor: undefined,
  isMoving: false,
};

function selectionOf(rows: readonly PickerRow[], isPasting: boolean, picking: Picking): Selection {
  if (!isPasting) return picking.searched;
  const selectedRows = rows.filter(({ key }) => !picking.declined.has(key));
  return { chosen: new Map(selectedRows.map(({ key, pin }) => [key, pin])), anchor: picking.pastedAnchor };
}

/** Returns the first environment's row, so that Enter does not select a whole project by accident. */
const firstEnvironmentIndex = (rows: readonly PickerRow[]): number =>
  Math.max(
    0,
    rows.findIndex(({ kind }) => kind !== 'project'),
  );

/** Holds the query, the pasted ids and the selection of the open dialog. */
export function usePicking(names: PickerDirectory, pins: readonly Pin[], hidden: readonly string[]) {
  const [picking, setPicking] = useState(START);
  const { text, activeKey, isMoving, searched } = picking;
  const { environments, projects } = names;
  const index = useMemo(() => buildIndex(environments, projects), [environments, projects]);
  const pasted = useMemo(() => readPastedPins(text), [text]);
  const isPasting = pasted.pins.length > 0;
  const rows = useMemo(
    () => (isPasting ? pastedRows(index, pasted.pins) : searchPicker(index, text)),
    [index, isPasting, pasted, text],
  );
  const onBoard = useMemo(() => keysOnBoard(pins, hidden, environments), [pins, hidden, environments]);
  const selection = selectionOf(rows, isPasting, picking);
  const chosen = isPasting ? new Map([...searched.chosen, ...selection.chosen]) : selection.chosen;
  const found = activeKey === undefined ? -1 : rows.findIndex(({ key }) => key === activeKey);
  const active = found < 0 ? firstEnvironmentIndex(rows) : found;

  const change = (next: Selection, part: Partial<Picking>) =>
    setPicking((before) =>
      isPasting
        ? {
            ...before,
            ...part,
            declined: new Set(rows.map(({ key }) => key).filter((key) => !next.chosen.has(key))),
            pastedAnchor: next.anchor,
          }
        : { ...before, ...part, searched: next },
    );
  const projectOf = (id: string) => {
    const row = index.rows.get(`environment:${id}`);
    return row?.kind === 'environment' ? row.environment.projectId : undefined;
  };
  return {
    text,
    rows,
    passedOver: isPasting ? pasted.passedOver : [],
    capped: pasted.capped,
    active,
    isMoving,
    chosen,
    onBoard,
    added: pinsToAdd(chosen, onBoard, projectOf),
    type: (next: string) =>
      setPicking((before) => ({
        ...before,
        text: next,
        declined: START.declined,
        pastedAnchor: undefined,
        searched: { chosen: before.searched.chosen },
        activeKey: undefined,
        isMoving: false,
      })),
    toggle: (row: PickerRow) => change(toggledAt(selection, row, onBoard), { activeKey: row.key }),
    /** Selects all rows from the start of the last range or selection to this row. */
    extend: (row: PickerRow) => change(extendedTo(selection, rows, row.key, onBoard), { activeKey: row.key }),
    move: (step: Step, isRange: boolean) => {
      const row = rows[steppedFrom(active, step, rows.length)];
      const from = rows[active];
      if (!row || !from) return;
      const isAnchored = rows.some(({ key }) => key === selection.anchor?.key);
      const start = isAnchored ? selection : anchoredAt(selection, from.key);
      const next = isRange ? extendedTo(start, rows, row.key, onBoard) : anchoredAt(selection, row.key);
      change(next, { activeKey: row.key, isMoving: true });
    },
  };
}

export type PickingControls = ReturnType<typeof usePicking>;
