import { useLocalNow } from '#browser/use-now.ts';
import { useBoardProblems } from '#data/boards/use-board-problems.ts';
import { usePolling } from '#data/polling/use-polling.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import type { UrlProblems } from '#domain/board/board-url.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { isSignedOut, type PollingState } from '#domain/polling/polling-state.ts';
import { failuresOf, troubledSince } from '#domain/polling/source-health.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { failureText } from '#messages/failures.ts';
import { clockText } from '#messages/short-date-time.ts';
import { lateText, nextCheckText, nextTryText, sinceText, unreadableText, WORDS } from '#messages/wall.ts';

type WallStatus = {
  /** True when the tiles show the current states. */
  readonly isLive: boolean;
  /** Undefined when there is no problem. */
  readonly cause: string | undefined;
  /** The time of the next attempt. It changes each second, so screen readers do not announce it. */
  readonly next: string | undefined;
};

/** Returns the failure of the board's sources. */
const failedOf = ({ sources, health }: PollingState) =>
  failuresOf(
    sources.map(({ key }) => key),
    health,
  );

function causeOf(
  polling: PollingState,
  environments: readonly BoardEnvironment[],
  timeFormat: TimeFormat,
): string | undefined {
  const { phase, sources } = polling;
  if (phase === 'offline') return `${failureText({ kind: 'offline' })} ${WORDS.showingLastKnown}`;
  if (phase === 'ended') {
    const credential = isSignedOut(polling) ? 'session' : 'token';
    return `${failureText({ kind: 'unauthorized', credential })} ${WORDS.showingLastKnown}`;
  }
  if (phase === 'paused') return WORDS.paused;
  if (phase === 'hidden') return WORDS.pausedHidden;
  const failed = failedOf(polling);
  const [first] = failed;
  if (first) {
    const since = troubledSince(failed);
    const sinceSentence =
      since === undefined ? '' : ` ${sinceText(clockText(since, timeFormat), failed.length, sources.length)}`;
    return `${failureText(first.failure)}${sinceSentence}`;
  }
  if (environments.length > 0 && environments.every(({ status }) => status === undefined)) return WORDS.notChecked;
  // A tile without any reading shows that itself.
  const late = environments.filter(({ freshness, status }) => freshness === 'late' && status !== undefined).length;
  return late > 0 ? lateText(late) : undefined;
}

/** Returns the worst problem of the link or of the saved board. */
function worstProblem({ unreadablePins, cappedPins, isCut }: UrlProblems): string | undefined {
  const lost = unreadablePins + cappedPins;
  if (lost > 0) return unreadableText(lost);
  return isCut ? WORDS.cutLink : undefined;
}

/** Returns why the wall may be outdated, and the time of the next attempt. */
export function useWallStatus(environments: readonly BoardEnvironment[]): WallStatus {
  const polling = usePolling();
  const timeFormat = useSettings();
  const { phase, nextAt, sources } = polling;
  const wait = useLocalNow((now) =>
    nextAt === undefined ? undefined : Math.max(0, Math.round((nextAt - now) / 1_000)),
  );
  const { problems } = useBoardProblems();
  const cause = causeOf(polling, environments, timeFormat);
  if (cause === undefined) {
    const isLive = environments.some(({ freshness }) => freshness === 'fresh');
    // The wall has no notice to dismiss: it reports these problems while no failure is more severe.
    return { isLive, cause: worstProblem(problems), next: undefined };
  }
  if (phase === 'paused' || phase === 'hidden') return { isLive: false, cause, next: undefined };
  if (wait === undefined) return { isLive: false, cause, next: WORDS.trying };
  const isAll = phase !== 'live' || failedOf(polling).length === sources.length;
  return { isLive: false, cause, next: isAll ? nextTryText(wait) : nextCheckText(wait) };
}
