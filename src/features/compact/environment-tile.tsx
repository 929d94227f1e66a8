import { memo } from 'react';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useCheckedClock, useRunningSince, useTimeAgo, useTimeText } from '#data/readings/use-reading-times.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { isInProgress } from '#domain/environment/tone.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import {
  aroundTime,
  deployedText,
  LONGER_THAN_USUAL,
  notReachedText,
  SNOOZED,
  startedText,
  stateAndConfiguration,
  TAKES_LONGER,
} from '#messages/compact.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { environmentLabel, projectPathText, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { failureText } from '#messages/failures.ts';
import { checkedText } from '#messages/relative-time.ts';
import { shortAgeText } from '#messages/short-date-time.ts';
import { ActionsButton } from '#ui/actions-button.tsx';
import { ClippedName } from '#ui/clipped-name.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { environmentAttributes } from '#ui/environment-attributes.ts';
import { TimeAgo } from '#ui/time-ago.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { ConfigurationMark } from './configuration-icon.tsx';

/** Renders the age of the last deployment, or the elapsed time of a running deployment. */
function Age({
  at,
  isRunning,
  isStuck,
}: {
  readonly at: number;
  readonly isRunning: boolean;
  readonly isStuck: boolean;
}) {
  const around = aroundTime(isRunning, useTimeText(at, isShownAsDate));
  return (
    <span className={`flex-none ${isStuck ? 'font-semibold text-warning' : ''}`}>
      {isStuck && <span className="sr-only">{LONGER_THAN_USUAL}</span>}
      <span className="sr-only">{around.before}</span>
      <TimeAgo {...useTimeAgo(at, shortAgeText)} />
      {around.after !== '' && <span className="sr-only">{around.after}</span>}
    </span>
  );
}

/** Repeats the meaning of the dashed border as text for screen readers. */
function NotFresh({ environment }: { readonly environment: BoardEnvironment }) {
  return <span ref={useCheckedClock(environment, checkedText).textRef} className="sr-only" />;
}

/** Returns the tooltip: the facts that do not fit on a tile, and why its reading is not fresh. */
function titleOf(environment: BoardEnvironment, startedAt: number | undefined, timeZone: string): string {
  const { id, info, status, tone, freshness, failure, unreachedSince, isStuck } = environment;
  const deployedAt = isInProgress(tone) ? undefined : status?.lastDeploymentAt;
  const parts = [
    nameOf(environment),
    info ? projectPathText(info) : id,
    stateAndConfiguration(currentStateText(environment), status?.configuration),
    startedAt !== undefined && startedText(dateTimeText(startedAt, timeZone)),
    isStuck && TAKES_LONGER,
    deployedAt !== undefined && deployedText(dateTimeText(deployedAt, timeZone)),
    freshness === 'unreachable' &&
      unreachedSince !== undefined &&
      notReachedText(dateTimeText(unreachedSince, timeZone)),
    failure && failureText(failure),
  ];
  return parts.filter((part) => typeof part === 'string').join('\n');
}

type Props = {
  readonly environment: BoardEnvironment;
  /**
   * The tile's index in its group from 0, the group's size, and its columns; set when only part of the tiles is
   * rendered.
   */
  readonly index: number | undefined;
  readonly count: number | undefined;
  readonly columns: number;
  /** False while the tile is empty; see `useTurn`. */
  readonly isTurn: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

function TileContent({ environment, onOpen, onMenu }: Pick<Props, 'environment' | 'onOpen' | 'onMenu'>) {
  const { id, info, status, tone, freshness, isStuck, isSnoozed } = environment;
  const name = nameOf(environment);
  const startedAt = useRunningSince(environment);
  const { timeZone } = useSettings();
  const at = isInProgress(tone) ? startedAt : status?.lastDeploymentAt;
  return (
    <>
      <span className="flex items-center gap-1">
        <button
          type="button"
          title={titleOf(environment, startedAt, timeZone)}
          onClick={() => onOpen(id)}
          aria-label={name}
          className="flex min-h-0 min-w-0 text-left font-semibold text-[13px] after:absolute after:inset-0 after:rounded-md hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-busy"
        >
          <ClippedName name={name} />
        </button>
        <span className="grow" />
        {status?.configuration !== undefined && (
          <ConfigurationMark configuration={status.configuration} isHealthy={tone === 'ok'} />
        )}
      </span>
      <span className="flex justify-between gap-1.5 text-mute">
        <span className="truncate">{info?.projectName || UNKNOWN_PROJECT}</span>
        {at !== undefined && <Age at={at} isRunning={startedAt !== undefined} isStuck={isStuck === true} />}
      </span>
      <span className="flex items-center gap-1 *:[svg]:size-3.5">
        <ToneIcon tone={tone} />
        <span className={`truncate ${TONE_TEXT[tone]}`}>{currentStateText(environment)}</span>
        {isSnoozed && <span className="ml-auto flex-none text-mute">{SNOOZED}</span>}
        {freshness !== 'fresh' && <NotFresh environment={environment} />}
      </span>
      <ActionsButton
        environment={environment}
        className="absolute right-px bottom-px h-[18px]! w-6! bg-inherit opacity-0 before:absolute before:inset-x-0 before:-top-2 before:bottom-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:inset-y-0 pointer-coarse:my-auto pointer-coarse:size-11! pointer-coarse:bg-transparent pointer-coarse:opacity-100"
        onMenu={onMenu}
      />
    </>
  );
}

/** Renders one environment in the smallest readable size. Re-renders only when a value that it shows has changed. */
export const EnvironmentTile = memo(function Tile({
  environment,
  index,
  count,
  columns,
  isTurn,
  onOpen,
  onMenu,
}: Props) {
  const { info, tone, freshness, isSnoozed } = environment;
  const isLoud = tone === 'failing' && !isSnoozed;
  const line = isLoud ? 'border-failing/40' : 'border-line';
  // Dashes in the usual border colour are too faint on such a small tile.
  const border = freshness === 'fresh' ? `border-solid ${line}` : 'border-dashed border-mute';
  const ground = isLoud ? 'bg-failing-soft' : 'bg-surface';
  return (
    <li
      aria-label={environmentLabel(nameOf(environment), info?.projectName, currentStateText(environment))}
      aria-busy={isTurn ? undefined : true}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={count}
      translate="no"
      {...environmentAttributes(environment)}
      style={
        index === undefined
          ? undefined
          : { gridRow: Math.floor(index / columns) + 1, gridColumn: (index % columns) + 1 }
      }
      className={`group relative flex h-14 flex-col justify-center rounded-md border px-1.5 text-xs leading-[17px] pointer-coarse:pr-11 ${border} ${ground}`}
    >
      {isTurn && <TileContent {...{ environment, onOpen, onMenu }} />}
    </li>
  );
});
