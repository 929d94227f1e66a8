import { useDeferredValue, useState } from 'react';
import { useNow } from '#browser/use-now.ts';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import type { Matrix, Row } from '#domain/versions/version-matrix.ts';
import { isWithoutServices } from '#domain/versions/version-summary.ts';
import { serviceKindText } from '#messages/deployments.ts';
import { cellAgeText, matrixLabel, projectNote, renamedText, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { paperZoom } from '#ui/paper-zoom.ts';
import { CHEVRON_DOWN, CHEVRON_RIGHT, StrokeIcon } from '#ui/stroke-icon.tsx';
import { ColumnHead } from './column-head.tsx';
import { moveInGrid } from './matrix-keys.ts';
import { ServiceKindIcon } from './service-kind-icon.tsx';
import { cellTitle } from './shown-cell.ts';
import { VersionCell } from './version-cell.tsx';

/** A place in a matrix. */
export type Place = { readonly row: Row; readonly column: number; readonly anchor: HTMLElement };

export type MatrixProps = {
  readonly matrix: Matrix;
  readonly isCollapsed: boolean;
  /** True while missing answers wait for requests that polling leaves. */
  readonly lacksBudget: boolean;
  readonly opened: { readonly row: string; readonly environment: string } | undefined;
  readonly onToggle: () => void;
  readonly onOpenCell: (place: Place) => void;
  readonly onOpenEnvironment: (id: string) => void;
  readonly onRetry: (id: string) => void;
};

const MINUTE_MS = 60_000;
const SERVICE_PX = 264;
/** Room for a short commit beside the longest chip of any language. */
const MIN_COLUMN_PX = 264;
/** On paper the chip has a line of its own. */
const PAPER_COLUMN_PX = 220;
/** The columns that a wide window shows. React renders those beyond it right after they are painted. */
const FIRST_COLUMNS = 16;
const placeOf = (row: number, column: number): string => `${row} ${column}`;

function RowHead({ row }: { readonly row: Row }) {
  const { kind, name, maybeRenamed } = row;
  const note = maybeRenamed === undefined ? undefined : renamedText(maybeRenamed);
  return (
    <th
      scope="row"
      className="sticky left-0 z-[5] h-10 border-line border-b bg-surface p-0 pr-3 pl-4 text-left font-normal"
    >
      <span translate="no" className="flex items-center gap-2 whitespace-nowrap">
        <ServiceKindIcon kind={kind} />
        <b className="min-w-0 truncate font-semibold">{name}</b>
        <span className="min-w-0 flex-1 truncate text-mute text-xs" title={note}>
          {note ?? serviceKindText(kind)}
        </span>
      </span>
    </th>
  );
}

/** Renders the matrix of one project as a table with a fixed head and a fixed first column. */
export function MatrixTable({
  matrix,
  isCollapsed,
  lacksBudget,
  opened,
  onToggle,
  onOpenCell,
  onOpenEnvironment,
  onRetry,
}: MatrixProps) {
  const { columns, rows, projectId, projectName } = matrix;
  const timeFormat = useSettings();
  const isPrinting = usePrintedAt() !== undefined;
  const columnPx = isPrinting ? PAPER_COLUMN_PX : MIN_COLUMN_PX;
  const minWidth = SERVICE_PX + columns.length * columnPx;
  // Ages in cells change once a minute, so that thousands of cells do not listen to the clock.
  const now = useNow((at) => Math.floor(at / MINUTE_MS) * MINUTE_MS) + MINUTE_MS;
  const renderedColumns = useDeferredValue(columns.length, FIRST_COLUMNS);
  const [focused, setFocused] = useState<{ readonly key: string; readonly column: number }>();
  // A cell keeps the focus while its row moves, so the tab stop follows the row and not its position.
  const focusedAt = rows.findIndex(({ key }) => key === focused?.key);
  const isFocusedThere = focused && rows[focusedAt]?.cells[focused.column]?.kind === 'service';
  const tabStop = isFocusedThere ? placeOf(focusedAt, focused.column) : firstPlace(rows);
  const placeIn = (target: EventTarget): Place | undefined => {
    const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    const [at = -1, column = -1] = (anchor?.dataset.place ?? '').split(' ').map(Number);
    const row = rows[at];
    return anchor && row ? { row, column, anchor } : undefined;
  };
  return (
    <section
      aria-label={matrixLabel(projectName)}
      data-project-id={projectId}
      className="relative mt-4 max-h-[calc(var(--window-height)-24px)] overflow-auto rounded-xl border border-line bg-surface"
    >
      <table
        className="w-full table-fixed border-separate border-spacing-0 text-[13px]"
        style={isPrinting ? { minWidth, zoom: paperZoom(minWidth) } : { minWidth }}
        onClick={({ target }) => {
          const place = placeIn(target);
          if (place) onOpenCell(place);
        }}
        onFocus={({ target }) => {
          const place = placeIn(target);
          if (place) setFocused({ key: place.row.key, column: place.column });
        }}
        onKeyDown={moveInGrid}
        onPointerOver={({ target }) => {
          const { row, column, anchor } = placeIn(target) ?? {};
          const cell = row?.cells[column ?? -1];
          const { tone = 'unknown' } = columns[column ?? -1]?.environment ?? {};
          // A tooltip is made when the pointer is there: it costs each cell an attribute, and most are never seen.
          if (anchor && cell?.kind === 'service') anchor.title = cellTitle(cell, tone);
        }}
      >
        <colgroup>
          <col style={{ width: SERVICE_PX }} />
        </colgroup>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 h-14 border-line border-b bg-strip px-4 py-2 text-left align-top font-normal"
            >
              <button
                type="button"
                aria-expanded={!isCollapsed}
                className="flex h-5 max-w-full items-center gap-1.5 font-semibold"
                onClick={onToggle}
              >
                <StrokeIcon
                  path={isCollapsed ? CHEVRON_RIGHT : CHEVRON_DOWN}
                  className="size-3.5 flex-none text-mute"
                />
                <span translate="no" className="truncate">
                  {projectName || WORDS.unnamedProject}
                </span>
              </button>
              <div className="mt-0.5 h-5 truncate pl-5 text-mute text-xs">
                {projectNote(rows, rows.filter(({ isInOneOnly }) => isInOneOnly).length)}
              </div>
            </th>
            {columns.map(({ environment, answer }) => (
              <ColumnHead
                key={environment.id}
                {...{ environment, answer, lacksBudget, onRetry }}
                onOpen={onOpenEnvironment}
              />
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {!isCollapsed && isWithoutServices(matrix) && (
            <tr>
              <td colSpan={columns.length + 1} className="h-10 px-4 text-mute">
                {WORDS.noServices}
              </td>
            </tr>
          )}
          {!isCollapsed &&
            rows.map((row, at) => (
              <tr key={row.key} translate="no" data-differs={row.isApart}>
                <RowHead row={row} />
                {row.cells.slice(0, renderedColumns).map((cell, column) => {
                  const { id = '', tone = 'unknown' } = columns[column]?.environment ?? {};
                  const deployedAt = cell.kind === 'service' ? cell.running.deployedAt : undefined;
                  const place = placeOf(at, column);
                  return (
                    <VersionCell
                      key={id}
                      cell={cell}
                      environmentTone={tone}
                      age={deployedAt === undefined ? undefined : cellAgeText(deployedAt, now, timeFormat)}
                      place={place}
                      isTabStop={place === tabStop}
                      isPrinting={isPrinting}
                      isOpen={opened?.row === row.key && opened.environment === id}
                    />
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function firstPlace(rows: readonly Row[]): string | undefined {
  const at = rows.findIndex(({ cells }) => cells.some(({ kind }) => kind === 'service'));
  const column = rows[at]?.cells.findIndex(({ kind }) => kind === 'service');
  return column === undefined ? undefined : placeOf(at, column);
}
