import { toServerTime } from '#browser/server-now.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { feedAnswered } from '#domain/polling/organization-feed.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { FeedOptions } from './feed-options.ts';

/** An answer: its request time, in epoch milliseconds of the server, and all its statuses. */
type Polled = { readonly at: number; readonly statuses: readonly EnvironmentStatus[] };

/** The last answer of each source to this tab, for comparison with the change feed. */
export class PolledAnswers {
  readonly #options: Pick<FeedOptions, 'queue' | 'readings'>;
  readonly #polled = new Map<string, Polled>();

  constructor(options: Pick<FeedOptions, 'queue' | 'readings'>) {
    this.#options = options;
  }

  /** True once a poll of each of these sources was answered or failed. */
  hasAll(sources: readonly PollSource[]): boolean {
    const healths = sources.map(({ key }) => this.#options.queue.healthOf(key));
    return healths.every(({ observedAt, failure }) => observedAt !== undefined || failure !== undefined);
  }

  /** Removes the answers of all other sources: the feed's events of their changes are not compared. */
  retainOnly(sources: readonly PollSource[]): void {
    const keys = new Set(sources.map(({ key }) => key));
    for (const key of this.#polled.keys()) if (!keys.has(key)) this.#polled.delete(key);
  }

  isNewer(key: string, requestedAt: number): boolean {
    return (this.#polled.get(key)?.at ?? Number.NEGATIVE_INFINITY) < requestedAt;
  }

  /** Stores an answer. Returns the one before; undefined for the first. */
  replace(key: string, answer: Polled): Polled | undefined {
    const before = this.#polled.get(key);
    this.#polled.set(key, answer);
    return before;
  }

  /**
   * Returns the polled answers of these sources, as the change feed needs them. A tab that has just become the leader
   * uses the readings of the previous leader.
   */
  of(sources: readonly PollSource[]): Omit<Parameters<typeof feedAnswered>[2], 'intervalMsOf'> {
    const { queue, readings } = this.#options;
    const projects = new Map(sources.map(({ id, projectId }) => [id, projectId]));
    return {
      sources,
      projectOf: (environmentId) => projects.get(environmentId),
      statusesOf: ({ key, environmentIds }) =>
        this.#polled.get(key)?.statuses ?? environmentIds.flatMap((id) => readings.statusOf(id) ?? []),
      polledAtOf: ({ key }) => {
        const { requestedAt } = queue.healthOf(key);
        return this.#polled.get(key)?.at ?? (requestedAt === undefined ? undefined : toServerTime(requestedAt));
      },
    };
  }
}
