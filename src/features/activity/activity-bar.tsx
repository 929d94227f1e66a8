import { noonOfDay } from '#domain/activity/calendar.ts';
import { type Bucket, totalOf } from '#domain/activity/filter-entries.ts';
import { ACTIVITY_WORDS, barText, dayOfMonthText, dayText, hourText, shortDayText } from '#messages/activity.ts';
import { figures } from '#messages/common.ts';
import { ToneIcon } from '#ui/tone-icon.tsx';

type Props = {
  readonly bucket: Bucket;
  readonly showsHours: boolean;
  readonly onChoose: (key: string | undefined) => void;
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

/** Shown when no deployment of the bar is known. */
const UNKNOWN_MARK = '?';
/** Shown when the bar may have more deployments. */
const AT_LEAST_MARK = '+';

/** Narrow windows have no room for the plus sign beside the number. */
const hidesSign = (showsHours: boolean): string => (showsHours ? 'max-xl:hidden' : 'max-sm:hidden');

/** The highest bar leaves room for the gaps between its parts, in percent. */
const FULL_PERCENT = 88;

/** Heights of the parts of a bar, in percent. A single failure stays visible. */
function Column({ bucket: { counts, isComplete }, max }: { readonly bucket: Bucket; readonly max: number }) {
  const height = (count: number, least: number) => ({ height: `${Math.max(least, (FULL_PERCENT * count) / max)}%` });
  const rest = counts.well + counts.running + counts.other;
  return (
    <span className="mt-1 flex h-11 w-3.5 max-w-full flex-col justify-end gap-0.5 sm:h-16 sm:w-9">
      {/* A dashed frame fills the rest of a bar that may have more. */}
      {!isComplete && <i className="block min-h-1 flex-1 rounded-[2px] border border-mute border-dashed" />}
      {counts.failed > 0 && <i className="block flex-none rounded-[2px] bg-failing" style={height(counts.failed, 6)} />}
      {counts.cancelled > 0 && (
        <i className="block flex-none rounded-[2px] border-[1.5px] border-idle" style={height(counts.cancelled, 8)} />
      )}
      {rest > 0 && <i className="block flex-none rounded-[2px] bg-ok opacity-80" style={height(rest, 4)} />}
    </span>
  );
}

/** Renders the bar of a day or an hour: its counts, its deployments by result, and its name. */
export function ActivityBar({ bucket, max, isChosen, isLast, isStop, showsHours, onChoose }: Props) {
  const { key, counts, isComplete } = bucket;
  const { full, short, narrow } = namesOf(bucket, showsHours, isLast);
  const text = barText(full, counts, isComplete);
  const count = totalOf(counts);
  // A phone has no room for the names of 24 hours.
  const isLabelled = !showsHours || Number(narrow) % 3 === 0;
  const isUnknown = !isComplete && count === 0;
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
        <span className={isUnknown ? '' : showsHours ? 'max-lg:hidden' : 'max-sm:hidden'}>
          <span>{isUnknown ? UNKNOWN_MARK : figures(count)}</span>
          {!isComplete && !isUnknown && <span className={hidesSign(showsHours)}>{AT_LEAST_MARK}</span>}
        </span>
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
        <span className={`lg:hidden ${isLabelled ? '' : 'max-sm:invisible'}`}>{narrow}</span>
      </span>
    </button>
  );
}
