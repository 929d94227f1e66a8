import { type ComponentProps, Fragment, type RefObject, useState } from 'react';
import { matchesMedia } from '#browser/media.ts';
import type { Board, Grouping } from '#domain/board/board.ts';
import { nameOf } from '#domain/environment/board-environment.ts';
import { toggle } from '#domain/toggle.ts';
import type { Group } from '#domain/view/grouping.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { groupTitle } from '#messages/titles.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { GroupHeading } from '#ui/group-heading.tsx';
import { useTurn } from '#ui/use-turn.ts';
import { useVisibleRows, visibleIndexes } from '#ui/use-visible-rows.ts';
import type { Heading } from './columns.ts';
import { EnvironmentRow } from './environment-row.tsx';
import { sectionsOf, type TableLine } from './table-lines.ts';

/** Row heights that the rows' classes produce, in CSS pixels; larger on touch screens. */
const ROW_PX = 32;
const TOUCH_ROW_PX = 44;
const rowPx = (): number => (matchesMedia('(pointer: coarse)') ? TOUCH_ROW_PX : ROW_PX);

/** Instead of the table where all rows are rendered: to measure it takes 4 ms of each render. */
const NO_TABLE = { current: null };

/** Reserves the height of rows that are not rendered. */
function Gap({ lines }: { readonly lines: number }) {
  if (lines === 0) return null;
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus.
  return <tr aria-hidden="true" style={{ height: lines * rowPx() }} />;
}

function HeadingRow({
  group: { key, title, members, worst, organization },
  by,
  collapsed,
  span,
  rowIndex,
  onChange,
}: Pick<Props, 'by' | 'collapsed' | 'onChange'> & {
  readonly group: Group;
  readonly span: number;
  readonly rowIndex: number | undefined;
}) {
  return (
    <tr aria-rowindex={rowIndex}>
      {/* A `<th>` would replace the column headers for the cells below it. */}
      <td colSpan={span} className="h-8 border-line border-b bg-bg px-2.5 py-0 pointer-coarse:h-11">
        <div className="sticky left-2.5 h-8 w-[min(100%,100cqw-20px)] pointer-coarse:h-11">
          <GroupHeading
            title={groupTitle(by, title)}
            count={members.length}
            worst={worst}
            parent={organization}
            isCollapsed={collapsed.includes(key)}
            onToggle={() => onChange({ collapsed: toggle(collapsed, key) })}
          />
        </div>
      </td>
    </tr>
  );
}

/** Confines a row's error to that row. */
function SafeRow(props: Omit<ComponentProps<typeof EnvironmentRow>, 'isTurn'>) {
  const { environment, headings } = props;
  const isTurn = useTurn(`row ${environment.id}`);
  return (
    <ErrorBoundary
      of={environment}
      fallback={() => (
        <tr data-environment-id={environment.id}>
          <td colSpan={headings.length + 1}>{cannotBeShown(nameOf(environment))}</td>
        </tr>
      )}
    >
      <EnvironmentRow {...props} isTurn={isTurn} />
    </ErrorBoundary>
  );
}

type Props = {
  /** The table: its position on the screen decides which rows are rendered. */
  readonly table: RefObject<HTMLTableElement | null>;
  readonly lines: readonly TableLine[];
  /** True when only the focused row and rows near the screen are rendered. */
  readonly isWindowed: boolean;
  readonly by: Grouping;
  readonly collapsed: readonly string[];
  readonly headings: readonly Heading[];
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

/** Renders the rows, with one `<tbody>` for each group. */
export function TableRows({ table, lines, isWindowed, by, collapsed, headings, onChange, onOpen, onMenu }: Props) {
  const visible = useVisibleRows(isWindowed ? table : NO_TABLE, rowPx());
  const [focusedId, setFocusedId] = useState<string>();
  const { first, end } = isWindowed ? visible : { first: 0, end: lines.length };
  const focusedIndex =
    isWindowed && focusedId ? lines.findIndex(({ environment }) => environment?.id === focusedId) : -1;
  const { sections, gapAfter } = sectionsOf(lines, visibleIndexes(first, end, lines.length, focusedIndex));
  const keepFocused = isWindowed
    ? ({ target }: { readonly target: Element }) =>
        setFocusedId(target.closest('tr')?.getAttribute('data-environment-id') ?? undefined)
    : undefined;
  return (
    <>
      {sections.map(({ group, lines: drawn }) => (
        <tbody key={group.key} aria-label={groupTitle(by, group.title)} onFocus={keepFocused}>
          {drawn.map(({ environment, index, gap }) => {
            // The header row is row 1 of the table.
            const rowIndex = isWindowed ? index + 2 : undefined;
            return (
              <Fragment key={environment?.id ?? ''}>
                <Gap lines={gap} />
                {environment ? (
                  <SafeRow {...{ environment, headings, rowIndex, onOpen, onMenu }} />
                ) : (
                  <HeadingRow {...{ group, by, collapsed, rowIndex, onChange }} span={headings.length + 1} />
                )}
              </Fragment>
            );
          })}
        </tbody>
      ))}
      {gapAfter > 0 && (
        <tbody>
          <Gap lines={gapAfter} />
        </tbody>
      )}
    </>
  );
}
