import type { ApiClient } from '#api/api-client.ts';
import { serverNow } from '#browser/server-now.ts';
import { endChangedSnoozes } from '#data/preferences/snoozes.ts';
import type { Readings } from '#data/session.ts';
import { createEmitter } from '#domain/emitter.ts';
import { mergeStatuses, type Statuses } from '#domain/environment/merge-statuses.ts';
import { type Observation, observe, type Transition } from '#domain/environment/observation.ts';
import type { Members } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { MAX_AHEAD_MS, TOLERANCE_MS } from '#domain/server-clock.ts';
import type { SnoozedReading } from '#domain/view/snooze.ts';
import { openReadingsFile, type ReadingsFile, readingsGeneration } from './persisted-readings.ts';
import { StoredLists } from './stored-lists.ts';

/** Thousands of readings are two megabytes, so the store persists them once a minute, and when the page is hidden. */
const PERSIST_EVERY_MS = 60_000;
/** The same in milliseconds while answers only confirm what is persisted: a page after a crash then shows older ages. */
const CONFIRM_EVERY_MS = 300_000;
const MAX_ON_SCREEN = 100;
const NO_TRANSITIONS: readonly Transition[] = [];

/** Holds the readings of one API, merges answers, and persists them in local storage. */
export class ReadingStore implements Readings {
  readonly #emitter = createEmitter();
  readonly #source: string;
  readonly #file: ReadingsFile;
  readonly #generation = readingsGeneration();
  #observations: Map<string, Observation>;
  #statuses: Statuses;
  /** The number of `#statuses`: counting thousands for each answer would be slow. */
  #count: number;
  readonly #lists = new StoredLists();
  /** Ids of the environments on open boards, by poller: their readings are persisted at any age. */
  readonly #shownIds = new Map<string, ReadonlySet<string>>();
  /** Statuses that are not in `#statuses` yet: copying thousands for each answer of a batch would be slow. */
  readonly #pending = new Map<string, EnvironmentStatus>();
  #notifyTimer: ReturnType<typeof setTimeout> | undefined;
  /** Runs while the store holds readings that are not persisted. */
  #persistTimer: ReturnType<typeof setTimeout> | undefined;
  /** Epoch milliseconds at which the timer fires. */
  #persistAt = 0;
  /** True when a status or a list has changed since it was persisted. */
  #hasNews = false;

  /** `before` is the store of the page's last session. Its readings stay, unless a token was removed since. */
  constructor(api: ApiClient, before?: ReadingStore) {
    this.#source = api.source;
    this.#file = openReadingsFile(api.source);
    const { statuses, observations, projects } = this.#file.read();
    this.#observations = new Map(observations);
    this.#lists.restore(projects);
    this.#statuses = statuses;
    if (before && before.#source === api.source && before.#generation === this.#generation) {
      for (const [id, observation] of before.#observations) this.#observations.set(id, observation);
      this.#statuses = { ...statuses, ...before.statuses() };
    }
    this.#count = Object.keys(this.#statuses).length;
  }

  readonly subscribe = this.#emitter.subscribe;

  readonly observationOf = (environmentId: string): Observation | undefined => this.#observations.get(environmentId);

  readonly transitionsOf = (environmentId: string): readonly Transition[] =>
    this.#observations.get(environmentId)?.transitions ?? NO_TRANSITIONS;

  /** The environments of each polled project, by project id. The same object until an environment is added or removed. */
  readonly members = (): Readonly<Record<string, Members>> => this.#lists.members;

  readonly statusOf = (environmentId: string): EnvironmentStatus | undefined =>
    this.#pending.get(environmentId) ?? this.#statuses[environmentId];

  /** The part of an environment's reading that a snooze silences; undefined before the first reading. */
  readonly snoozedReadingOf = (environmentId: string): SnoozedReading | undefined => {
    const status = this.statusOf(environmentId);
    const observation = this.#observations.get(environmentId);
    if (!status || !observation) return undefined;
    return { state: status.state, deploymentId: status.lastDeploymentId, heardAt: observation.observedAt };
  };

  /**
   * Returns the milliseconds of a batch: 0 for the first answer, 100 for those that fill a large screen, then 400: each render
   * compares all environments, and the page requests the ones on the screen first.
   */
  readonly batchMs = (): number => (this.#count === 0 ? 0 : this.#count < MAX_ON_SCREEN ? 100 : 400);

  /** The last status of each environment, by id. The same object until a status changes. */
  readonly statuses = (): Statuses => {
    if (this.#pending.size > 0) {
      this.#statuses = { ...this.#statuses, ...Object.fromEntries(this.#pending) };
      this.#count = Object.keys(this.#statuses).length;
      this.#pending.clear();
    }
    return this.#statuses;
  };

  readonly #notify = (): void => {
    this.#notifyTimer = undefined;
    this.#emitter.notify();
  };

  /** Returns when the present reading was requested. A time in the future, after the clock was set back, counts as 0. */
  readonly #requestedAtOf = (id: string): number => {
    const requestedAt = this.#observations.get(id)?.requestedAt ?? 0;
    return requestedAt > serverNow() + MAX_AHEAD_MS ? 0 : requestedAt;
  };

