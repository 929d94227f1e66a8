import { memo } from 'react';
import { hasNoStates } from '#domain/environment/service.ts';
import { type Tone, toneOf } from '#domain/environment/tone.ts';
import { isApart } from '#domain/versions/compare-versions.ts';
import { shortVersion } from '#domain/versions/version.ts';
import type { RunningService } from '#domain/versions/version-answer.ts';
import type { Cell } from '#domain/versions/version-matrix.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { comparisonText, configuredText } from '#messages/version-comparison.ts';
import { NO_VALUE, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { ComparisonChip, PendingChip } from './mark-chip.tsx';

type Props = {
  readonly cell: Cell;
  /** The tone of the environment, for a service whose own state is not known yet. */
  readonly environmentTone: Tone;
  readonly age: string | undefined;
  readonly place: string;
  readonly isTabStop: boolean;
  readonly isOpen: boolean;
};

/** The deployed version in its short form; undefined when it is not known. */
export const shownVersion = ({ deployed }: RunningService): string | undefined => deployed && shortVersion(deployed);

/** The configured version where it is not, or not known to be, the deployed one. */
export const shownPending = ({ deployed, pending, service: { configured } }: RunningService): string | undefined => {
  const version = pending ?? (deployed ? undefined : configured);
  return version && configuredText(shortVersion(version));
};

/**
 * The tone of a service. An environment that is all deployed has deployed services; its other states prove nothing
 * about a single service.
 */
export const toneOfService = ({ state, service }: RunningService, environmentTone: Tone): Tone =>
  state === undefined
    ? environmentTone === 'ok' && !hasNoStates({ kind: service.kind, state })
      ? 'ok'
      : 'unknown'
    : toneOf(state);

/** The words for the state of a service, or that Qovery gives none for its kind. */
const serviceStateText = ({ state, service: { kind } }: RunningService): string =>
  hasNoStates({ kind, state }) ? WORDS.noState : stateText(state);

const CELL = 'h-10 border-line border-b border-l p-0 text-left align-middle font-normal';

/** Renders a cell: the version, its age, and how it relates to the cell that it is compared with. */
export const VersionCell = memo(function VersionCell({ cell, environmentTone, age, place, isTabStop, isOpen }: Props) {
  if (cell.kind === 'waiting') {
    return (
      <td className={CELL} data-relation="waiting">
        <span className="ml-4 block h-3 w-24 rounded bg-idle-soft">
          <span className="sr-only">{WORDS.waiting}</span>
        </span>
      </td>
    );
  }
  if (cell.kind !== 'service') {
    return (
      <td className={CELL} data-relation={cell.kind}>
        <span className="flex gap-2 pl-4 text-mute text-xs">
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
        translate="no"
        data-place={place}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="dialog"
        className={`flex h-full w-full items-center whitespace-nowrap pr-3 pl-4 text-left hover:bg-idle-soft/60 focus-visible:-outline-offset-2 ${isOpen ? 'outline-2 outline-busy -outline-offset-2' : ''}`}
      >
        <span
          title={running.state === undefined ? undefined : stateText(running.state)}
          className="flex w-5 flex-none *:[svg]:size-3.5"
        >
          <ToneIcon tone={tone} />
          <span className="sr-only">{`${serviceStateText(running)} `}</span>
        </span>
        <span
          className={`min-w-0 truncate pl-1 font-mono text-[12.5px] ${apart ? 'font-bold' : 'text-mute'} ${version === undefined && pending === undefined ? 'font-sans' : 'min-w-15 shrink-[1000] basis-[88px]'}`}
          title={running.deployed?.text ?? WORDS.unknown}
        >
          {version ?? (pending === undefined ? WORDS.noVersion : NO_VALUE)}
        </span>
        <span className="min-w-0 shrink-[1000] truncate pl-2 text-mute text-xs">{age}</span>
        <span className="ml-auto flex min-w-0 gap-1.5 pl-2">
          {pending !== undefined && <PendingChip>{pending}</PendingChip>}
          {pending === undefined && running.isOutOfDate && <PendingChip>{WORDS.edited}</PendingChip>}
          {comparison && comparisonText(comparison) !== undefined && <ComparisonChip comparison={comparison} />}
        </span>
      </button>
    </td>
  );
});
