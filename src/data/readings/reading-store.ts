import type { ApiClient } from '#api/api-client.ts';
import { serverNow } from '#browser/server-now.ts';
import { endChangedSnoozes } from '#data/preferences/snoozes.ts';
import type { Readings } from '#data/session.ts';
import { mergeAnswer, type Statuses } from '#domain/environment/merge-statuses.ts';
import { type Moments, momentsAfter, type Transition } from '#domain/environment/observation.ts';
import { type Members, membersAfter } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { TOLERANCE_MS } from '#domain/server-clock.ts';
import type { SnoozedReading } from '#domain/view/snooze.ts';
import { type Listed, openReadingsFile, type ReadingsFile, readingsEra } from './persisted-readings.ts';

/** Thousands of readings are two megabytes. Whoever leaves the page has them written at once. */
const KEEP_EVERY_MS = 60_000;
const NO_TRANSITIONS: readonly Transition[] = [];

/** The readings of one API: statuses, and when each was received. They are kept in this browser's storage. */
export class ReadingBook implements Readings {
  readonly #listeners = new Set<() => void>();
  readonly #source: string;
  readonly #file: ReadingsFile;
  readonly #begun = readingsEra();
  #moments: Map<string, Moments>;
  #statuses: Statuses;
  /** How many they are: asked for with every answer. */
  #count: number;
  #members: Readonly<Record<string, Members>> = {};
  /** When each project's members were requested; epoch milliseconds, server time. */
  readonly #listedAt = new Map<string, number>();
  /** Environments of the boards that are open: their readings are stored, however old. */
  readonly #wanted = new Map<string, ReadonlySet<string>>();
  /** Statuses that `#statuses` lacks: an object of thousands is not copied for each answer of many that come together. */
  readonly #news = new Map<string, EnvironmentStatus>();
  #newsTimer: ReturnType<typeof setTimeout> | undefined;
  /** Runs while something is known that is not written down. */
  #keepTimer: ReturnType<typeof setTimeout> | undefined;