  /** Merges an answer, and notifies the listeners in a batch when a status has changed. */
  apply({ source, statuses, presentIds, requestedAt, observedAt, via }: StatusAnswer): void {
    const before: Statuses = Object.fromEntries(
      statuses.flatMap(({ id }) => {
        const status = this.statusOf(id);
        return status ? [[id, status]] : [];
      }),
    );
    const after = mergeStatuses(before, statuses, requestedAt, this.#requestedAtOf);
    const news = statuses.filter(({ id }) => requestedAt >= this.#requestedAtOf(id));
    for (const status of news) {
      const { id } = status;
      this.#observations.set(
        id,
        observe(this.#observations.get(id), before[id], status, { requestedAt, observedAt, via }),
      );
    }
    // A cache repeats the present reading: its times stay, and the card shows that a cache answered.
    for (const { id } of via ? statuses : []) {
      const present = this.#observations.get(id);
      const isRepeated =
        present && present.requestedAt > requestedAt && observedAt >= present.requestedAt - TOLERANCE_MS;
      if (isRepeated) this.#observations.set(id, { ...present, via });
    }
    endChangedSnoozes(news, observedAt);
    const { members } = this.#lists;
    if (source.kind === 'project') {
      this.#lists.apply(source.id, presentIds, { requestedAt, observedAt });
    }
    this.#hasNews ||= after !== before || members !== this.#lists.members;
    if (after !== before) {
      for (const status of Object.values(after)) this.#pending.set(status.id, status);
      this.#notifyTimer ??= setTimeout(this.#notify, this.batchMs());
    }
  }

  /** Merges the newer readings that another tab has persisted since the last read or write of this tab. */
  restoreNewer(): void {
    const stored = this.#generation === readingsGeneration() ? this.#file.readNews() : undefined;
    if (!stored) return;
    for (const [id, observation] of stored.observations) {
      const status = stored.statuses[id];
      if (!status || observation.observedAt <= (this.#observations.get(id)?.observedAt ?? Number.NEGATIVE_INFINITY))
        continue;
      this.#observations.set(id, observation);
      this.#pending.set(id, status);
    }
    this.#lists.restore(stored.projects);
    this.statuses();
  }

  /**
   * Persists the readings within a minute, or within five when they only confirm the persisted ones. Only the leader calls
   * it: the readings of followers may be older.
   */
  persistLater(): void {
    const waitMs = this.#hasNews ? PERSIST_EVERY_MS : CONFIRM_EVERY_MS;
    const at = Date.now() + waitMs;
    if (this.#persistTimer !== undefined && this.#persistAt <= at) return;
    clearTimeout(this.#persistTimer);
    this.#persistAt = at;
    this.#persistTimer = setTimeout(this.#write, waitMs);
  }

  /** Replaces the ids of the environments on open boards that `poller` polls: each token has a poller of its own. */
  readonly setShownIds = (poller: string, environmentIds: ReadonlySet<string>): void => {
    this.#shownIds.set(poller, environmentIds);
  };

  /** Removes an environment that no longer exists from the lists, and persists that. */
  hideMissing(environmentId: string): void {
    this.#lists.remove(environmentId);
    this.#write();
  }

  /** Persists now if `persistLater` is pending. A page that closes is hidden too, so both events call it. */
  readonly persist = (): void => {
    if (this.#persistTimer !== undefined) this.#write();
  };

  readonly #write = (): void => {
    clearTimeout(this.#persistTimer);
    this.#persistTimer = undefined;
    this.#hasNews = false;
    const readings = { statuses: this.statuses(), observations: this.#observations, projects: this.#lists.toPersist() };
    this.#file.write(readings, {
      begun: this.#generation,
      shownIds: new Set([...this.#shownIds.values()].flatMap((ids) => [...ids])),
      now: serverNow(),
    });
  };
}
