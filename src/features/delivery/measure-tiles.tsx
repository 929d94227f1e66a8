import { hasRates, trendOf } from '#domain/delivery/compare-measures.ts';
import type { KnownDays } from '#domain/delivery/delivery-window.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import {
  countFigure,
  FEW_BEFORE,
  MEASURE_WORDS,
  type Measure,
  NO_TREND,
  NO_VALUE_BEFORE,
  partText,
  tooFewText,
  trendText,
} from '#messages/delivery.ts';
import { basisText } from '#messages/delivery-basis.ts';
import { ARROW_UP, StrokeIcon } from '#ui/stroke-icon.tsx';
import { Definition } from './definition.tsx';
import { figureOf, missingText, numberOf, valueText } from './measure-values.ts';
import { type Week, WeekBars } from './week-bars.tsx';

const TILES = ['frequency', 'failureRate', 'recovery', 'lead'] as const;
/** So large that a value does not become narrower by a part of a pixel, which would wrap its unit, before its chart is. */
const SHRINK = 1_000_000_000;
const ARROW_DOWN = 'M8 3v9M4.2 8.4 8 12.2l3.8-3.8';

type Props = {
  readonly name: string;
  readonly measures: Measures;
  /** The measures of the period before; undefined where the history does not reach so far. */
  readonly before: Measures | undefined;
  readonly weeks: readonly Week[];
  readonly days: number;
  /** The days of the period in which the histories are known. */
  readonly known: KnownDays;
  /** Number of environments whose history is known, and of all that are measured. */
  readonly read: number;
  readonly total: number;
  readonly timeZone: string;
};

function TrendLine({ measure, measures, before }: Pick<Props, 'measures' | 'before'> & { readonly measure: Measure }) {
  const value = numberOf(measure, measures);
  if (!before || !hasRates(before)) return <span className="text-mute">{before ? FEW_BEFORE : NO_TREND}</span>;
  const trend = trendOf(value, numberOf(measure, before));
  // A measure without a value says why, and has no trend.
  if (!trend) return value === undefined ? null : <span className="text-mute">{NO_VALUE_BEFORE}</span>;
  return (
    <>
      {trend.direction !== 'same' && (
        <StrokeIcon path={trend.direction === 'up' ? ARROW_UP : ARROW_DOWN} className="size-3.5 flex-none text-mute" />
      )}
      <span>{trendText(trend.direction, valueText(measure, trend.before))}</span>
    </>
  );
}

type TileProps = Props & { readonly measure: Exclude<Measure, 'duration'> };

/** A number of deployments with its unit: too few for a rate or a median. */
function Count({ measure, measures }: Pick<TileProps, 'measure' | 'measures'>) {
  const { value, unit } = countFigure(measure, measures);
  return (
    <p translate="no" className="font-semibold text-[32px] leading-10 tracking-tight">
      <span>{`${value} `}</span>
      <small className="font-medium text-[15px] text-mute tracking-normal">{unit}</small>
    </p>
  );
}

function Tile({ measure, name, measures, before, weeks, days, known, timeZone, read, total }: TileProps) {
  const value = numberOf(measure, measures);
  const figure = value === undefined ? undefined : figureOf(measure, value);
  return (
    <article
      aria-label={MEASURE_WORDS[measure]}
      className="flex min-h-38 min-w-0 flex-col rounded-xl border border-line bg-surface px-4 py-3.5"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold">{MEASURE_WORDS[measure]}</h2>
        <Definition measure={measure} />
      </div>
      {hasRates(measures) ? (
        <>
          <div className="mt-2 flex items-end justify-between gap-2">
            <p translate="no" className="font-semibold text-[32px] leading-10 tracking-tight">
              {figure && <span className="whitespace-nowrap">{figure.value}</span>}
              {/* Here the line may break: a number with wide letters fills a tile. */}
              {figure && <span> </span>}
              <small className="font-medium text-[15px] text-mute tracking-normal">
                {figure ? figure.unit : missingText(measure, measures)}
              </small>
            </p>
            <WeekBars {...{ measure, name, weeks, timeZone }} widthPx={96} heightPx={32} shrink={SHRINK} />
          </div>
          <p className="mt-1 flex items-center gap-1.5">
            <TrendLine {...{ measure, measures, before }} />
          </p>
        </>
      ) : (
        <div className="mt-2 flex items-end justify-between gap-2">
          <Count measure={measure} measures={measures} />
          {measure === 'frequency' && <WeekBars {...{ measure, name, weeks, timeZone }} widthPx={96} heightPx={32} />}
        </div>
      )}
      <p className="mt-auto pt-1 text-mute text-xs">
        {[
          hasRates(measures) ? basisText(measure, measures, days, known) : tooFewText(measures.deployments),
          read < total ? partText(read, total) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </article>
  );
}

/** Renders a tile for each measure but the duration, which has a chart. */
export function MeasureTiles(props: Props) {
  return (
    <div className="mt-4 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {TILES.map((measure) => (
        <Tile key={measure} measure={measure} {...props} />
      ))}
    </div>
  );
}
