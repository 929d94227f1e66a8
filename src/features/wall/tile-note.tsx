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
  readonly isShort: boolean;
};

/**
 * Returns the reading's age when it is not fresh; otherwise the age of the last deployment, or a running deployment's
 * elapsed time.
 */
export function TileNote({ environment, isFilled, isShort }: Props) {
  const { freshness, status, tone, failure } = environment;
  const loud = isFilled ? 'font-medium' : 'font-medium text-warning';
  if (freshness !== 'fresh') {
    const denial = failure && isDenial(failure) && !isShort ? failureText(failure) : undefined;
    return (
      <>
        {isShort && freshness === 'unreachable' && <NotReachedMark isFilled={isFilled} />}
        <span className={loud} title={denial}>
          {denial === undefined ? <Unheard environment={environment} isShort={isShort} /> : denial}
        </span>
      </>
    );
  }
  if (isInProgress(tone)) return <Running environment={environment} isShort={isShort} loud={loud} />;
  const quiet = isFilled ? '' : 'text-mute';
  if (status?.lastDeploymentAt === undefined) {
    return (
      <span className={quiet}>
        {status?.configuration === 'NEVER_DEPLOYED' && !isShort ? WORDS.neverDeployed : '—'}
      </span>
    );
  }
  return (
    <span className={quiet}>
      <Deployed at={status.lastDeploymentAt} isShort={isShort} />
    </span>
  );
}

const shortCheckedText: typeof checkedText = ({ at }, now, timeFormat) =>
  at === undefined ? '—' : shortAgeText(at, now, timeFormat);

function Unheard({ environment, isShort }: { readonly environment: BoardEnvironment; readonly isShort: boolean }) {
  const { kind, textRef } = useCheckedClock(environment, isShort ? shortCheckedText : checkedText);
  // A tile without a reading reports this as its state.
  return kind === 'never' ? null : <span ref={textRef} />;
}

function Deployed({ at, isShort }: { readonly at: number; readonly isShort: boolean }) {
  return <TimeAgo {...useTimeAgo(at, isShort ? shortAgeText : shortWhenText)} />;
}

type RunningProps = { readonly environment: BoardEnvironment; readonly isShort: boolean; readonly loud: string };

function Running({ environment, isShort, loud }: RunningProps) {
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
  const unknown = tone === 'queued' ? WORDS.waiting : WORDS.inProgress;
  if (isShort) {
    return (
      <>
        {isStuck && <StuckMark />}
        <span className={isStuck ? loud : 'text-mute'}>{age}</span>
      </>
    );
  }
  if (isStuck) return <span className={loud}>{stuckText(age)}</span>;
  return <span className="text-mute">{started ?? unknown}</span>;
}
