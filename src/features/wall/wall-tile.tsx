import { memo } from 'react';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { isDenial } from '#domain/environment/failure.ts';
import type { Summary } from '#domain/view/summary.ts';
import type { WallForm } from '#domain/view/wall-forms.ts';
import { environmentLabel, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { failureText } from '#messages/failures.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { moreText, restText } from '#messages/wall.ts';
import { ClippedName } from '#ui/clipped-name.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { environmentAttributes } from '#ui/environment-attributes.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { Marks } from './tile-icons.tsx';
import { TileNote } from './tile-note.tsx';

/**
 * Complete class names, because Tailwind cannot see composed names. The sizes match `FORMS` in `domain/view/wall-
 * forms.ts`.
 */
const LOOK = {
  tall: {
    tile: 'rounded-[0.8em] p-[1.1em]',
    name: 'shrink-0 text-[1.9em]',
    state: 'text-[1.65em]',
  },
  short: {
    tile: 'rounded-[0.6em] px-[0.8em] py-[0.6em]',
    name: 'shrink-0 text-[1.5em]',
    state: 'text-[1.5em]',
  },
  narrow: {
    tile: 'rounded-[0.6em] px-[0.8em] py-[0.6em]',
    name: 'shrink-0 text-[1.5em]',
    state: 'text-[1.25em]',
  },
  dense: { tile: 'rounded-[0.4em] px-[0.4em] py-[0.25em]', name: '', state: '' },
} as const satisfies Record<WallForm, Readonly<Record<string, string>>>;

const FILLED =
  'border-failing bg-failing text-white [--surface:var(--failing)] dark:border-[oklch(60%_0.19_25)] dark:bg-[oklch(48%_0.17_25)] dark:[--surface:oklch(48%_0.17_25)]';
const PLAIN = 'border-line bg-surface';
/** An inset outline, so that a tile keeps its size when its environment becomes unreachable. */
const DASHED = 'outline-2 -outline-offset-3 outline-dashed';

/** True for a failing environment that is not snoozed: its tile is filled, and larger where there is room. */
export const isFilled = ({ tone, isSnoozed }: BoardEnvironment): boolean => tone === 'failing' && isSnoozed !== true;

type Props = {
  readonly environment: BoardEnvironment;
  readonly form: WallForm;
  /** The CSS `grid-area`; undefined where the browser places the tile. A text, so that the memo compares it by value. */
  readonly area?: string;
  /** Size of the smallest text in CSS pixels; that of the grid by default. */
  readonly typePx?: number;
};

/** Renders one environment, legible from afar. Re-renders only when a value that it shows has changed. */
export const WallTile = memo(function WallTile({ environment, form, area, typePx }: Props) {
  const { info, tone, freshness, failure } = environment;
  const name = nameOf(environment);
  const filled = isFilled(environment);
  const quiet = filled ? '' : 'text-mute';
  const isDense = form === 'dense';
  const word = currentStateText(environment);
  // A two-line tile has no line for the reason of a missing reading.
  const denial = isDense && failure && isDenial(failure) ? failureText(failure) : undefined;
  const mode = info?.mode ? ` · ${modeText(info.mode)}` : '';
  const where = denial ?? `${info?.projectName || UNKNOWN_PROJECT}${mode}`;
  const look = LOOK[form];
  const dashed = freshness === 'fresh' ? '' : `${DASHED} ${filled ? 'outline-white/80' : 'outline-warning/70'}`;
  const title = (
    <h2 title={name} className={`flex min-w-0 font-semibold tracking-tight ${look.name}`}>
      <ClippedName name={name} />
    </h2>
  );
  const projectName = (
    <div title={where} className={`shrink-0 truncate ${isDense ? '' : 'leading-[1.35]'} ${quiet}`}>
      {where}
    </div>
  );
  const state = (
    <div
      className={`flex min-w-0 items-center gap-[0.3em] [&>svg]:size-[1.2em] ${look.state} ${filled ? '[&>svg]:text-white' : ''}`}
    >
      <ToneIcon tone={tone} />
      <strong title={word} className={`truncate font-semibold ${filled ? '' : TONE_TEXT[tone]}`}>
        {word}
      </strong>
    </div>
  );
  const note = <TileNote environment={environment} isFilled={filled} isDense={isDense} />;
  const marks = <Marks environment={environment} isFilled={filled} isDense={isDense} />;
  return (
    <article
      aria-label={environmentLabel(name, info?.projectName, word)}
      translate="no"
      {...environmentAttributes(environment)}
      style={{ gridArea: area, fontSize: typePx }}
      className={`flex min-w-0 flex-col overflow-hidden border leading-[1.2] ${look.tile} ${filled ? FILLED : PLAIN} ${dashed}`}
    >
      {isDense ? (
        <div className="my-auto">
          <div className="flex items-baseline gap-[0.5em]">
            {title}
            <div className="min-w-0 flex-1">{projectName}</div>
            <span className="flex flex-none items-baseline gap-[0.3em] whitespace-nowrap">{note}</span>
          </div>
          <div className="flex items-center gap-[0.35em]">
            {state}
            {marks}
          </div>
        </div>
      ) : (
        <>
          {title}
          {projectName}
          <div className="mt-auto shrink-0 pt-[0.2em]">{state}</div>
          <div className="mt-[0.2em] flex min-h-[1.6em] min-w-0 shrink-0 items-center gap-[0.5em]">
            {marks}
            <span className="min-w-0 truncate">{note}</span>
          </div>
        </>
      )}
    </article>
  );
});

type RestProps = {
  readonly summary: Summary;
  readonly form: WallForm;
  /** The CSS `grid-area` of all free cells in the last row. */
  readonly area: string;
};

/** Counts the environments without a tile of their own, and the failing environments among them. */
export function RestTile({ summary, form, area }: RestProps) {
  const look = LOOK[form];
  const isFailing = summary.counts.failing > 0;
  return (
    <section
      translate="no"
      aria-label={`${moreText(summary.total)}: ${restText(summary)}`}
      style={{ gridArea: area }}
      className={`flex min-w-0 flex-col justify-center overflow-hidden border ${look.tile} ${isFailing ? FILLED : PLAIN}`}
    >
      <p className={`truncate font-semibold leading-[1.2] ${look.name}`}>{moreText(summary.total)}</p>
      <p className="truncate font-semibold leading-[1.2]">{restText(summary)}</p>
    </section>
  );
}
