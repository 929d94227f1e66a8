import type { ApiClient } from '#api/api-client.ts';
import { serverNow } from '#browser/server-now.ts';
import { endChangedSnoozes } from '#data/preferences/snoozes.ts';
import type { Readings } from '#data/session.ts';
import { createEmitter } from '#domain/emitter.ts';
import { mergeStatuses, type Statuses } from '#domain/environment/merge-statuses.ts';
import { type Observation, observe, type Transition } from '#domain/environment/observation.ts';
import { type Members, membersAfter } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { TOLERANCE_MS } from '#domain/server-clock.ts';
import type { SnoozedReading } from '#domain/view/snooze.ts';
import { openReadingsFile, type ProjectList, type ReadingsFile, readingsGeneration } from './persisted-readings.ts';

/** Thousands of readings are two megabytes. Whoever leaves the page has them written at once. */
const PERSIST_EVERY_MS = 60_000;
const NO_TRANSITIONS: readonly Transition[] = [];

/** The readings of one API: statuses, and when each was received. They are kept in this browser's storage. */
export class ReadingStore implements Readings {
  readonly #emitter = createEmitter();
  readonly #source: string;
  readonly #file: ReadingsFile;
  readonly #generation = readingsGeneration();
  #observations: Map<string, Observation>;
  #statuses: Statuses;
  /** How many they are: asked for with every answer. */
  #count: number;
  #members: Readonly<Record<string, Members>> = {};
  /** When each project's members were requested; epoch milliseconds, server time. */
  readonly #listedAt = new Map<string, number>();
  /** Environments of the boards that are open: their readings are stored, however old. */
  readonly #wanted = new Map<string, ReadonlySet<string>>();
  /** Statuses that `#statuses` lacks: an object of thousands is not copied for each answer of many that come together. */
  readonly #pending = new Map<string, EnvironmentStatus>();
  #notifyTimer: ReturnType<typeof setTimeout> | undefined;
  /** Runs while something is known that is not written down. */
  #persistTimer: ReturnType<typeof setTimeout> | undefined;

  /** `before` is the store of the page's session until now: its readings stay when tokens come or go, and no token left. */
  constructor(api: ApiClient, before?: ReadingStore) {
    this.#source = api.source;
    this.#file = openReadingsFile(api.source);
    const { statuses, observations, projects } = this.#file.read();
    this.#observations = new Map(observations);
    this.#restoreProjects(projects);
    this.#statuses = statuses;
    if (before && before.#source === api.source && before.#generation === this.#generation) {
      for (const [id, of] of before.#observations) this.#observations.set(id, of);
      this.#statuses = { ...statuses, ...before.statuses() };
    }
    this.#count = Object.keys(this.#statuses).length;
  }

  readonly subscribe = this.#emitter.subscribe;

  readonly observationOf = (environmentId: string): Observation | undefined => this.#observations.get(environmentId);

  readonly transitionsOf = (environmentId: string): readonly Transition[] =>
    this.#observations.get(environmentId)?.transitions ?? NO_TRANSITIONS;

  /** What pinned projects were last heard to hold. The same object until something comes or goes. */
  readonly members = (): Readonly<Record<string, Members>> => this.#members;

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
   * Answers that come within so many milliseconds are painted together: the more there is to look through, the longer.
   * The very first is painted at once.
   */
  readonly batchMs = (): number => (this.#count === 0 ? 0 : Math.min(Math.max(this.#count / 4, 100), 500));

  /** The last status of every environment. The same object until one changes. */
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

  /** When the present reading was asked for. One from the future is of a clock that was set back since: any replaces it. */
  readonly #requestedAtOf = (id: string): number => {
    const askedAt = this.#observations.get(id)?.requestedAt ?? 0;
    return askedAt > serverNow() ? 0 : askedAt;
  };

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
    // The present reading once more, out of a cache: it is as old as it was, and the card says where it comes from.
    for (const { id } of via ? statuses : []) {
      const known = this.#observations.get(id);
      const isPresent = known && known.requestedAt > requestedAt && observedAt >= known.requestedAt - TOLERANCE_MS;
      if (isPresent) this.#observations.set(id, { ...known, via });
    }
    endChangedSnoozes(news, observedAt);
    if (source.kind === 'project') {
      this.#applyList(source.id, presentIds, { requestedAt, observedAt });
    }
    if (after !== before) {
      for (const status of Object.values(after)) this.#pending.set(status.id, status);
      this.#notifyTimer ??= setTimeout(this.#notify, this.batchMs());
    }
  }

  /** An older list never replaces a newer one. */
  #applyList(
    projectId: string,
    presentIds: readonly string[],
    { requestedAt, observedAt }: Pick<StatusAnswer, 'requestedAt' | 'observedAt'>,
  ) {
    const listedAt = this.#listedAt.get(projectId) ?? 0;
    if (requestedAt < listedAt && listedAt <= serverNow()) return;
    this.#listedAt.set(projectId, requestedAt);
    const members = membersAfter(this.#members[projectId], presentIds, observedAt);
    if (members !== this.#members[projectId]) this.#members = { ...this.#members, [projectId]: members };
  }

  #restoreProjects(projects: Readonly<Record<string, ProjectList>>): void {
    for (const [projectId, { askedAt, members }] of Object.entries(projects)) {
      if (askedAt < (this.#listedAt.get(projectId) ?? 0)) continue;
      this.#listedAt.set(projectId, askedAt);
      this.#members = { ...this.#members, [projectId]: members };
    }
  }

  /** Takes in what another tab has stored since this one last read or wrote: newer readings only. */
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
    this.#restoreProjects(stored.projects);
    this.statuses();
  }

  /** Has the readings stored within a minute. For the tab that polls: the others' readings may be older. */
  persistLater(): void {
    this.#persistTimer ??= setTimeout(this.#write, PERSIST_EVERY_MS);
  }

  /** `poller` tells apart the pollers of several tokens. */
  readonly setWanted = (poller: string, environmentIds: ReadonlySet<string>): void => {
    this.#wanted.set(poller, environmentIds);
  };

  /** Leaves a vanished environment out from now on. */
  hideMissing(environmentId: string): void {
    this.#members = Object.fromEntries(
      Object.entries(this.#members).map(([project, { [environmentId]: _, ...rest }]) => [project, rest]),
    );
    this.#write();
  }

  /** Writes down what is not written yet. A page that goes is hidden as well, and says both. */
  readonly persist = (): void => {
    if (this.#persistTimer !== undefined) this.#write();
  };

  readonly #write = (): void => {
    clearTimeout(this.#persistTimer);
    this.#persistTimer = undefined;
    const projects = Object.fromEntries(
      Object.entries(this.#members).map(([id, members]) => [id, { askedAt: this.#listedAt.get(id) ?? 0, members }]),
    );
    const readings = { statuses: this.statuses(), observations: this.#observations, projects };
    this.#file.write(readings, {
      begun: this.#generation,
      wanted: new Set([...this.#wanted.values()].flatMap((ids) => [...ids])),
      now: serverNow(),
    });
  };
}
