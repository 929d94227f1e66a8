import type { KeyboardEvent } from 'react';
import { useSettings } from '#data/preferences/settings-store.ts';
import { type Bucket, type countResults, NO_COUNTS, totalOf } from '#domain/activity/filter-entries.ts';
import {
  ACTIVITY_WORDS,
  DASHED_LEGEND,
  exceptionsText,
  filtersText,
  shortTotalText,
  totalText,
} from '#messages/activity.ts';
import { ActivityBar } from './activity-bar.tsx';

type Props = {
  /** Days or hours, oldest first. */
  readonly buckets: readonly Bucket[];
  readonly showsHours: boolean;
  /** The number of entries that the filters count, and the time of the oldest in epoch milliseconds. */
  readonly counted: { readonly count: number; readonly from: number } | undefined;
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

/** Renders the deployments of the last 14 days or 24 hours by result. Each bar narrows the stream to its day or hour. */
export function ActivityChart({ buckets, showsHours, counted, chosen, onChoose, onSpan }: Props) {
  const isComplete = buckets.every((bucket) => bucket.isComplete);
  const { timeZone } = useSettings();
  const counts = sumOf(buckets);
  const max = Math.max(1, ...buckets.map((bucket) => totalOf(bucket.counts)));
  const stop = buckets.some(({ key }) => key === chosen) ? chosen : buckets.at(-1)?.key;
  return (
    <section
      aria-label={ACTIVITY_WORDS.chart}
      className="mt-4 overflow-hidden rounded-xl border border-line bg-surface pb-2"
    >
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 px-4 py-1">
        <div className="flex min-w-0 flex-1 flex-wrap gap-x-3 max-sm:flex-col xl:flex-none">
          <h2 className="font-semibold">
            <span className="max-sm:hidden">{totalText(counts, showsHours, isComplete)}</span>
            <span className="sm:hidden">{shortTotalText(counts, showsHours, isComplete)}</span>
          </h2>
          <span className="text-mute max-sm:text-xs">{exceptionsText(counts)}</span>
        </div>
        <div className="flex flex-wrap gap-x-3 text-mute max-xl:order-last max-xl:w-full max-sm:text-xs xl:min-w-0 xl:flex-1">
          {counted !== undefined && counted.count !== totalOf(counts) && (
            <span>{filtersText(counted.count, counted.from, timeZone)}</span>
          )}
          {/* Screen readers get this from the names of the bars. */}
          {!isComplete && <span aria-hidden="true">{DASHED_LEGEND}</span>}
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
      <fieldset onKeyDown={moveFocus} className="flex min-w-0 px-1 sm:px-2">
        <legend className="sr-only">{ACTIVITY_WORDS.chart}</legend>
        {buckets.map((bucket, index) => (
          <ActivityBar
            key={bucket.key}
            {...{ bucket, max, showsHours, onChoose }}
            isChosen={bucket.key === chosen}
            isLast={index === buckets.length - 1}
            isStop={bucket.key === stop}
          />
        ))}
      </fieldset>
    </section>
  );
}
