import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { historyQuery, shortHistoryOf } from '#data/history/history-queries.ts';
import { fetchedEvents, subscribeToEvents } from '#data/polling/feed-events.ts';
import type { Poller, Readings } from '#data/session.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Coverage } from '#domain/activity/coverage.ts';
import { eventEntries } from '#domain/activity/event-entries.ts';
import { deploymentsOf, historyEntries } from '#domain/activity/history-entries.ts';
import { mergeEntries } from '#domain/activity/merge-entries.ts';
import { observedEntries } from '#domain/activity/observed-entries.ts';
import { createEmitter } from '#domain/emitter.ts';
import { type BoardEnvironment, isUnknown } from '#domain/environment/board-environment.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { historyRequestOf } from '#domain/environment/deployment-history.ts';
import type { Transition } from '#domain/environment/observation.ts';
import { groupBy } from '#domain/group-by.ts';
import { isShallowEqual } from '#domain/is-shallow-equal.ts';
import type { FeedEvent } from '#domain/polling/change-feed.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { type SpareWait, withPolling } from '#domain/polling/spare-wait.ts';
import type { ActivitySnapshot, KnownActivity } from './activity-snapshot.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { coverageOfResponse, DETAILED_HISTORIES, subscribeToHistories } from './detailed-history-query.ts';

/** The parts of a session that a log uses. */
export type LogSession = {
  readonly api: ApiClient;
  readonly perHour: () => number;
  readonly poller: Pick<Poller, 'plannedPerHour'> & {
    readonly getSnapshot: () => Pick<PollingState, 'phase' | 'isHourSpent' | 'nextAt'>;
  };
  readonly readings: Pick<Readings, 'subscribe' | 'statusOf' | 'transitionsOf'>;
};

/** The inputs from which the entries of an environment were merged. */
type Inputs = {
  readonly history: readonly Deployment[] | undefined;
  readonly short: readonly Deployment[] | undefined;
  readonly transitions: readonly Transition[];
  readonly events: readonly ActivityEntry[] | undefined;
};

type Followed = Pick<BoardEnvironment, 'id' | 'status' | 'failure'>;

const NOTIFY_MS = 250;
const NO_ENTRIES: readonly ActivityEntry[] = [];

/** The history of an environment that was never deployed is empty, and costs no request. */
const isRequested = (followed: Followed): boolean =>
  followed.status?.configuration !== 'NEVER_DEPLOYED' && !isUnknown(followed);

