import { useElementSize } from '#browser/use-element-size.ts';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { hasRates } from '#domain/delivery/compare-measures.ts';
import type { DurationPoint } from '#domain/delivery/duration-series.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { figures } from '#messages/common.ts';
import {
  DELIVERY_WORDS,
  durationHint,
  shortDateText,
  spanOfTimeText,
  tooFewText,
  weekText,
} from '#messages/delivery.ts';
import { ChartTip } from './chart-tip.tsx';
import { Definition } from './definition.tsx';
import { pathsOf, ticksOf } from './line-paths.ts';
import { useChartCursor } from './use-chart-cursor.ts';

const HEIGHT_PX = 172;
const BASE_PX = HEIGHT_PX - 24;
const TOP_PX = 10;
const LEFT_PX = 52;
/** Room for the names at the ends of the lines; on a narrow screen they stand above the chart. */
const RIGHT_PX = { wide: 208, narrow: 8 } as const;
const NARROW_PX = 700;
/** Fits a page of A4 or Letter in portrait format. The page is not measured again before it is printed. */
const PAPER_PX = 632;

const widthOf = ({ widthPx }: { readonly widthPx: number }): number => Math.round(widthPx);

type Props = {
  readonly points: readonly DurationPoint[];
  readonly measures: Measures;
  readonly timeZone: string;
};

const namesOf = (point: DurationPoint | undefined) => ({
  median: `${DELIVERY_WORDS.median} ${point?.medianSeconds === undefined ? '' : spanOfTimeText(point.medianSeconds)}`,
  p90: `${DELIVERY_WORDS.percentile} ${point?.p90Seconds === undefined ? '' : spanOfTimeText(point.p90Seconds)}`,
});

function pointText(point: DurationPoint | undefined, timeZone: string): string {
  if (!point) return '';
  const { median, p90 } = namesOf(point);
  const value =
    point.medianSeconds === undefined
      ? point.changes === 0
        ? DELIVERY_WORDS.noneYet
        : tooFewText(point.changes)
      : `${median}, ${p90} (${figures(point.count)})`;
  return weekText(shortDateText(point.at - 7 * 86_400_000, timeZone), shortDateText(point.at, timeZone), value);
}

/** The points with a date below them, from the last one on. */
function datesOf(count: number): readonly number[] {
  const step = Math.max(1, Math.ceil((count - 1) / 4));
  return Array.from({ length: Math.floor((count - 1) / step) + 1 }, (_, index) => count - 1 - index * step);
}

