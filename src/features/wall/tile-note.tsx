import { useAsked } from '#data/api-context.tsx';
import { momentText, useAge, useAgo, useLastHeard } from '#data/use-moments.ts';
import { useNow } from '#data/use-now.ts';
import { runningSince } from '#domain/deployment.ts';
import { isDenial } from '#domain/failure.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { durationText } from '#domain/time.ts';
import { isInProgress } from '#domain/tone.ts';
import { failureText } from '#ui/failure-text.ts';
import { heardText } from '#ui/text.ts';
import { TimeAgo } from '#ui/time-ago.tsx';
import { NotReachedMark, StuckMark } from './tile-marks.tsx';
import { startedText, stuckText, WORDS } from './words.ts';

type Props = {
  readonly watched: WatchedEnvironment;
  readonly isFilled: boolean;
  /** An age alone, such as `3 m`: its sign stands beside it. */
  readonly isShort: boolean;
};

/** How old what the tile says is, when it is not fresh; else when the last deployment was, or how long one runs. */
export function TileNote({ watched, isFilled, isShort }: Props) {
  const { freshness, status, tone, failure } = watched;
  const loud = isFilled ? 'font-medium' : 'font-medium text-warning';
  if (freshness !== 'fresh') {
    const denial = failure && isDenial(failure) && !isShort ? failureText(failure) : undefined;
    return (
      <>
        {isShort && freshness === 'unreachable' && <NotReachedMark isFilled={isFilled} isShort />}
        <span className={loud} title={denial}>
          {denial ?? <Unheard watched={watched} isShort={isShort} />}
        </span>
      </>
    );
  }
  if (isInProgress(tone)) return <Running watched={watched} isShort={isShort} loud={loud} />;
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

function Unheard({ watched, isShort }: { readonly watched: WatchedEnvironment; readonly isShort: boolean }) {
  const { kind, age } = useLastHeard(watched);
  // A tile without any reading says so as its state.
  if (kind === 'never') return null;
  return isShort ? (age ?? '—') : heardText(kind, age);
}

function Deployed({ at, isShort }: { readonly at: number; readonly isShort: boolean }) {
  const ago = useAgo(at);
  const age = useAge(at);
  return (
    <TimeAgo at={at} title={momentText(at)}>
      {isShort ? age : ago}
    </TimeAgo>
  );
}

type RunningProps = { readonly watched: WatchedEnvironment; readonly isShort: boolean; readonly loud: string };

function Running({ watched, isShort, loud }: RunningProps) {
  const { book } = useAsked();
  const { id, status, history, isStuck, tone } = watched;
  const since = runningSince(status, history, book.momentsOf(id)?.transitions);
  const long = useNow((now) => (since === undefined ? undefined : durationText(Math.max(0, now - since) / 1_000)));
  const age = useAge(since ?? 0);
  const unknown = tone === 'queued' ? WORDS.waiting : WORDS.inProgress;
  if (isShort) {
    return (
      <>
        {isStuck && <StuckMark isFilled={false} isShort />}
        <span className={isStuck ? loud : 'text-mute'}>{since === undefined ? '' : age}</span>
      </>
    );
  }
  if (isStuck) return <span className={loud}>{stuckText(since === undefined ? undefined : age)}</span>;
  return <span className="text-mute">{long === undefined ? unknown : startedText(long)}</span>;
}
