import { useElementSize } from '#browser/use-element-size.ts';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { nameOf } from '#domain/environment/board-environment.ts';
import { isApart } from '#domain/versions/compare-versions.ts';
import type { Cell, Column, Matrix } from '#domain/versions/version-matrix.ts';
import type { VersionSummary } from '#domain/versions/version-summary.ts';
import { fitMatrix } from '#domain/versions/wall-fit.ts';
import {
  matrixLabel,
  moreRowsText,
  NO_VALUE,
  projectPositionText,
  versionsSentence,
  VERSIONS_WORDS as WORDS,
  wallAgeText,
} from '#messages/versions.ts';
import { currentStateText } from '#ui/current-state-text.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { ComparisonChip, PendingChip } from './mark-chip.tsx';
import { shownPending, shownVersion, toneOfService } from './shown-cell.ts';
import { StateAge } from './state-age.tsx';

type Props = { readonly matrices: readonly Matrix[]; readonly summary: VersionSummary };

/** Milliseconds for which the wall shows each project. */
const PROJECT_MS = 20_000;
const whole = <T,>(size: T): T => size;
/** Chips and icons grow with the text of the wall. */
const GROWING = '[&_svg]:size-[1.1em] [&_[data-chip]]:h-[1.5em] [&_[data-chip]]:text-[0.8em]';

function WallColumn({ column: { environment, answer } }: { readonly column: Column }) {
  const { id, tone } = environment;
  const timeFormat = useSettings();
  const at = answer.observedAt;
  const age = useNow((now) => wallAgeText(at, now, timeFormat));
  return (
    <th scope="col" data-environment-id={id} className="border-line border-b border-l px-[0.6em] text-left font-normal">
      <span translate="no" className="block truncate font-semibold">
        {nameOf(environment)}
      </span>
      <span className={`flex items-center gap-[0.4em] text-[0.8em] ${tone === 'ok' ? 'text-mute' : TONE_TEXT[tone]}`}>
        <ToneIcon tone={tone} />
        <span className="truncate">{currentStateText(environment)}</span>
        {environment.freshness === 'fresh' ? (
          <span className="flex-none text-mute">{age}</span>
        ) : (
          <StateAge environment={environment} />
        )}
      </span>
    </th>
  );
}

function WallCell({ cell, column }: { readonly cell: Cell; readonly column: Column | undefined }) {
  const frame = 'border-line border-b border-l px-[0.6em]';
  if (cell.kind !== 'service')
    return (
      <td className={`${frame} text-mute`}>
        {cell.kind === 'absent' ? NO_VALUE : cell.kind === 'unread' ? WORDS.unread : ''}
      </td>
    );
  const { running, comparison } = cell;
  const pending = shownPending(running);
  const apart = comparison !== undefined && isApart(comparison);
  return (
    <td
      className={`${frame} ${apart ? 'bg-warning-soft/60' : ''}`}
      data-version={running.deployed?.text}
      data-relation={comparison?.relation ?? 'first'}
    >
      <span className="flex items-center gap-[0.4em]">
        <ToneIcon tone={toneOfService(running, column?.environment.tone ?? 'unknown')} />
        <span translate="no" className={`min-w-0 truncate font-mono ${apart ? 'font-bold' : 'text-mute'}`}>
          {shownVersion(running) ?? NO_VALUE}
        </span>
        <span className="ml-auto flex min-w-0 gap-[0.3em]">
          {pending && <PendingChip isKnown={pending.isKnown}>{pending.text}</PendingChip>}
          {comparison && apart && <ComparisonChip comparison={comparison} />}
        </span>
      </span>
    </td>
  );
}

/** Renders the matrix of one project as large as the wall allows. Several projects take turns. */
export function WallVersions({ matrices, summary }: Props) {
  const [room, size] = useElementSize(whole);
  const turn = useNow((now) => Math.floor(now / PROJECT_MS) % Math.max(1, matrices.length));
  const matrix = matrices[turn];
  const fit = fitMatrix({
    widthPx: size?.widthPx ?? innerWidth,
    heightPx: size?.heightPx ?? innerHeight,
    rows: matrix?.rows.length ?? 0,
    columns: matrix?.columns.length ?? 0,
  });
  return (
    <>
      <p className="flex flex-none items-baseline gap-[0.8em] pb-[0.4em]">
        <b translate="no" className="font-semibold">
          {matrix?.projectName}
        </b>
        <span className="min-w-0 truncate text-mute">{versionsSentence(summary)}</span>
        <span className="ml-auto flex-none text-mute">{projectPositionText(turn + 1, matrices.length)}</span>
      </p>
      <div ref={room} className="min-h-0 grow overflow-hidden">
        {matrix && (
          <table
            aria-label={matrixLabel(matrix.projectName)}
            data-project-id={matrix.projectId}
            className={`w-full table-fixed border-separate border-spacing-0 ${GROWING}`}
            style={{ fontSize: fit.typePx }}
          >
            <colgroup>
              <col className="w-[12em]" />
            </colgroup>
            <thead>
              <tr className="h-[3em]">
                <th scope="col" className="border-line border-b pr-[0.6em] text-left font-normal text-mute">
                  {WORDS.service}
                </th>
                {matrix.columns.map((column) => (
                  <WallColumn key={column.environment.id} column={column} />
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.rows.slice(0, fit.rows).map((row) => (
                <tr key={row.key} className="h-[2.1em]">
                  <th scope="row" className="truncate border-line border-b pr-[0.6em] text-left font-semibold">
                    <span translate="no">{row.name}</span>
                  </th>
                  {row.cells.map((cell, index) => (
                    <WallCell key={matrix.columns[index]?.environment.id} cell={cell} column={matrix.columns[index]} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {matrix && fit.rows < matrix.rows.length && (
          <p className="text-mute">{moreRowsText(matrix.rows.slice(fit.rows))}</p>
        )}
      </div>
    </>
  );
}