/** Merges the deployments in histories, change feed and this browser's observations, and persists them. */
export class ActivityLog {
  readonly #client: QueryClient;
  readonly #session: LogSession;
  readonly #fetcher: HistoryFetcher;
  readonly #archive: ArchiveWriter;
  readonly #emitter = createEmitter();
  readonly #inputs = new Map<string, Inputs>();
  readonly #entries = new Map<string, readonly ActivityEntry[]>();
  readonly #coverages = new Map<string, Coverage>();
  #requested: readonly Followed[] = [];
  #events: readonly FeedEvent[] = [];
  #eventEntries: ReadonlyMap<string, readonly ActivityEntry[]> = new Map();
  #snapshot: ActivitySnapshot = { byEnvironment: new Map(), isReady: false, isKept: true };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient, session: LogSession) {
    const { api, poller, perHour } = session;
    this.#client = client;
    this.#session = session;
    this.#archive = new ArchiveWriter(api.source, () => this.#update());
    this.#fetcher = new HistoryFetcher({
      client,
      api,
      perHour,
      plannedPerHour: poller.plannedPerHour,
      // Each tab requests for its own page: the leader may show another.
      canRequest: () => poller.getSnapshot().phase === 'live',
      onFetched: this.#noteResponse,
      isOfPage: true,
      queries: DETAILED_HISTORIES,
    });
  }

  readonly subscribe = this.#emitter.subscribe;

  /** Returns why the due histories are not requested at `now`. */
  readonly waitAt = (now: number): SpareWait =>
    withPolling(this.#fetcher.waitAt(now), this.#session.poller.getSnapshot(), now);

  readonly getSnapshot = (): ActivitySnapshot => this.#snapshot;

  /** Replaces the environments whose activity is followed, the most urgent first. */
  readonly request = (environments: readonly Followed[]): void => {
    this.#requested = environments;
    if (this.#archive.isRead) this.#fetch();
    this.#updateLater();
  };

  /** Follows the activity until the returned function is called. */
  readonly start = (): (() => void) => {
    const { readings } = this.#session;
    const stops = [
      this.#fetcher.subscribe(this.#updateLater),
      readings.subscribe(this.#updateLater),
      subscribeToEvents(this.#updateLater),
      subscribeToHistories(this.#client, this.#session.api, this.#updateLater),
      this.#fetcher.start(),
    ];
    void this.#restore();
    return () => {
      for (const stop of stops) stop();
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#archive.flush();
    };
  };

  async #restore(): Promise<void> {
    const stored = await this.#archive.read();
    for (const coverage of stored?.coverages ?? []) this.#coverages.set(coverage.environmentId, coverage);
    for (const [id, list] of groupBy(stored?.entries ?? [], ({ environmentId }) => environmentId)) {
      const entries = mergeEntries([...(this.#entries.get(id) ?? []), ...list]);
      this.#entries.set(id, entries);
      // An environment without coverage is requested: other pages observed it, and no response contained its history.
      if (this.#coverages.has(id)) this.#fetcher.receive(id, deploymentsOf(entries));
    }
    this.#fetch();
    this.#update();
  }

  #fetch(): void {
    const deployed = this.#requested.filter((followed) => followed.status !== undefined && isRequested(followed));
    this.#fetcher.request(deployed.map(({ id, status }) => historyRequestOf(id, status)));
  }

  readonly #noteResponse = (id: string, history: readonly Deployment[]): void => {
    const { api } = this.#session;
    this.#coverages.set(id, coverageOfResponse({ id, history, before: this.#coverages.get(id) }));
    // A card shows the last of them, so it needs no request of its own.
    this.#client.setQueryData(historyQuery(api, id).queryKey, shortHistoryOf(history));
  };

  readonly #updateLater = (): void => {
    this.#timer ??= setTimeout(this.#update, NOTIFY_MS);
  };

  readonly #update = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { api } = this.#session;
    const events = fetchedEvents(api.source);
    if (events !== this.#events) {
      this.#events = events;
      this.#eventEntries = eventEntries(events);
    }
    const byEnvironment = new Map(this.#requested.map((one) => [one.id, this.#activityOf(one)] as const));
    const changed = this.#archive.isRead ? [...byEnvironment].filter(([id]) => this.#inputs.get(id)) : [];
    this.#archive.writeLater(changed.map(([id, activity]) => ({ ...activity, id })));
    this.#snapshot = { byEnvironment, isReady: this.#archive.isRead, isKept: this.#archive.isKept };
    this.#emitter.notify();
  };

  #activityOf(followed: Followed): KnownActivity {
    const { api } = this.#session;
    const { id } = followed;
    const entries = this.#merge(id);
    const coverage = this.#coverages.get(id);
    const failure = this.#client.getQueryState(DETAILED_HISTORIES.queryOf(api, id).queryKey)?.error?.failure;
    const before = this.#snapshot.byEnvironment.get(id);
    const after = { entries, coverage, failure, isRequested: isRequested(followed) };
    return isShallowEqual(before, after) ? before : after;
  }

  /** Returns the same entries until a source adds one. */
  #merge(id: string): readonly ActivityEntry[] {
    const { api, readings } = this.#session;
    const history = this.#fetcher.historyOf(id, readings.statusOf(id));
    // The card's history shows the last deployments while the long one waits. It gives no coverage, as it lacks services.
    const short = history ? undefined : this.#client.getQueryData(historyQuery(api, id).queryKey);
    const inputs = { history, short, transitions: readings.transitionsOf(id), events: this.#eventEntries.get(id) };
    const before = this.#inputs.get(id);
    const entries = this.#entries.get(id) ?? NO_ENTRIES;
    if (isShallowEqual(before, inputs)) return entries;
    this.#inputs.set(id, inputs);
    const merged = mergeEntries([
      ...entries,
      ...historyEntries(id, history ?? short ?? []),
      ...(inputs.events ?? []),
      ...observedEntries(id, inputs.transitions),
    ]);
    this.#entries.set(id, merged);
    return merged;
  }
}
