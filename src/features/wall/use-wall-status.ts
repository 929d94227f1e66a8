import { useLocalNow } from '#browser/use-now.ts';
import { useBoardUrl } from '#data/boards/use-board-url.ts';
import { usePolling } from '#data/polling/use-polling.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import type { AppConfig } from '#domain/app-config.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failuresOf, troubledSince } from '#domain/polling/source-health.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { failureText } from '#messages/failures.ts';
import { clockText } from '#messages/short-date-time.ts';
import { lateText, nextCheckText, nextTryText, sinceText, unreadableText, WORDS } from '#messages/wall.ts';

type WallStatus = {
  /** True when the tiles are what they seem. */
  readonly isLive: boolean;
  /** Undefined when there is nothing to say. */
  readonly cause: string | undefined;
  /** When it will be tried again, which ticks, so it is not said aloud. */
  readonly next: string | undefined;
};

type Access = AppConfig['auth'] | undefined;

/** Behind a gateway a refused request is this screen's own session: the gateway says when it is its token. */
const causeText = (failure: Failure, access: Access): string =>
  failure.kind === 'unauthorized' && access === 'gateway' ? WORDS.signIn : failureText(failure);

/** What failed of this board's sources. */
const failedOf = ({ sources, health }: PollingState) =>
  failuresOf(
    sources.map(({ key }) => key),
    health,
  );

type Screen = { readonly access: Access; readonly telling: TimeFormat };

function causeOf(
  polling: PollingState,
  environments: readonly BoardEnvironment[],
  { access, telling }: Screen,
): string | undefined {
  const { phase, sources } = polling;
  if (phase === 'offline') return `${failureText({ kind: 'offline' })} ${WORDS.keeping}`;
  if (phase === 'ended') return `${causeText({ kind: 'unauthorized' }, access)} ${WORDS.keeping}`;
  if (phase === 'paused') return WORDS.paused;
  if (phase === 'hidden') return WORDS.pausedHidden;
  const failed = failedOf(polling);
  const [first] = failed;
  if (first) {
    const since = troubledSince(failed);
    const told = since === undefined ? '' : ` ${sinceText(clockText(since, telling), failed.length, sources.length)}`;
    return `${causeText(first.failure, access)}${told}`;
  }
  if (environments.length > 0 && environments.every(({ status }) => status === undefined)) return WORDS.noReading;
  // A tile without any reading says so itself.
  const late = environments.filter(({ freshness, status }) => freshness === 'late' && status !== undefined).length;
  return late > 0 ? lateText(late) : undefined;
}

/** What keeps the wall from being true, and what happens next. */
export function useWallStatus(environments: readonly BoardEnvironment[], access: Access): WallStatus {
  const polling = usePolling();
  const telling = useSettings();
  const { phase, nextAt, sources } = polling;
  const wait = useLocalNow((now) =>
    nextAt === undefined ? undefined : Math.max(0, Math.round((nextAt - now) / 1_000)),
  );
  const { unreadablePins, cappedPins } = useBoardUrl().problems;
  const lost = unreadablePins + cappedPins;
  const trouble = causeOf(polling, environments, { access, telling });
  if (trouble === undefined) {
    const isLive = environments.some(({ freshness }) => freshness === 'fresh');
    // The wall has no notice to dismiss: what the link lost is said for as long as nothing worse is.
    return { isLive, cause: lost > 0 ? unreadableText(lost) : undefined, next: undefined };
  }
  if (phase === 'paused' || phase === 'hidden') return { isLive: false, cause: trouble, next: undefined };
  if (wait === undefined) return { isLive: false, cause: trouble, next: WORDS.trying };
  const isAll = phase !== 'live' || failedOf(polling).length === sources.length;
  return { isLive: false, cause: trouble, next: isAll ? nextTryText(wait) : nextCheckText(wait) };
}
