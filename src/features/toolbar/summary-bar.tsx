import type { ReactNode } from 'react';
import { TONES } from '#domain/environment/tone.ts';
import { toggle } from '#domain/toggle.ts';
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

type CountProps = {
  readonly icon: ReactNode;
  readonly count: number;
  readonly word: string;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
};

/** Renders one count as a button that filters by it. Without environments it renders nothing. */
function Count({ icon, count, word, isChosen, onToggle }: CountProps) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="flex items-center gap-1.5 rounded-md px-1.5 py-0.5 text-[13px] text-mute hover:bg-idle-soft aria-pressed:bg-idle-soft aria-pressed:text-ink"
      aria-pressed={isChosen}
      onClick={onToggle}
    >
      {icon}
      <b className="font-semibold text-ink">{figures(count)}</b>
      <span>{` ${word}`}</span>
      {isChosen && <StrokeIcon path={CLOSE} className="size-3" />}
    </button>
  );
}

/** Renders the counts of the whole board; each count is a filter. */
export function SummaryBar({ summary, filter, shown, onChange }: Props) {
  const { tones, outOfDate, snoozed } = filter;
  const present = WORST_FIRST.filter((tone) => summary.counts[tone] > 0);
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
          <Count
            key={tone}
            icon={<ToneIcon tone={tone} />}
            count={summary.counts[tone]}
            word={TONE_WORDS[tone]}
            isChosen={tones.includes(tone)}
            onToggle={() => onChange({ tones: toggle(tones, tone) })}
          />
        ))}
        <Count
          icon={<StrokeIcon path={ARROW_UP} className="size-[18px] text-warning" />}
          count={summary.outOfDate}
          word={OUT_OF_DATE}
          isChosen={outOfDate}
          onToggle={() => onChange({ outOfDate: !outOfDate })}
        />
        <Count
          icon={<StrokeIcon path={ZZZ} className="size-[18px]" />}
          count={summary.snoozed}
          word={SNOOZED}
          isChosen={snoozed}
          onToggle={() => onChange({ snoozed: !snoozed })}
        />
        <span className="grow" />
        {isFiltering(filter) && (
          <>
            <b className="ml-1.5 font-semibold text-[13px]">{shownText(shown, summary.total)}</b>
            {/* The toolbar, with its filter field, is not printed. */}
            {filter.query !== '' && <q className="hidden print:block">{filter.query}</q>}
            <button
              type="button"
              data-clears
              className="text-[13px] text-mute underline"
              onClick={() => onChange(NO_FILTER)}
            >
              {CLEAR_FILTERS}
            </button>
          </>
        )}
        <p className="ml-1.5 text-[13px] text-mute">{summaryText(summary)}</p>
      </div>
    </section>
  );
}
