import { useState } from 'react';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { nameOf } from '#domain/environment/board-environment.ts';
import { isApart } from '#domain/versions/compare-versions.ts';
import type { Cell, Column, Matrix, Row } from '#domain/versions/version-matrix.ts';
import { isWithoutServices } from '#domain/versions/version-summary.ts';
import { shortAgeText } from '#messages/short-date-time.ts';
import {
  matrixLabel,
  moreInStepText,
  NO_VALUE,
  onlyModeText,
  pendingThereText,
  projectNote,
  VERSIONS_WORDS as WORDS,
} from '#messages/versions.ts';
import { CHEVRON_DOWN, CHEVRON_RIGHT, StrokeIcon } from '#ui/stroke-icon.tsx';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { ComparisonChip, PendingChip } from './mark-chip.tsx';
import type { Place } from './matrix-table.tsx';
import { PhoneColumn } from './phone-column.tsx';
import { ServiceKindIcon } from './service-kind-icon.tsx';
import { type ShownPending, shownPending, shownVersion, toneOfService } from './shown-cell.ts';

type Props = {
  readonly matrix: Matrix;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
  readonly onOpenCell: (place: Place) => void;
};

const isFolded = ({ isInStep, isPending }: Row): boolean => isInStep && !isPending;

function PhoneCell({ cell, column }: { readonly cell: Cell; readonly column: Column | undefined }) {
  const timeFormat = useSettings();
  const at = cell.kind === 'service' ? cell.running.deployedAt : undefined;
  const age = useNow((now) => (at === undefined ? undefined : shortAgeText(at, now, timeFormat)));
  if (cell.kind !== 'service') {
    return <span className="truncate text-mute text-xs">{`${NO_VALUE} ${WORDS[cell.kind]}`}</span>;
  }
  const apart = cell.comparison !== undefined && isApart(cell.comparison);
  return (
    <span
      data-service-id={cell.running.service.id}
      data-version={cell.running.deployed?.text}
      className="flex min-w-0 items-center gap-1.5 *:[svg]:size-3.5"
    >
      <ToneIcon tone={toneOfService(cell.running, column?.environment.tone ?? 'unknown')} />
      <span translate="no" className={`min-w-0 truncate font-mono text-[12.5px] ${apart ? 'font-bold' : 'text-mute'}`}>
        {shownVersion(cell.running) ?? NO_VALUE}
      </span>
      <span className="flex-none text-mute text-xs">{age}</span>
    </span>
  );
}

const thereText = ({ environment }: Column, { fullText }: ShownPending): string =>
  pendingThereText(nameOf(environment), fullText);

function PhoneRow({
  row,
  columns,
  onOpen,
}: {
  readonly row: Row;
  readonly columns: Matrix['columns'];
  readonly onOpen: (anchor: HTMLElement) => void;
}) {
  const last = row.cells.at(-1);
  const comparison = last?.kind === 'service' ? last.comparison : undefined;
  const pendingAt = row.cells.findIndex((cell) => cell.kind === 'service' && shownPending(cell.running) !== undefined);
  const pendingCell = row.cells[pendingAt];
  const pending = pendingCell?.kind === 'service' ? shownPending(pendingCell.running) : undefined;
  const pendingColumn = columns[pendingAt];
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        data-relation={comparison?.relation}
        className={`block w-full border-line border-t px-4 py-2.5 text-left ${row.isApart ? 'bg-warning-soft/60' : ''}`}
        onClick={({ currentTarget }) => onOpen(currentTarget)}
      >
        <span className="flex h-5 items-center gap-2">
          <ServiceKindIcon kind={row.kind} />
          <b translate="no" className="min-w-0 truncate font-semibold">
            {row.name}
          </b>
          <span className="grow" />
          {comparison && <ComparisonChip comparison={comparison} />}
        </span>
        <span className="mt-1 grid grid-cols-2 gap-3">
          {row.cells.map((cell, index) => (
            <PhoneCell key={columns[index]?.environment.id} cell={cell} column={columns[index]} />
          ))}
        </span>
        {pending && pendingColumn && (
          <span className="mt-1.5 flex">
            {pending.isKnown ? (
              <PendingChip isWide>{thereText(pendingColumn, pending)}</PendingChip>
            ) : (
              // Not a chip: it would cut the sentence, and a phone has no legend.
              <span className="text-mute text-xs">{thereText(pendingColumn, pending)}</span>
            )}
          </span>
        )}
      </button>
    </li>
  );
}

/** Renders one pair of environments of a project for a narrow screen. Rows in step are folded into one line. */
export function PhoneMatrix({ matrix, isCollapsed, onToggle, onOpenCell }: Props) {
  const { columns, rows, projectId, projectName } = matrix;
  const [isUnfolded, setIsUnfolded] = useState(false);
  const folded = rows.filter(isFolded);
  const more = moreInStepText(folded.map(({ name }) => name));
  const listed = isUnfolded ? rows : rows.filter((row) => !isFolded(row));
  const open = (row: Row, anchor: HTMLElement) => {
    const column = row.cells.findLastIndex(({ kind }) => kind === 'service');
    if (column >= 0) onOpenCell({ row, column, anchor });
  };
  return (
    <section
      aria-label={matrixLabel(projectName)}
      data-project-id={projectId}
      className="mt-3 overflow-hidden rounded-xl border border-line bg-surface text-[13px]"
    >
      <div className="bg-strip px-4 py-2">
        <div className="flex items-center gap-1.5">
          <button
            type="button"
            aria-expanded={!isCollapsed}
            className="flex min-w-0 items-center gap-1.5 font-semibold text-sm"
            onClick={onToggle}
          >
            <StrokeIcon path={isCollapsed ? CHEVRON_RIGHT : CHEVRON_DOWN} className="size-3.5 flex-none text-mute" />
            <span translate="no" className="truncate">
              {projectName || WORDS.unnamedProject}
            </span>
          </button>
          <span className="grow" />
          <span className="text-mute text-xs">
            {columns.length > 1 ? projectNote(rows, 0) : onlyModeText(columns.length)}
          </span>
        </div>
        <div className="grid grid-cols-2 gap-3">
          {columns.map((column) => (
            <PhoneColumn key={column.environment.id} column={column} />
          ))}
        </div>
      </div>
      {!isCollapsed && isWithoutServices(matrix) && <p className="px-4 py-2.5 text-mute">{WORDS.noServices}</p>}
      {!isCollapsed && (
        <ul>
          {listed.map((row) => (
            <PhoneRow key={row.key} row={row} columns={columns} onOpen={(anchor) => open(row, anchor)} />
          ))}
        </ul>
      )}
      {!isCollapsed && folded.length > 0 && (
        <button
          type="button"
          aria-expanded={isUnfolded}
          className="flex h-11 w-full items-center gap-2 border-line border-t px-4 text-left text-mute"
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          <StrokeIcon path={isUnfolded ? CHEVRON_DOWN : CHEVRON_RIGHT} className="size-3.5 flex-none" />
          <span className="truncate" title={more}>
            {more}
          </span>
        </button>
      )}
    </section>
  );
}
