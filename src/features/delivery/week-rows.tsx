import type { RowKind } from '#domain/board/delivery-options.ts';
import { hasRates } from '#domain/delivery/compare-measures.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { figures } from '#messages/common.ts';
import {
  COUNTS_HINT,
  DELIVERY_WORDS,
  MEASURE_WORDS,
  MEASURES,
  type Measure,
  partText,
  tooFewText,
  WEEKS_HINT,
  weeksTitle,
} from '#messages/delivery.ts';
import { PillSelect } from '#ui/pill-select.tsx';
import { isCounted, missingText, numberOf, valueText } from './measure-values.ts';
import { type Week, WeekBars } from './week-bars.tsx';

export type Row = {
  readonly id: string;
  readonly name: string;
  /** The project of an environment. */
  readonly parent: string | undefined;
  readonly measures: Measures;
  /** Number of environments whose history is known, and of those whose history is known or was refused. */
  readonly read: number;
  readonly total: number;
  readonly weeks: readonly Week[];
};

type Props = {
  readonly rows: readonly Row[];
  readonly kind: RowKind;
  readonly timeZone: string;
  readonly onKind: (kind: RowKind) => void;
};

const GRID = 'lg:grid lg:grid-cols-[200px_repeat(5,minmax(0,1fr))] lg:items-center lg:gap-x-4 lg:px-4';

const KIND_WORDS = { project: DELIVERY_WORDS.byProject, environment: DELIVERY_WORDS.byEnvironment } as const;

function Cell({ measure, row, timeZone }: { readonly measure: Measure; readonly row: Row; readonly timeZone: string }) {
  const { name, measures, weeks } = row;
  const value = hasRates(measures) ? numberOf(measure, measures) : undefined;
  const isShown = value !== undefined || measure === 'frequency';
  return (
    <div className="flex min-w-0 items-center gap-3">
      <span className="w-28 flex-none text-mute text-xs sm:w-38 lg:hidden">{MEASURE_WORDS[measure]}</span>
      {isShown && <WeekBars {...{ measure, name, weeks, timeZone }} widthPx={84} heightPx={24} />}
      <span
        translate="no"
        className={
          value === undefined ? 'min-w-0 text-mute' : 'w-24 flex-none whitespace-nowrap text-right font-semibold'
        }
      >
        {value !== undefined ? valueText(measure, value) : hasRates(measures) ? missingText(measure, measures) : ''}
      </span>
    </div>
  );
}

function WeekRow({ row, timeZone }: { readonly row: Row; readonly timeZone: string }) {
  const { name, parent, measures, read, total } = row;
  return (
    <li className={`flex flex-col gap-1 border-line border-t px-4 py-2.5 lg:min-h-11 lg:py-1 ${GRID}`}>
      <h3 translate="no" className="flex min-w-0 gap-2">
        <span className="min-w-0 truncate font-semibold">{name}</span>
        {parent !== undefined && <span className="min-w-0 shrink-[1000] truncate text-mute">{parent}</span>}
        {read > 0 && <span className="text-mute">{figures(measures.deployments)}</span>}
        {read > 0 && read < total && <span className="text-mute text-xs">{partText(read, total)}</span>}
      </h3>
      {read === 0 ? (
        <p className="text-mute lg:col-span-5">{DELIVERY_WORDS.unread}</p>
      ) : hasRates(measures) ? (
        MEASURES.map((measure) => <Cell key={measure} {...{ measure, row, timeZone }} />)
      ) : (
        <>
          <Cell measure="frequency" {...{ row, timeZone }} />
          <p className="text-mute lg:col-span-4">{tooFewText(measures.deployments)}</p>
        </>
      )}
    </li>
  );
}

/** Renders the measures of each project or environment, with a small chart of the last eight weeks. */
export function WeekRows({ rows, kind, timeZone, onKind }: Props) {
  const hasCounts = rows.some(({ weeks }) => isCounted(weeks.map(({ measures }) => measures)));
  const title = weeksTitle(kind === 'project' ? DELIVERY_WORDS.projects : DELIVERY_WORDS.environments);
  return (
    <section aria-label={title} className="mt-3 rounded-xl border border-line bg-surface">
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
        <div className="flex min-w-0 grow basis-56 flex-wrap gap-x-3">
          <h2 className="font-semibold">{title}</h2>
          <span className="text-mute">{WEEKS_HINT}</span>
          {hasCounts && <span className="text-mute">{COUNTS_HINT}</span>}
        </div>
        <PillSelect
          width="wide"
          label={DELIVERY_WORDS.rows}
          value={kind}
          choices={[
            ['project', KIND_WORDS.project],
            ['environment', KIND_WORDS.environment],
          ]}
          onChoose={(chosen) => onKind(chosen === 'project' ? 'project' : 'environment')}
        />
      </div>
      <div aria-hidden="true" className={`hidden h-7 bg-strip text-mute text-xs ${GRID}`}>
        <span>{kind === 'project' ? DELIVERY_WORDS.project : DELIVERY_WORDS.environment}</span>
        {MEASURES.map((measure) => (
          <span key={measure}>{MEASURE_WORDS[measure]}</span>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <WeekRow key={row.id} row={row} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  );
}