  /** `before` is the store of the page's session until now: its readings stay when tokens come or go, and no token left. */
  constructor(api: ApiClient, before?: ReadingBook) {
    this.#source = api.source;
    this.#file = openReadingsFile(api.source);
    const { statuses, moments, projects } = this.#file.read();
    this.#moments = new Map(moments);
    this.#takeInProjects(projects);
    this.#statuses = statuses;
    if (before && before.#source === api.source && before.#begun === this.#begun) {
      for (const [id, of] of before.#moments) this.#moments.set(id, of);
      this.#statuses = { ...statuses, ...before.statuses() };
    }
    this.#count = Object.keys(this.#statuses).length;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly momentsOf = (environmentId: string): Moments | undefined => this.#moments.get(environmentId);

  readonly transitionsOf = (environmentId: string): readonly Transition[] =>
    this.#moments.get(environmentId)?.transitions ?? NO_TRANSITIONS;

  /** What pinned projects were last heard to hold. The same object until something comes or goes. */
  readonly members = (): Readonly<Record<string, Members>> => this.#members;

  readonly statusOf = (environmentId: string): EnvironmentStatus | undefined =>
    this.#news.get(environmentId) ?? this.#statuses[environmentId];

  /** The part of an environment's reading that a snooze silences; undefined before the first reading. */
  readonly snoozedReadingOf = (environmentId: string): SnoozedReading | undefined => {
    const status = this.statusOf(environmentId);
    const moments = this.#moments.get(environmentId);
    if (!status || !moments) return undefined;
    return { state: status.state, deploymentId: status.lastDeploymentId, heardAt: moments.heardAt };
  };

  /**
   * Answers that come within so many milliseconds are painted together: the more there is to look through, the longer.
   * The very first is painted at once.
   */
  readonly gatherMs = (): number => (this.#count === 0 ? 0 : Math.min(Math.max(this.#count / 4, 100), 500));

  /** The last status of every environment. The same object until one changes. */
  readonly statuses = (): Statuses => {
    if (this.#news.size > 0) {
      this.#statuses = { ...this.#statuses, ...Object.fromEntries(this.#news) };
      this.#count = Object.keys(this.#statuses).length;
      this.#news.clear();
    }
    return this.#statuses;
  };

  readonly #notify = (): void => {
    this.#newsTimer = undefined;
    for (const listener of this.#listeners) listener();
  };

  /** When the present reading was asked for. One from the future is of a clock that was set back since: any replaces it. */
  readonly #askedAtOf = (id: string): number => {
    const askedAt = this.#moments.get(id)?.askedAt ?? 0;
    return askedAt > serverNow() ? 0 : askedAt;
  };

  accept({ source, statuses, presentIds, askedAt, heardAt, via }: StatusAnswer): void {
    const before: Statuses = Object.fromEntries(
      statuses.flatMap(({ id }) => {
        const status = this.statusOf(id);
        return status ? [[id, status]] : [];
      }),
    );
    const after = mergeAnswer(before, statuses, askedAt, this.#askedAtOf);
    const news = statuses.filter(({ id }) => askedAt >= this.#askedAtOf(id));
    for (const status of news) {
      const { id } = status;
      this.#moments.set(id, momentsAfter(this.#moments.get(id), before[id], status, { askedAt, heardAt, via }));
    }
    // The present reading once more, out of a cache: it is as old as it was, and the card says where it comes from.
    for (const { id } of via ? statuses : []) {
      const known = this.#moments.get(id);
      const isPresent = known && known.askedAt > askedAt && heardAt >= known.askedAt - TOLERANCE_MS;
      if (isPresent) this.#moments.set(id, { ...known, via });
    }
    endChangedSnoozes(news, heardAt);
    if (source.kind === 'project') {
      this.#list(source.id, presentIds, { askedAt, heardAt });
    }
    if (after !== before) {
      for (const status of Object.values(after)) this.#news.set(status.id, status);
      this.#newsTimer ??= setTimeout(this.#notify, this.gatherMs());
    }
  }

  /** An older list never replaces a newer one. */
  #list(
    projectId: string,
    presentIds: readonly string[],
    { askedAt, heardAt }: Pick<StatusAnswer, 'askedAt' | 'heardAt'>,
  ) {
    const listedAt = this.#listedAt.get(projectId) ?? 0;
    if (askedAt < listedAt && listedAt <= serverNow()) return;
    this.#listedAt.set(projectId, askedAt);
    const members = membersAfter(this.#members[projectId], presentIds, heardAt);
    if (members !== this.#members[projectId]) this.#members = { ...this.#members, [projectId]: members };
  }

  #takeInProjects(projects: Readonly<Record<string, Listed>>): void {
    for (const [projectId, { askedAt, members }] of Object.entries(projects)) {
      if (askedAt < (this.#listedAt.get(projectId) ?? 0)) continue;
      this.#listedAt.set(projectId, askedAt);
      this.#members = { ...this.#members, [projectId]: members };
    }
  }

  /** Takes in what another tab has stored since this one last read or wrote: newer readings only. */
  takeInKept(): void {
    const stored = this.#begun === readingsEra() ? this.#file.readNews() : undefined;
    if (!stored) return;
    for (const [id, moments] of stored.moments) {
      const status = stored.statuses[id];
      if (!status || moments.heardAt <= (this.#moments.get(id)?.heardAt ?? Number.NEGATIVE_INFINITY)) continue;
      this.#moments.set(id, moments);
      this.#news.set(id, status);
    }
    this.#takeInProjects(stored.projects);
    this.statuses();
  }

  /** Has the readings stored within a minute. For the tab that polls: the others' readings may be older. */
  keepSoon(): void {
    this.#keepTimer ??= setTimeout(this.#write, KEEP_EVERY_MS);
  }

  /** `poller` tells apart the pollers of several tokens. */
  readonly setWanted = (poller: string, environmentIds: ReadonlySet<string>): void => {
    this.#wanted.set(poller, environmentIds);
  };

  /** Leaves a vanished environment out from now on. */
  dismiss(environmentId: string): void {
    this.#members = Object.fromEntries(
      Object.entries(this.#members).map(([project, { [environmentId]: _, ...rest }]) => [project, rest]),
    );
    this.#write();
  }

  /** Writes down what is not written yet. A page that goes is hidden as well, and says both. */
  readonly keep = (): void => {
    if (this.#keepTimer !== undefined) this.#write();
  };

  readonly #write = (): void => {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    const projects = Object.fromEntries(
      Object.entries(this.#members).map(([id, members]) => [id, { askedAt: this.#listedAt.get(id) ?? 0, members }]),
    );
    const readings = { statuses: this.statuses(), moments: this.#moments, projects };
    this.#file.write(readings, {
      begun: this.#begun,
      wanted: new Set([...this.#wanted.values()].flatMap((ids) => [...ids])),
      now: serverNow(),
    });
  };
}
