import type { Window } from '#domain/delivery/delivery-window.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { MEASURE_WORDS, type Measure, shortDateText, sparkLabel, weekText } from '#messages/delivery.ts';
import { ChartTip } from './chart-tip.tsx';
import { barOf, isCounted, weekValueText } from './measure-values.ts';
import { useChartCursor } from './use-chart-cursor.ts';

/** The measures of seven days. */
export type Week = Window & { readonly measures: Measures };

type Props = {
  readonly measure: Measure;
  /** Name of what is measured. */
  readonly name: string;
  /** Oldest first. */
  readonly weeks: readonly Week[];
  readonly timeZone: string;
  /** The widest that the chart becomes; it is narrower beside a long number. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How much sooner than the text beside it the chart becomes narrower: a factor. */
  readonly shrink?: number;
};

const GAP_PX = 3;
const LEAST_PX = 1.5;

/** Renders a bar for each week. Arrow keys and the pointer show the value of a week. */
export function WeekBars({ measure, name, weeks, timeZone, widthPx, heightPx, shrink }: Props) {
  const counted = isCounted(weeks.map(({ measures }) => measures));
  const values = weeks.map(({ measures }) => barOf(measure, measures, counted));
  const max = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const step = widthPx / weeks.length;
  const textOf = (index: number) => {
    const week = weeks[index];
    if (!week) return '';
    const value = weekValueText(measure, week.measures);
    return weekText(shortDateText(week.from, timeZone), shortDateText(week.to, timeZone), value);
  };
  const { active, props } = useChartCursor({
    label: sparkLabel(MEASURE_WORDS[measure], name, counted),
    count: weeks.length,
    textOf,
  });
  return (
    <span
      {...props}
      className="relative min-w-4 shrink grow rounded-sm"
      style={{ maxWidth: widthPx, flexShrink: shrink }}
    >
      <svg
        preserveAspectRatio="none"
        width="100%"
        height={heightPx}
        viewBox={`0 0 ${widthPx} ${heightPx}`}
        className="block"
        aria-hidden="true"
      >
        {values.map((value, index) => {
          const height = value === undefined || max === 0 ? LEAST_PX : Math.max(LEAST_PX, (value / max) * heightPx);
          const isMarked = index === active || (active === undefined && index === weeks.length - 1);
          return (
            <rect
              key={weeks[index]?.from}
              x={index * step}
              y={heightPx - height}
              width={step - GAP_PX}
              height={height}
              rx={1}
              className={value === undefined ? 'fill-line' : isMarked ? 'fill-ink' : 'fill-bar'}
            />
          );
        })}
      </svg>
      {active !== undefined && <ChartTip at={(active + 0.5) / weeks.length}>{textOf(active)}</ChartTip>}
    </span>
  );
}