function Lines({
  points,
  widthPx,
  active,
  timeZone,
}: Omit<Props, 'measures'> & { widthPx: number; active: number | undefined }) {
  const isNarrow = widthPx < NARROW_PX;
  const right = isNarrow ? RIGHT_PX.narrow : RIGHT_PX.wide;
  const { ticks, max } = ticksOf(points);
  const x = (index: number) => LEFT_PX + (index * (widthPx - LEFT_PX - right)) / Math.max(1, points.length - 1);
  const y = (seconds: number) => BASE_PX - (seconds / max) * (BASE_PX - TOP_PX);
  const last = points.at(-1);
  const names = namesOf(last);
  // Names that would overlap stand below each other.
  const ends = { median: y(last?.medianSeconds ?? 0), p90: y(last?.p90Seconds ?? 0) };
  const p90Y = Math.min(ends.p90, ends.median - 16);
  const dates = datesOf(points.length);
  return (
    <svg width={widthPx} height={HEIGHT_PX} className="block overflow-visible text-xs" aria-hidden="true">
      {ticks.map((seconds) => (
        <g key={seconds}>
          <path d={`M${LEFT_PX} ${Math.round(y(seconds)) + 0.5}H${widthPx - right}`} className="stroke-line" />
          <text x={LEFT_PX - 8} y={y(seconds) + 4} textAnchor="end" className="fill-mute">
            {seconds === 0 ? '0' : spanOfTimeText(seconds).replace(/\s00\s(?:s|m|min)$/, '')}
          </text>
        </g>
      ))}
      {dates.map((index, at) => (
        <text
          key={index}
          x={x(index)}
          y={HEIGHT_PX - 4}
          textAnchor={index === 0 ? 'start' : at === 0 ? 'end' : 'middle'}
          className="fill-mute"
        >
          {at === 0 ? DELIVERY_WORDS.today : shortDateText(points[index]?.at ?? 0, timeZone)}
        </text>
      ))}
      {pathsOf(points, ({ p90Seconds }) => p90Seconds, x, y).map((d) => (
        <path key={d} d={d} fill="none" className="stroke-mute" strokeWidth="1.75" strokeDasharray="5 4" />
      ))}
      {pathsOf(points, ({ medianSeconds }) => medianSeconds, x, y).map((d) => (
        <path key={d} d={d} fill="none" className="stroke-ink" strokeWidth="2.25" strokeLinejoin="round" />
      ))}
      {active !== undefined && (
        <path d={`M${x(active)} ${TOP_PX}V${BASE_PX}`} className="stroke-mute" strokeDasharray="2 2" />
      )}
      {last?.medianSeconds !== undefined && (
        <>
          <circle cx={x(points.length - 1)} cy={ends.median} r="3.5" className="fill-ink" />
          <circle cx={x(points.length - 1)} cy={ends.p90} r="3.5" className="fill-mute" />
        </>
      )}
      {last?.medianSeconds !== undefined && !isNarrow && (
        <>
          <text x={widthPx - right + 12} y={ends.median + 4} className="fill-ink font-semibold">
            {names.median}
          </text>
          <text x={widthPx - right + 12} y={p90Y + 4} className="fill-mute">
            {names.p90}
          </text>
        </>
      )}
    </svg>
  );
}

/** Renders the median and the 90th percentile of the durations over the seven days before each day. */
function Chart({ points, timeZone }: Omit<Props, 'measures'>) {
  const [ref, measuredPx = 0] = useElementSize(widthOf);
  const isPrinting = usePrintedAt() !== undefined;
  const widthPx = isPrinting ? Math.min(measuredPx, PAPER_PX) : measuredPx;
  const textOf = (index: number) => pointText(points[index], timeZone);
  const { active, props } = useChartCursor({
    label: DELIVERY_WORDS.durationChart,
    count: points.length,
    textOf,
    leftPx: LEFT_PX,
    rightPx: widthPx < NARROW_PX ? RIGHT_PX.narrow : RIGHT_PX.wide,
  });
  const names = namesOf(points.at(-1));
  return (
    <>
      {widthPx > 0 && widthPx < NARROW_PX && (
        <p translate="no" className="px-4 pb-1 text-mute text-xs">{`${names.median}, ${names.p90}`}</p>
      )}
      <div className="px-4">
        <div {...props} ref={ref} className="relative rounded-sm">
          {widthPx > 0 && <Lines {...{ points, widthPx, active, timeZone }} />}
          {active !== undefined && <ChartTip at={active / Math.max(1, points.length - 1)}>{textOf(active)}</ChartTip>}
        </div>
      </div>
    </>
  );
}

/** Renders the durations as a chart, or why there are too few of them. */
export function DurationChart({ points, measures, timeZone }: Props) {
  const isEnough = hasRates(measures);
  const isShown = isEnough && points.some(({ medianSeconds }) => medianSeconds !== undefined);
  return (
    <section aria-label={DELIVERY_WORDS.durationChart} className="mt-3 rounded-xl border border-line bg-surface pb-2">
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 px-4 py-1.5">
        <h2 className="font-semibold">{DELIVERY_WORDS.durationChart}</h2>
        <span className="text-mute">
          {isShown
            ? durationHint(measures.duration.measured)
            : isEnough
              ? DELIVERY_WORDS.noMedians
              : tooFewText(measures.deployments)}
        </span>
        <span className="grow" />
        <Definition measure="duration" />
      </div>
      {isShown && <Chart points={points} timeZone={timeZone} />}
    </section>
  );
}
