import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { usePickerStates } from '#data/directory/use-picker-states.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { type PickerRow, pinKey } from '#domain/picker/picker-index.ts';
import { PICK_LIST } from '#messages/pin-picker.ts';
import type { OptionState } from './option-content.tsx';
import { usePickerContext } from './picker-context.ts';
import { PickerOption } from './picker-option.tsx';
import type { PickingControls } from './use-picker-state.ts';

export const LIST_ID = 'pin-results';
/** Milliseconds without typing or scrolling before the picker requests the states of the visible rows. */
const SETTLE_MS = 300;
/** Rows within this distance of the visible area are rendered, in CSS pixels: three rows. */
const BUFFER_PX = 102;
const NOTHING: readonly EnvironmentInfo[] = [];

type Props = { readonly unknownTextOf: (row: PickerRow) => string };

const environmentOf = (row: PickerRow): readonly EnvironmentInfo[] =>
  row.kind === 'project' || row.environment === undefined ? [] : [row.environment];

function markOf(row: PickerRow, { chosen, onBoard }: PickingControls): OptionState {
  if (onBoard.has(row.key)) return 'onBoard';
  const [environment] = environmentOf(row);
  if (environment && chosen.has(pinKey({ kind: 'project', id: environment.projectId }))) return 'brought';
  return chosen.has(row.key) ? 'chosen' : 'free';
}

/**
 * Returns the visible environments once they have been visible for a moment, and a function to call when they may have
 * changed.
 */
function useVisibleEnvironments(list: RefObject<VirtualizerHandle | null>, rows: readonly PickerRow[]) {
  const [visible, setVisible] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const observeRows = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const handle = list.current;
      if (!handle) return;
      const { scrollOffset, viewportSize } = handle;
      const last = handle.findItemIndex(scrollOffset + viewportSize - 1);
      setVisible(rows.slice(handle.findItemIndex(scrollOffset), last + 1).flatMap(environmentOf));
    }, SETTLE_MS);
  }, [list, rows]);
  useEffect(() => {
    observeRows();
    return () => clearTimeout(timer.current);
  }, [observeRows]);
  return { visible, observeRows };
}

/** Renders the rows in the visible area. The field keeps the focus and announces the active row. */
export function ResultsList({ unknownTextOf }: Props) {
  const picking = usePickerContext();
  const { text, rows, active, toggle, extend } = picking;
  const list = useRef<VirtualizerHandle>(null);
  const { visible, observeRows } = useVisibleEnvironments(list, rows);
  const states = usePickerStates(visible);
  const activeKey = rows[active]?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect does not read `text`, but a new query must scroll to the first row.
  useEffect(() => {
    // Scrolling to the first row also shows the heading above it.
    if (activeKey !== undefined) list.current?.scrollToIndex(active === 1 ? 0 : active, { align: 'nearest' });
  }, [active, activeKey, text]);

  const choose = ({ target, shiftKey }: MouseEvent) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
    const row = rows.find((candidate) => candidate.key === key);
    if (row) (shiftKey ? extend : toggle)(row);
  };
  const renderRow = (row: PickerRow | undefined, at: number) =>
    row === undefined ? (
      <div />
    ) : (
      <PickerOption
        key={row.key}
        row={row}
        position={at + 1}
        count={rows.length}
        mark={markOf(row, picking)}
        isActive={at === active}
        state={row.pin.kind === 'environment' ? states.get(row.pin.id) : undefined}
        unknown={row.kind === 'pasted' ? unknownTextOf(row) : ''}
      />
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the list's keys.
    <div
      role="listbox"
      id={LIST_ID}
      translate="no"
      aria-label={PICK_LIST}
      aria-multiselectable="true"
      tabIndex={-1}
      onClick={choose}
      // Keeps the focus in the field; a press on the scroll bar must still work.
      onMouseDown={(event) => event.target !== event.currentTarget && event.preventDefault()}
      className="h-[391px] min-h-24 shrink max-sm:grow overflow-y-auto overscroll-contain outline-none"
    >
      <Virtualizer
        ref={list}
        data={{ length: rows.length }}
        bufferSize={BUFFER_PX}
        keepMounted={[active]}
        onScrollEnd={observeRows}
        onResize={observeRows}
      >
        {(_, at) => renderRow(rows[at], at)}
      </Virtualizer>
    </div>
  );
}
