import { useMemo } from 'react';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { TONES, type Tone } from '#domain/tone.ts';
import { summarize } from '#domain/view.ts';
import { ARROW_UP, StrokeIcon } from '#ui/stroke-icon.tsx';
import { TONE_WORDS } from '#ui/text.ts';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { HOURGLASS, UNPLUGGED, ZZZ } from './paths.ts';
import { shownText, WORDS } from './words.ts';

const BAR = {
  ok: 'bg-ok',
  idle: 'bg-idle',
  queued: 'bg-queued',
  busy: 'bg-busy',
  unknown: 'bg-unknown',
  warning: 'bg-warning',
  failing: 'bg-failing',
} as const satisfies Record<Tone, string>;

const WORST_FIRST = TONES.toReversed();

function Count({ count, word, path }: { readonly count: number; readonly word: string; readonly path: string }) {
  if (count === 0) return null;
  return (
    <li className="flex items-center gap-[0.35em]">
      <StrokeIcon path={path} className="size-[1.1em] text-warning" />
      <b className="font-semibold text-ink">{count}</b> {word}
    </li>
  );
}

type Props = { readonly watched: readonly WatchedEnvironment[]; readonly shown: number };

/** The whole board in figures, and the key to the signs on small tiles. */
export function WallSummary({ watched, shown }: Props) {
  const { counts, tone, total, outOfDate, notReached, snoozed } = useMemo(() => summarize(watched), [watched]);
  const stuck = watched.filter(({ isStuck }) => isStuck === true).length;
  const present = WORST_FIRST.filter((one) => counts[one] > 0);
  return (
    <section aria-label={WORDS.summary} data-board-tone={tone} className="pt-[0.35em] pb-[0.4em]">
      <div className="flex h-[0.35em] gap-[0.15em]" aria-hidden="true">
        {present.map((one) => (
          <span key={one} className={`rounded-full ${BAR[one]}`} style={{ flexGrow: counts[one] }} />
        ))}
      </div>
      <ul className="mt-[0.3em] flex flex-wrap items-center gap-x-[1em] text-mute">
        {present.map((one) => (
          <li key={one} className="flex items-center gap-[0.35em] [&>svg]:size-[1.1em]">
            <ToneIcon tone={one} />
            <b className="font-semibold text-ink">{counts[one]}</b> {TONE_WORDS[one]}
          </li>
        ))}
        <Count count={outOfDate} word={WORDS.outOfDate} path={ARROW_UP} />
        <Count count={stuck} word={WORDS.stuck} path={HOURGLASS} />
        <Count count={notReached} word={WORDS.notReached} path={UNPLUGGED} />
        <Count count={snoozed} word={WORDS.snoozed} path={ZZZ} />
        {shown < total && <li className="ml-auto">{shownText(shown, total)}</li>}
      </ul>
    </section>
  );
}
