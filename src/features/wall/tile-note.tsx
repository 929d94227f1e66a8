import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useCheckedClock, useTimeAgo } from '#data/readings/use-reading-times.ts';
import { useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { runningSince } from '#domain/environment/deployment.ts';
import { isDenial } from '#domain/environment/failure.ts';
import { isInProgress } from '#domain/environment/tone.ts';
import { isAhead, isShownAsDate } from '#domain/shown-time.ts';
import { failureText } from '#messages/failures.ts';
import { checkedText, durationText, shortAge } from '#messages/relative-time.ts';
import { shortAgeText, shortWhenText } from '#messages/short-date-time.ts';
import { startedAgoText, startedText, stuckText, WORDS } from '#messages/wall.ts';
import { TimeAgo } from '#ui/time-ago.tsx';
import { NotReachedMark, StuckMark } from './tile-icons.tsx';

type Props = {
  readonly environment: BoardEnvironment;
  readonly isFilled: boolean;
  /** A bare age, such as `3 m`, beside its icon. */
  readonly isDense: boolean;
};

/**
 * Returns the reading's age when it is not fresh; otherwise the age of the last deployment, or a running deployment's
 * elapsed time.
 */
export function TileNote({ environment, isFilled, isDense }: Props) {
  const { freshness, status, tone, failure } = environment;
  const loud = isFilled ? 'font-medium' : 'font-medium text-warning';
  if (freshness !== 'fresh') {
    const denial = failure && isDenial(failure) && !isDense ? failureText(failure) : undefined;
    return (
      <>
        {isDense && freshness === 'unreachable' && <NotReachedMark isFilled={isFilled} />}
        <span className={loud} title={denial}>
          {denial === undefined ? <Unheard environment={environment} isDense={isDense} /> : denial}
        </span>
      </>
    );
  }
  if (isInProgress(tone)) return <Running environment={environment} isDense={isDense} loud={loud} />;
  const quiet = isFilled ? '' : 'text-mute';
  if (status?.lastDeploymentAt === undefined) {
    return (
      <span className={quiet}>
        {status?.configuration === 'NEVER_DEPLOYED' && !isDense ? WORDS.neverDeployed : '—'}
      </span>
    );
  }
  return (
    <span className={quiet}>
      <Deployed at={status.lastDeploymentAt} isDense={isDense} />
    </span>
  );
}

const shortCheckedText: typeof checkedText = ({ at }, now, timeFormat) =>
  at === undefined ? '—' : shortAgeText(at, now, timeFormat);

function Unheard({ environment, isDense }: { readonly environment: BoardEnvironment; readonly isDense: boolean }) {
  const { kind, textRef } = useCheckedClock(environment, isDense ? shortCheckedText : checkedText);
  // A tile without a reading reports this as its state.
  return kind === 'never' || kind === 'refused' ? null : <span ref={textRef} />;
}

function Deployed({ at, isDense }: { readonly at: number; readonly isDense: boolean }) {
  return <TimeAgo {...useTimeAgo(at, isDense ? shortAgeText : shortWhenText)} />;
}

type RunningProps = { readonly environment: BoardEnvironment; readonly isDense: boolean; readonly loud: string };

function Running({ environment, isDense, loud }: RunningProps) {
  const { readings } = useSession();
  const { id, status, history, isStuck, tone } = environment;
  const since = runningSince(status, history, readings.observationOf(id)?.transitions);
  const timeFormat = useSettings();
  const started = useNow((now) => {
    if (since === undefined) return undefined;
    if (isShownAsDate(since, now, timeFormat)) return startedText(shortAgeText(since, now, timeFormat));
    return startedAgoText(durationText(Math.max(0, now - since) / 1_000));
  });
  const age = useNow((now) => {
    if (since === undefined) return undefined;
    return isAhead(since, now) ? shortAgeText(since, now, timeFormat) : shortAge(now - since);
  });
  if (isDense) {
    return (
      <>
        {isStuck && <StuckMark />}
        <span className={isStuck ? loud : 'text-mute'}>{age}</span>
      </>
    );
  }
  if (isStuck) return <span className={loud}>{stuckText(age)}</span>;
  return <span className="text-mute">{tone === 'queued' ? WORDS.waiting : (started ?? WORDS.inProgress)}</span>;
}
