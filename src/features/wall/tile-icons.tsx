import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { WORDS } from '#messages/wall.ts';
import { ARROW_UP, StrokeIcon, ZZZ } from '#ui/stroke-icon.tsx';
import { HOURGLASS, UNPLUGGED } from './wall-icons.ts';

type PillProps = {
  readonly path: string;
  readonly word: string;
  readonly isDense: boolean;
  readonly colours: string;
};

/** Renders an icon with its word. On small tiles only screen readers get the word; the summary explains the icon. */
function Pill({ path, word, isDense, colours }: PillProps) {
  return isDense ? (
    <span
      data-chip
      title={word}
      className={`grid size-[1.2em] flex-none place-items-center self-center rounded-full ${colours}`}
    >
      <StrokeIcon path={path} className="size-[0.9em]" />
      <span className="sr-only">{word}</span>
    </span>
  ) : (
    <span
      data-chip
      className={`inline-flex flex-none items-center gap-[0.35em] whitespace-nowrap rounded-full pr-[0.6em] pl-[0.45em] font-semibold leading-[1.5] ${colours}`}
    >
      <StrokeIcon path={path} className="size-[0.9em]" />
      <span>{word}</span>
    </span>
  );
}

type MarkProps = { readonly isFilled: boolean; readonly isDense: boolean };

const loud = (isFilled: boolean): string => (isFilled ? 'bg-black/35 text-white' : 'bg-warning-soft text-warning');

/**
 * A dense tile shows this sign; other tiles show the words in their note. The tile of a deployment in progress is never
 * filled.
 */
export function StuckMark() {
  return <Pill path={HOURGLASS} word={WORDS.stuck} isDense colours={loud(false)} />;
}

/** A dense tile shows this sign; other tiles show the words in their note. */
export function NotReachedMark({ isFilled }: Pick<MarkProps, 'isFilled'>) {
  return <Pill path={UNPLUGGED} word={WORDS.notReached} isDense colours={loud(isFilled)} />;
}

/** Renders an environment's conditions besides its state. */
export function Marks({ environment, ...look }: MarkProps & { readonly environment: BoardEnvironment }) {
  const { status, isSnoozed } = environment;
  return (
    <>
      {status?.configuration === 'OUT_OF_DATE' && (
        <Pill path={ARROW_UP} word={WORDS.outOfDate} isDense={look.isDense} colours={loud(look.isFilled)} />
      )}
      {isSnoozed && <Pill path={ZZZ} word={WORDS.snoozed} isDense={look.isDense} colours="bg-idle-soft text-mute" />}
    </>
  );
}
