import { memo } from 'react';
import type { Tone } from '#domain/environment/tone.ts';
import { isShallowEqual } from '#domain/is-shallow-equal.ts';
import { type Comparison, isApart } from '#domain/versions/compare-versions.ts';
import type { Cell } from '#domain/versions/version-matrix.ts';
import { comparisonText } from '#messages/version-comparison.ts';
import { NO_VALUE, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { CellIcon } from './cell-icon.tsx';
import { ComparisonChip, PendingChip } from './mark-chip.tsx';
import { serviceStateText, shownPending, shownVersion, toneOfService } from './shown-cell.ts';

type Props = {
  readonly cell: Cell;
  /** The tone of the environment, for a service whose own state is not known yet. */
  readonly environmentTone: Tone;
  readonly age: string | undefined;
  readonly place: string;
  readonly isTabStop: boolean;
  readonly isOpen: boolean;
  readonly isPrinting: boolean;
};

const CELL = 'h-10 border-line border-b border-l p-0 text-left align-middle font-normal';
/** A cell outside the window needs neither layout nor paint: a matrix may have thousands. */
const BUTTON =
  'flex h-full w-full items-center whitespace-nowrap pr-3 pl-4 text-left [content-visibility:auto] *:[svg]:size-3.5 hover:bg-idle-soft/60 focus-visible:-outline-offset-2';
/** Paper has no tooltip for what a line cuts off. */
const PRINTED_BUTTON = `${BUTTON} flex-wrap gap-y-1 py-1`;
const OPEN_BUTTON = `${BUTTON} outline-2 outline-busy -outline-offset-2`;
const VERSION = 'truncate pl-2.5';
const KNOWN_VERSION = `${VERSION} min-w-16 shrink-[1000] basis-24 font-mono text-[12.5px]`;
/** Complete class names: hundreds of cells share these few texts. */
const LOOK = {
  none: `${VERSION} min-w-0 text-[12.5px] text-mute`,
  inStep: `${KNOWN_VERSION} text-mute`,
  apart: `${KNOWN_VERSION} font-bold`,
} as const;

const isSameComparison = (a: Comparison | undefined, b: Comparison | undefined): boolean =>
  a === b || (b !== undefined && isShallowEqual(a, b));

/** Each answer makes new cells for the whole matrix: most of them hold what they held before. */
const isSameCell = (a: Cell, b: Cell): boolean =>
  a.kind === 'service' && b.kind === 'service'
    ? a.running === b.running && isSameComparison(a.comparison, b.comparison)
    : a.kind === b.kind;

const isSame = ({ cell: before, ...a }: Props, { cell: after, ...b }: Props): boolean =>
  isSameCell(before, after) && isShallowEqual(a, b);

/** Renders a cell: the version, its age, and how it relates to the cell that it is compared with. */
export const VersionCell = memo(function VersionCell(props: Props) {
  const { cell, environmentTone, age, place, isTabStop, isOpen, isPrinting } = props;
  if (cell.kind === 'waiting') {
    return (
      <td className={CELL} data-relation="waiting">
        <span translate="yes" className="ml-4 block h-3 w-24 rounded bg-idle-soft">
          <span className="sr-only">{WORDS.waiting}</span>
        </span>
      </td>
    );
  }
  if (cell.kind !== 'service') {
    return (
      <td className={CELL} data-relation={cell.kind}>
        <span translate="yes" className="flex gap-2 pl-4 text-mute text-xs">
          <span aria-hidden="true">{NO_VALUE}</span>
          <span className="truncate">{WORDS[cell.kind]}</span>
        </span>
      </td>
    );
  }
  const { running, comparison } = cell;
  const tone = toneOfService(running, environmentTone);
  const apart = comparison !== undefined && isApart(comparison);
  const version = shownVersion(running);
  const pending = shownPending(running);
  return (
    <td
      className={`${CELL} ${apart ? 'bg-warning-soft/60' : ''}`}
      data-service-id={running.service.id}
      data-version={running.deployed?.text}
      data-configured={running.pending?.text}
      data-relation={comparison?.relation ?? 'first'}
      data-tone={tone}
    >
      <button
        type="button"
        data-place={place}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="dialog"
        className={isPrinting ? PRINTED_BUTTON : isOpen ? OPEN_BUTTON : BUTTON}
      >
        {/* The blanks divide the words of the button's name and of a copied table. A line of the page does not show them. */}
        <CellIcon tone={tone} label={serviceStateText(running, environmentTone)} />
        <span className={LOOK[apart ? 'apart' : version === undefined && pending === undefined ? 'none' : 'inStep']}>
          {` ${version ?? (pending === undefined ? WORDS.noVersion : NO_VALUE)}`}
        </span>
        <span className="mr-auto min-w-0 shrink-[1000] truncate pl-2 text-mute text-xs">{age && ` ${age}`}</span>
        {pending && (
          <PendingChip className="ml-2" isKnown={pending.isKnown} title={pending.fullText}>
            {pending.text}
          </PendingChip>
        )}
        {pending && !pending.isKnown && <span className="sr-only">{` ${WORDS.maybeDeployed}`}</span>}
        {pending === undefined && running.isOutOfDate && <PendingChip className="ml-2">{WORDS.edited}</PendingChip>}
        {comparison && comparisonText(comparison) !== undefined && (
          <ComparisonChip className="ml-2" comparison={comparison} />
        )}
      </button>
    </td>
  );
}, isSame);
