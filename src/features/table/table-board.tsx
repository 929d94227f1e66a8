import { useMemo, useRef, useState } from 'react';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { COLUMNS } from '#domain/board/board.ts';
import { PART_COLUMNS } from '#messages/errors.ts';
import { TABLE } from '#messages/table.ts';
import { paperZoom } from '#ui/paper-zoom.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import type { ViewProps } from '#ui/view-props.ts';
import { headingsOf, minTableWidth } from './columns.ts';
import { TableHead } from './table-head.tsx';
import { linesOf } from './table-lines.ts';
import { TableRows } from './table-rows.tsx';

const ColumnsMenu = lazyComponent(() => import('./columns-menu.tsx').then((part) => part.ColumnsMenu));

/**
 * Up to this number all rows are rendered, so that find-in-page finds them. Beyond it, only rows near the screen are, except on
 * paper: table rows cannot skip their layout with `content-visibility`, as cards do.
 */
const MAX_DRAWN = 200;

/** Renders each environment's facts in one row; the headers sort the table. */
export function TableBoard({ board, groups, onChange, onOpen, onMenu }: ViewProps) {
  const { group: by, collapsed, hiddenColumns, sort, isReversed } = board;
  const table = useRef<HTMLTableElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const isPrinting = usePrintedAt() !== undefined;
  const closeMenu = () => setAnchor(undefined);
  const lines = useMemo(() => linesOf(groups, by, collapsed), [groups, by, collapsed]);
  // Each change of the address creates a new list; equal contents must not re-render the rows.
  const shown = COLUMNS.filter((column) => !hiddenColumns.includes(column)).join(' ');
  const headings = useMemo(() => headingsOf(COLUMNS.filter((column) => shown.split(' ').includes(column))), [shown]);
  const minWidth = minTableWidth(headings);
  return (
    <>
      {anchor && (
        <PartBoundary name={PART_COLUMNS} onClose={closeMenu}>
          <ColumnsMenu anchor={anchor} hiddenColumns={hiddenColumns} onChange={onChange} onClose={closeMenu} />
        </PartBoundary>
      )}
      <section
        aria-label={TABLE}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users must be able to scroll this element.
        tabIndex={0}
        className="@container relative mt-4 max-h-[calc(var(--window-height)-48px)] sm:max-h-[max(320px,calc(var(--window-height)-258px))] scroll-pt-9 overflow-auto rounded-xl border border-line bg-surface"
      >
        <table
          ref={table}
          aria-rowcount={lines.length > MAX_DRAWN ? lines.length + 1 : undefined}
          style={isPrinting ? { minWidth, zoom: paperZoom(minWidth) } : { minWidth }}
          className="w-full table-fixed border-separate border-spacing-0 text-[13.5px]"
        >
          <TableHead
            headings={headings}
            sort={sort}
            isReversed={isReversed}
            onChange={onChange}
            onColumns={setAnchor}
          />
          <TableRows
            table={table}
            lines={lines}
            isWindowed={lines.length > MAX_DRAWN && !isPrinting}
            by={by}
            collapsed={collapsed}
            headings={headings}
            onChange={onChange}
            onOpen={onOpen}
            onMenu={onMenu}
          />
        </table>
      </section>
    </>
  );
}
