import type { KeyboardEvent } from 'react';
import { noonOfDay } from '#domain/activity/calendar.ts';
import { type Bucket, type countResults, NO_COUNTS, totalOf } from '#domain/activity/filter-entries.ts';
import {
  ACTIVITY_WORDS,
  barText,
  dayOfMonthText,
  dayText,
  exceptionsText,
  hourText,
  shortDayText,
  shortTotalText,
  totalText,
} from '#messages/activity.ts';
import { figures } from '#messages/common.ts';
import { ToneIcon } from '#ui/tone-icon.tsx';

type Props = {
  /** Days or hours, oldest first. */
  readonly buckets: readonly Bucket[];
  readonly showsHours: boolean;
  /** False while a history is missing or the device's clock is behind: a bar without a deployment is not known to be empty. */
  readonly isComplete: boolean;
  /** The key of the chosen day or hour. */
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
  readonly onSpan: (showsHours: boolean) => void;
};

const sumOf = (buckets: readonly Bucket[]): ReturnType<typeof countResults> =>
  buckets.reduce(
    (sum, { counts }) => ({
      failed: sum.failed + counts.failed,
      well: sum.well + counts.well,
      cancelled: sum.cancelled + counts.cancelled,
      running: sum.running + counts.running,
      other: sum.other + counts.other,
    }),
    NO_COUNTS,
  );

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Moves the focus among the bars, which are one stop of the Tab key. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const bars = [...event.currentTarget.querySelectorAll('button')];
  const at = bars.findIndex((bar) => event.target instanceof Node && bar.contains(event.target));
  if (step === undefined || at < 0) return;
  event.preventDefault();
  bars[Math.max(0, Math.min(bars.length - 1, at + step))]?.focus();
}

type BarProps = Pick<Props, 'showsHours' | 'isComplete' | 'onChoose'> & {
  readonly bucket: Bucket;
  readonly max: number;
  readonly isChosen: boolean;
  readonly isLast: boolean;
  readonly isStop: boolean;
};

function namesOf({ key }: Bucket, showsHours: boolean, isLast: boolean) {
  if (showsHours) return { full: hourText(key), short: hourText(key), narrow: key.slice(8) };
  const noon = noonOfDay(key);
  const short = isLast ? ACTIVITY_WORDS.today : shortDayText(noon);
  return { full: dayText(noon, isLast), short, narrow: dayOfMonthText(noon) };
}

/** The highest bar leaves room for the gaps between its parts, in percent. */
const FULL_PERCENT = 88;

/** Heights of the parts of a bar, in percent. A single failure stays visible. */
function Column({ bucket: { counts }, max }: { readonly bucket: Bucket; readonly max: number }) {
  const height = (count: number, least: number) => ({ height: `${Math.max(least, (FULL_PERCENT * count) / max)}%` });
  const rest = counts.well + counts.running + counts.other;
  return (
    <span className="mt-1 flex h-11 w-3.5 max-w-full flex-col justify-end gap-0.5 sm:h-16 sm:w-9">
      {counts.failed > 0 && <i className="block flex-none rounded-[2px] bg-failing" style={height(counts.failed, 6)} />}
      {counts.cancelled > 0 && (
        <i className="block flex-none rounded-[2px] border-[1.5px] border-idle" style={height(counts.cancelled, 8)} />
      )}
      {rest > 0 && <i className="block flex-none rounded-[2px] bg-ok opacity-80" style={height(rest, 4)} />}
    </span>
  );
}

