import { TONES } from '#domain/environment/tone.ts';
import { type Filter, isFiltering, NO_FILTER } from '#domain/view/filter.ts';
import type { Summary } from '#domain/view/summary.ts';
import { figures } from '#messages/common.ts';
import { CLEAR_FILTERS } from '#messages/empty-states.ts';
import { SNOOZED } from '#messages/environment.ts';
import { TONE_WORDS } from '#messages/qovery-terms.ts';
import { OUT_OF_DATE, SUMMARY, shownText, summaryText } from '#messages/toolbar.ts';
import { ARROW_UP, CLOSE, StrokeIcon, ZZZ } from '#ui/stroke-icon.tsx';
import { TONE_BAR, ToneIcon } from '#ui/tone-icon.tsx';

const WORST_FIRST = TONES.toReversed();

type Props = {
  readonly summary: Summary;
  readonly filter: Filter;
  /** Number of environments that pass the filter. */
  readonly shown: number;
  readonly onChange: (part: Partial<Filter>) => void;
};

/** Renders the counts of the whole board; each count is a filter. */
export function SummaryBar({ summary, filter, shown, onChange }: Props) {
  const { tones, outOfDate, snoozed } = filter;
  const present = WORST_FIRST.filter((tone) => summary.counts[tone] > 0);
  const button =
    'flex items-center gap-1.5 rounded-md px-1.5 py-0.5 text-[13px] text-mute hover:bg-idle-soft aria-pressed:bg-idle-soft aria-pressed:text-ink';
  const cross = <StrokeIcon path={CLOSE} className="size-3" />;
  return (
    <section aria-label={SUMMARY} data-board-tone={summary.tone} className="pt-4">
      <div className="flex h-2 gap-[3px]" aria-hidden="true">
        {present.map((tone) => (
          // A minimum width keeps one among a thousand visible.
          <span
            key={tone}
            style={{ flexGrow: summary.counts[tone] }}
            className={`min-w-1 basis-0 rounded-[3px] ${TONE_BAR[tone]}`}
          />
        ))}
        {summary.snoozed > 0 && (
          <span style={{ flexGrow: summary.snoozed }} className="min-w-1 basis-0 rounded-[3px] bg-line" />
        )}
      </div>
      <div translate="no" className="mt-2 -ml-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 touch:gap-y-0">
        {present.map((tone) => (
          <button
            key={tone}
            type="button"
            className={button}
            aria-pressed={tones.includes(tone)}
            onClick={() =>
              onChange({ tones: tones.includes(tone) ? tones.filter((other) => other !== tone) : [...tones, tone] })
            }
          >
            <ToneIcon tone={tone} />
            <b className="font-semibold text-ink">{figures(summary.counts[tone])}</b>
            <span>{` ${TONE_WORDS[tone]}`}</span>
            {tones.includes(tone) && cross}
          </button>
        ))}
        {summary.outOfDate > 0 && (
          <button
            type="button"
            className={button}
            aria-pressed={outOfDate}
            onClick={() => onChange({ outOfDate: !outOfDate })}
          >
            <StrokeIcon path={ARROW_UP} className="size-[18px] text-warning" />
            <b className="font-semibold text-ink">{figures(summary.outOfDate)}</b>
            <span>{` ${OUT_OF_DATE}`}</span>
            {outOfDate && cross}
          </button>
        )}
        {summary.snoozed > 0 && (
          <button
            type="button"
            className={button}
            aria-pressed={snoozed}
            onClick={() => onChange({ snoozed: !snoozed })}
          >
            <StrokeIcon path={ZZZ} className="size-[18px]" />
            <b className="font-semibold text-ink">{figures(summary.snoozed)}</b>
            <span>{` ${SNOOZED}`}</span>
            {snoozed && cross}
          </button>
        )}
        <span className="grow" />
        {isFiltering(filter) && (
          <>
            <b className="ml-1.5 font-semibold text-[13px]">{shownText(shown, summary.total)}</b>
            <button type="button" className="text-[13px] text-mute underline" onClick={() => onChange(NO_FILTER)}>
              {CLEAR_FILTERS}
            </button>
          </>
        )}
        <p className="ml-1.5 text-[13px] text-mute">{summaryText(summary)}</p>
      </div>
    </section>
  );
}
