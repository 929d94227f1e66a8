import { TONES, type Tone } from '#domain/tone.ts';
import type { Summary } from '#domain/view.ts';
import { ARROW_UP, StrokeIcon } from '#ui/stroke-icon.tsx';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { plural } from '#ui/words/plural.ts';
import { TONE_WORDS } from '#ui/words/qovery.ts';

const BAR = {
  ok: 'fill-ok',
  idle: 'fill-idle',
  queued: 'fill-queued',
  busy: 'fill-busy',
  unknown: 'fill-unknown',
  warning: 'fill-warning',
  failing: 'fill-failing',
} as const satisfies Record<Tone, string>;

const WORST_FIRST = TONES.toReversed();

function sentence({ total, counts, notReached, outOfDate }: Summary): string {
  const open = total - counts.ok - counts.idle;
  if (counts.unknown === total) return 'No reading yet.';
  const parts = [
    counts.failing > 0 && `${counts.failing} of ${total} failing`,
    notReached > 0 && `${notReached} not reached`,
    open === 0 &&
      notReached === 0 &&
      outOfDate > 0 &&
      `${plural(total, 'environment')} settled, ${outOfDate} out of date`,
    open === 0 &&
      notReached === 0 &&
      outOfDate === 0 &&
      `All good: ${plural(total, 'environment')}, none failing or out of date`,
    counts.failing === 0 && notReached === 0 && open > 0 && 'None failing',
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}

type Props = {
  readonly summary: Summary;
  readonly tones: readonly Tone[];
  readonly outOfDate: boolean;
  readonly onTones: (tones: readonly Tone[]) => void;
  readonly onOutOfDate: (outOfDate: boolean) => void;
};

/** The whole board in figures; each count is a filter. */
export function SummaryBar({ summary, tones, outOfDate, onTones, onOutOfDate }: Props) {
  const present = WORST_FIRST.filter((tone) => summary.counts[tone] > 0);
  const before = (index: number) => present.slice(0, index).reduce((sum, tone) => sum + summary.counts[tone], 0);
  const button =
    'flex items-center gap-1.5 rounded-md px-1.5 py-0.5 text-[13px] text-mute hover:bg-idle-soft aria-pressed:bg-idle-soft aria-pressed:text-ink';
  return (
    <section aria-label="Summary" data-board-tone={summary.tone} className="pt-4">
      <svg
        viewBox={`0 0 ${Math.max(1, summary.total)} 1`}
        preserveAspectRatio="none"
        className="block h-2 w-full rounded"
        aria-hidden="true"
      >
        {present.map((tone, index) => (
          <rect key={tone} x={before(index)} width={summary.counts[tone]} height="1" className={BAR[tone]} />
        ))}
      </svg>
      <div className="mt-2 -ml-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 touch:gap-y-0">
        {present.map((tone) => (
          <button
            key={tone}
            type="button"
            className={button}
            aria-pressed={tones.includes(tone)}
            onClick={() => onTones(tones.includes(tone) ? tones.filter((one) => one !== tone) : [...tones, tone])}
          >
            <ToneIcon tone={tone} />
            <b className="font-semibold text-ink">{summary.counts[tone]}</b> {TONE_WORDS[tone]}
          </button>
        ))}
        {summary.outOfDate > 0 && (
          <button type="button" className={button} aria-pressed={outOfDate} onClick={() => onOutOfDate(!outOfDate)}>
            <StrokeIcon path={ARROW_UP} className="size-[18px] text-warning" />
            <b className="font-semibold text-ink">{summary.outOfDate}</b> Out of date
          </button>
        )}
        <span className="grow" />
        <p className="ml-1.5 text-[13px] text-mute">{sentence(summary)}</p>
      </div>
    </section>
  );
}
