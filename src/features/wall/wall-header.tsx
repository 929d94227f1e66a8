import { useMemo } from 'react';
import { useHeldBackSound } from '#browser/alert-sound.ts';
import { useNow } from '#browser/use-now.ts';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { type OnWall, stopIndexOf } from '#domain/board/board-rotation.ts';
import { rotationStops } from '#domain/board/rotation-boards.ts';
import type { SavedBoards } from '#domain/board/saved-board.ts';
import { hasWall } from '#domain/board/share-link.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { DEMO_DATA } from '#messages/header.ts';
import { SOUND_WAITS } from '#messages/notifications.ts';
import { clockText } from '#messages/short-date-time.ts';
import { positionText, WORDS } from '#messages/wall.ts';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { useWallStatus } from './use-wall-status.ts';
import { WallSummary } from './wall-summary.tsx';

/** Matches the seconds of an ISO time: the clock does not show them, so they need not cause a render. */
const MINUTE = /:\d\d\.\d+Z$/;

/** Renders the time of day, and the date as well on paper. */
function Clock() {
  const timeFormat = useSettings();
  const printedAt = usePrintedAt();
  const time = useNow((now) => clockText(now, timeFormat));
  const minute = useNow((now) => new Date(now).toISOString().replace(MINUTE, 'Z'));
  return (
    <time translate="no" dateTime={minute}>
      {printedAt === undefined ? time : dateTimeText(printedAt, timeFormat.timeZone)}
    </time>
  );
}

/** Renders the board's position in the rotation; nothing without a rotation. */
function RotationPosition({ current, boards }: { readonly current: OnWall; readonly boards: SavedBoards }) {
  const stops = useMemo(() => rotationStops(boards), [boards]);
  const position = stopIndexOf(stops, current);
  if (current.board.rotateSeconds === undefined || stops.length < 2 || position < 0) return null;
  return (
    <span translate="no" className="text-mute">
      {positionText(position + 1, stops.length)}
    </span>
  );
}

/** Reports an ability that the browser withdrew from this screen, until it returns. */
function Lapses({ hasScreenLapsed }: { readonly hasScreenLapsed: boolean }) {
  const isSoundHeldBack = useHeldBackSound(useSettings().sounds);
  return (
    <p role="status" className="text-warning sm:whitespace-nowrap">
      {isSoundHeldBack && <span className="block">{SOUND_WAITS}</span>}
      {hasScreenLapsed && <span className="block">{WORDS.screenLapsed}</span>}
    </p>
  );
}

type Props = {
  readonly current: OnWall;
  readonly boards: SavedBoards;
  readonly shown: readonly BoardEnvironment[];
  readonly environments: readonly BoardEnvironment[];
  readonly isDemo: boolean;
  /** True when the browser has stopped keeping this screen on. */
  readonly hasScreenLapsed: boolean;
};

/** Renders the board's name, problems of the readings, the time, and the counts of the whole board. */
export function WallHeader({ current, boards, shown, environments, isDemo, hasScreenLapsed }: Props) {
  const { isLive, cause, next } = useWallStatus(environments);
  return (
    <header>
      <div className="-mx-[0.6em] flex min-h-[2.5em] flex-wrap items-center gap-x-[1em] border-line border-b bg-surface px-[0.6em] sm:flex-nowrap">
        <h1
          translate="no"
          className="max-w-[70%] flex-none truncate sm:max-w-[45%] py-[0.2em] font-semibold text-[1.33em] tracking-tight"
        >
          {current.board.name || WORDS.unnamed}
        </h1>
        {isDemo && <span className="flex-none rounded-md border border-line px-[0.4em] text-mute">{DEMO_DATA}</span>}
        <RotationPosition current={current} boards={boards} />
        {!hasWall(current.board) && <p className="min-w-0 text-mute">{WORDS.noWallHere}</p>}
        <p className="order-last flex min-w-0 grow basis-full items-center gap-[0.4em] text-warning leading-[1.15] sm:order-none sm:basis-0">
          {cause !== undefined && <ToneIcon tone="warning" />}
          <span className="sm:line-clamp-2">
            <b role="alert" className="font-semibold">
              {cause}
            </b>
            {/* The countdown changes each second: a page translator would make it flicker. */}
            <span translate="no">{next === undefined ? '' : ` ${next}`}</span>
          </span>
        </p>
        <Lapses hasScreenLapsed={hasScreenLapsed} />
        <span className="flex items-center gap-[0.5em] text-mute max-sm:ml-auto">
          {environments.length > 0 && (
            <>
              <span
                className={`size-[0.55em] rounded-full ${isLive ? 'bg-ok' : 'border-2 border-warning'}`}
                aria-hidden="true"
              />
              <span className="sr-only">{isLive ? WORDS.live : WORDS.notLive}</span>
            </>
          )}
          <Clock />
        </span>
      </div>
      {environments.length > 0 && <WallSummary environments={environments} shown={shown.length} />}
    </header>
  );
}
