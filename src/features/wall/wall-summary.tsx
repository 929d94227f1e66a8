import { useMemo } from 'react';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES } from '#domain/environment/tone.ts';
import { lettersEm } from '#domain/view/letters-em.ts';
import { summarize } from '#domain/view/summary.ts';
import { TONE_WORDS } from '#messages/qovery-terms.ts';
import { shownText, WORDS } from '#messages/wall.ts';
import { ARROW_UP, StrokeIcon, ZZZ } from '#ui/stroke-icon.tsx';
import { TONE_BAR, ToneIcon } from '#ui/tone-icon.tsx';
import { HOURGLASS, UNPLUGGED } from './wall-icons.ts';

/** Estimates the counts' width in ems: an icon, up to three digits, and a gap for each. */
const COUNT_EM = 4.2;
/** `lettersEm` measures heavier letters than those of the summary. */
const LIGHT = 0.9;
/**
 * Widths in ems, each with the class that hides the tones' names on a narrower screen. The summary must fit on one
 * line, because a second line would cost the tiles a row. The icons remain, and the tiles explain them.
 */
const FITS = [
  [50, 'sm:@max-[50em]:sr-only'],
  [60, 'sm:@max-[60em]:sr-only'],
  [70, 'sm:@max-[70em]:sr-only'],
  [80, 'sm:@max-[80em]:sr-only'],
  [90, 'sm:@max-[90em]:sr-only'],
  [100, 'sm:@max-[100em]:sr-only'],
] as const;
const NEVER_FITS = 'sm:@max-[115em]:sr-only';

const WORST_FIRST = TONES.toReversed();

type Props = { readonly environments: readonly BoardEnvironment[]; readonly shown: number };

/** Renders the counts of the whole board, which also explain the icons on small tiles. */
export function WallSummary({ environments, shown }: Props) {
  const { counts, tone, total, outOfDate, notReached, snoozed } = useMemo(
    () => summarize(environments),
    [environments],
  );
  const stuck = environments.filter(({ isStuck }) => isStuck === true).length;
  const present = WORST_FIRST.filter((shownTone) => counts[shownTone] > 0);
  const signs = (
    [
      [outOfDate, WORDS.outOfDate, ARROW_UP],
      [stuck, WORDS.stuck, HOURGLASS],
      [notReached, WORDS.notReached, UNPLUGGED],
      [snoozed, WORDS.snoozed, ZZZ],
    ] as const
  ).filter(([count]) => count > 0);
  const words = [
    ...present.map((shownTone) => TONE_WORDS[shownTone]),
    ...signs.map(([, word]) => word),
    ...(shown < total ? [shownText(shown, total)] : []),
  ];
  const needEm = words.reduce((sum, word) => sum + COUNT_EM + LIGHT * lettersEm(word), 0);
  const [, toneWord] = FITS.find(([em]) => em >= needEm) ?? [needEm, NEVER_FITS];
  return (
    <section aria-label={WORDS.summary} data-board-tone={tone} className="@container pt-[0.35em] pb-[0.4em]">
      <div className="flex h-[0.35em] gap-[0.15em]" aria-hidden="true">
        {present.map((shownTone) => (
          <span
            key={shownTone}
            className={`rounded-full ${TONE_BAR[shownTone]}`}
            style={{ flexGrow: counts[shownTone] }}
          />
        ))}
      </div>
      <ul
        translate="no"
        className="mt-[0.3em] flex flex-wrap items-center gap-x-[1em] whitespace-nowrap text-mute sm:flex-nowrap"
      >
        {present.map((shownTone) => (
          <li key={shownTone} className="flex items-center gap-[0.35em] [&>svg]:size-[1.1em]">
            <ToneIcon tone={shownTone} />
            <b className="font-semibold text-ink">{counts[shownTone]}</b>
            <span className={toneWord}>{` ${TONE_WORDS[shownTone]}`}</span>
          </li>
        ))}
        {signs.map(([count, word, path]) => (
          <li key={word} className="flex items-center gap-[0.35em]">
            <StrokeIcon path={path} className="size-[1.1em] text-warning" />
            <b className="font-semibold text-ink">{count}</b>
            <span>{` ${word}`}</span>
          </li>
        ))}
        {shown < total && <li className="ml-auto">{shownText(shown, total)}</li>}
      </ul>
    </section>
  );
}
