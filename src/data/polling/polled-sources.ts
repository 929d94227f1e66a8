import type { Readings } from '#data/session.ts';
import { isMoving, toneOf } from '#domain/environment/tone.ts';
import { mergeSources, type PollSource, withoutPartial } from '#domain/polling/poll-source.ts';
import type { RequestQueue } from './request-queue.ts';

type Options = {
  readonly readings: Pick<Readings, 'statusOf' | 'observationOf'>;
  readonly queue: RequestQueue;
  /** Sources of the boards in other tabs. */
  readonly followerSources: () => readonly PollSource[];
};

/** The sources that this tab polls, and those of them with an environment in progress. */
export class PolledSources {
  readonly #options: Options;
  #own: readonly PollSource[] = [];
  #all: readonly PollSource[] = [];
  #moving = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** The sources of this tab's board, as they were set. */
  get own(): readonly PollSource[] {
    return this.#own;
  }

  /** The sources of all tabs. Environments of a project whose answers are incomplete are sources of their own. */
  get all(): readonly PollSource[] {
    return this.#all;
  }

  /** Keys of the sources with an environment in progress. */
  get moving(): ReadonlySet<string> {
    return this.#moving;
  }

  /** Ids of all environments of the sources. */
  get environmentIds(): ReadonlySet<string> {
    return new Set(this.#all.flatMap(({ environmentIds }) => environmentIds));
  }

  /** The sources of this tab's board as they are polled. */
  get shown(): readonly PollSource[] {
    return withoutPartial(this.#own, this.#options.queue.partial);
  }

  /** Replaces the sources of this tab's board. */
  setOwn(sources: readonly PollSource[]): void {
    this.#own = sources;
  }

  /** Merges this tab's sources with those of its followers. */
  collect(): void {
    const { queue, followerSources } = this.#options;
    this.#all = withoutPartial(mergeSources([...this.#own, ...followerSources()]), queue.partial);
    this.#moving = new Set(this.#all.filter((source) => this.#isMoving(source)).map(({ key }) => key));
  }

  /** Notes whether a source that has answered holds an environment in progress. */
  noteAnswer(source: PollSource): void {
    if (this.#isMoving(source)) this.#moving.add(source.key);
    else this.#moving.delete(source.key);
  }

  /** Returns when data of a source was last observed, by this page or an earlier one; epoch milliseconds, 0 for never. */
  readonly observedAtOf = ({ key, environmentIds }: PollSource): number => {
    const { readings, queue } = this.#options;
    const persisted = environmentIds.map((id) => readings.observationOf(id)?.observedAt ?? 0);
    return Math.max(queue.healthOf(key).observedAt ?? 0, ...persisted);
  };

  #isMoving({ environmentIds }: PollSource): boolean {
    return environmentIds.some((id) => isMoving(toneOf(this.#options.readings.statusOf(id)?.state)));
  }
}
