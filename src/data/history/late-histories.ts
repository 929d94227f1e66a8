import type { Poller, Readings } from '#data/session.ts';
import { type HistoryRequest, historyRequestOf } from '#domain/environment/deployment-history.ts';
import { type KeepOptions, keepHistories } from './kept-histories.ts';

/** Milliseconds between two checks of the leader for environments on the boards of other tabs. */
const FOLLOWER_CHECK_MS = 10_000;

/** Returns the requests for the environments on the boards of other tabs that are not among `own`. */
export type FollowerRequests = (own: readonly HistoryRequest[]) => readonly HistoryRequest[];

type Options = KeepOptions & {
  readonly poller: Pick<Poller, 'tabs'>;
  readonly readings: Pick<Readings, 'statusOf'>;
  /** Requests the histories of all tabs. */
  readonly requestAll: () => void;
  /** Called once the histories of an earlier page are restored, or cannot be read. */
  readonly release: () => void;
};

/** Starts the parts of a session's histories that a board does not need in its first seconds, until `signal` is aborted. */
export function startLateHistories({ poller, requestAll, release, ...keeping }: Options): FollowerRequests {
  const { readings, signal } = keeping;
  void keepHistories(keeping).then(release);
  const timer = setInterval(requestAll, FOLLOWER_CHECK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return (own) => {
    const others = poller.tabs.followerEnvironments().filter((id) => readings.statusOf(id) !== undefined);
    if (others.length === 0) return [];
    const ownIds = new Set(own.map(({ id }) => id));
    return [...new Set(others)]
      .filter((id) => !ownIds.has(id))
      .map((id) => historyRequestOf(id, readings.statusOf(id)));
  };
}
