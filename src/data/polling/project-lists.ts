import { skewNow } from '#browser/server-now.ts';
import type { Readings } from '#data/session.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { MAX_AHEAD_MS } from '#domain/server-clock.ts';
import type { RequestQueue } from './request-queue.ts';

/**
 * Compares when a project listed its environments with when a board began to show them: a list that was requested earlier
 * does not prove that an environment is missing. Times are epoch milliseconds of this computer.
 */
export class ProjectLists {
  readonly #readings: Pick<Readings, 'members'>;
  readonly #queue: RequestQueue;
  /** Since when a board of this browser has shown each environment. */
  readonly #shownSince = new Map<string, number>();
  /** When the last answer of each project was requested. */
  readonly #listedAt = new Map<string, number>();

  constructor(readings: Pick<Readings, 'members'>, queue: RequestQueue) {
    this.#readings = readings;
    this.#queue = queue;
  }

  /** Replaces the environments that boards show. Makes a project due whose last answer lacks an added environment. */
  setShown(sources: readonly PollSource[], environmentIds: ReadonlySet<string>): void {
    const now = Date.now();
    for (const id of this.#shownSince.keys()) if (!environmentIds.has(id)) this.#shownSince.delete(id);
    for (const source of sources) {
      const added = source.environmentIds.filter((id) => !this.#shownSince.has(id));
      for (const id of added) this.#shownSince.set(id, now);
      if (added.some((id) => this.#isAbsent(source, id))) this.#queue.makeDue(source.key);
    }
  }

  /** Notes when the list in a project's answer was requested. */
  noteAnswer({ source, requestedAt }: StatusAnswer): void {
    if (source.kind !== 'project') return;
    const before = this.#listedAt.get(source.id) ?? 0;
    const at = requestedAt + skewNow().ms;
    // An older answer changes no list. A time in the future means that the clock was set back.
    if (at >= before || before > Date.now() + MAX_AHEAD_MS) this.#listedAt.set(source.id, at);
  }

  /** Makes a project due when a board added one of its environments while the request was in flight. */
  repeatIfOutdated(source: PollSource): void {
    const { requestedAt = 0 } = this.#queue.healthOf(source.key);
    const isOutdated = (id: string) => {
      const shownSince = this.#shownSince.get(id) ?? 0;
      // A time in the future means that the clock was set back.
      return shownSince > requestedAt && shownSince <= Date.now() && this.#isAbsent(source, id);
    };
    if (source.environmentIds.some(isOutdated)) this.#queue.makeDue(source.key);
  }

  /** Returns when a source's last answer was requested; undefined before the first answer. */
  requestedAtOf({ id, key }: PollSource): number | undefined {
    return this.#listedAt.get(id) ?? this.#queue.healthOf(key).observedAt;
  }

  /** True when the last answer of a project was requested after a board began to show the environment. */
  isListedSinceShown(projectId: string, environmentId: string): boolean {
    return (this.#listedAt.get(projectId) ?? 0) >= (this.#shownSince.get(environmentId) ?? Number.POSITIVE_INFINITY);
  }

  /** True when a project has answered without listing the environment. */
  #isAbsent({ kind, id }: PollSource, environmentId: string): boolean {
    const members = kind === 'project' ? this.#readings.members()[id] : undefined;
    return members !== undefined && members[environmentId] !== null;
  }
}