function Bar({ bucket, max, isChosen, isLast, isStop, showsHours, isComplete, onChoose }: BarProps) {
  const { key, counts } = bucket;
  const { full, short, narrow } = namesOf(bucket, showsHours, isLast);
  const text = barText(full, counts, isComplete);
  const isKnown = isComplete || totalOf(counts) > 0;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={text}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onChoose(isChosen ? undefined : key)}
      className="flex min-h-0 min-w-0 flex-1 flex-col items-center rounded-lg pt-1 pb-1.5 text-mute text-xs hover:bg-idle-soft aria-pressed:bg-idle-soft aria-pressed:text-ink aria-pressed:shadow-[inset_0_0_0_1.5px_var(--ink)]"
    >
      <span className="sr-only">{text}</span>
      <span
        aria-hidden="true"
        translate="no"
        className={`flex h-4 items-center gap-x-1 leading-4 ${showsHours ? '' : 'max-lg:h-8 max-lg:flex-col max-lg:justify-end'}`}
      >
        <span className={showsHours ? 'max-lg:hidden' : 'max-sm:hidden'}>{isKnown && figures(totalOf(counts))}</span>
        {counts.failed > 0 && (
          // The bars of a phone have no room for icon and number side by side.
          <span className="flex items-center gap-0.5 font-semibold text-failing [&_svg]:size-3 max-sm:flex-col max-sm:text-[11px] max-sm:[&_svg]:size-2.5">
            <ToneIcon tone="failing" />
            <span className={showsHours ? 'max-lg:hidden' : ''}>{figures(counts.failed)}</span>
          </span>
        )}
      </span>
      <Column bucket={bucket} max={max} />
      <span
        aria-hidden="true"
        translate="no"
        className={`mt-1 h-4 whitespace-nowrap leading-4 ${isChosen ? 'font-semibold' : ''}`}
      >
        <span className="max-lg:hidden">{short}</span>
        <span className="lg:hidden">{narrow}</span>
      </span>
    </button>
  );
}

/** Renders the deployments of the last 14 days or 24 hours by result. Each bar narrows the stream to its day or hour. */
export function ActivityChart({ buckets, showsHours, isComplete, chosen, onChoose, onSpan }: Props) {
  const counts = sumOf(buckets);
  const max = Math.max(1, ...buckets.map((bucket) => totalOf(bucket.counts)));
  const stop = buckets.some(({ key }) => key === chosen) ? chosen : buckets.at(-1)?.key;
  return (
    <section
      aria-label={ACTIVITY_WORDS.chart}
      className="mt-4 overflow-hidden rounded-xl border border-line bg-surface pb-2"
    >
      <div className="flex min-h-10 items-center gap-x-3 px-4 py-1">
        <div className="flex min-w-0 grow gap-x-3 max-sm:flex-col">
          <h2 className="font-semibold">
            <span className="max-sm:hidden">{totalText(counts, showsHours, isComplete)}</span>
            <span className="sm:hidden">{shortTotalText(counts, showsHours, isComplete)}</span>
          </h2>
          <span className="text-mute max-sm:text-xs">{exceptionsText(counts)}</span>
        </div>
        <fieldset className="flex flex-none overflow-hidden rounded-lg border border-line text-mute print:hidden">
          <legend className="sr-only">{ACTIVITY_WORDS.span}</legend>
          {[true, false].map((hours) => (
            <button
              key={String(hours)}
              type="button"
              aria-pressed={hours === showsHours}
              onClick={() => onSpan(hours)}
              className="whitespace-nowrap px-3 py-0.5 max-sm:px-2 aria-pressed:bg-idle-soft aria-pressed:font-semibold aria-pressed:text-ink"
            >
              {hours ? ACTIVITY_WORDS.hours : ACTIVITY_WORDS.days}
            </button>
          ))}
        </fieldset>
      </div>
      <fieldset onKeyDown={moveFocus} className="flex px-1 sm:px-2">
        <legend className="sr-only">{ACTIVITY_WORDS.chart}</legend>
        {buckets.map((bucket, index) => (
          <Bar
            key={bucket.key}
            {...{ bucket, max, showsHours, isComplete, onChoose }}
            isChosen={bucket.key === chosen}
            isLast={index === buckets.length - 1}
            isStop={bucket.key === stop}
          />
        ))}
      </fieldset>
    </section>
  );
}
