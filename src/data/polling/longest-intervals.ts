import type { FeedState } from '#domain/polling/feed-state.ts';

/** The longest interval of each source that was planned since its last answer, in milliseconds. */
export class LongestIntervals {
  readonly #longestMs = new Map<string, number>();

  /** Notes the intervals of a plan, by key. Returns the longest of these sources. */
  note(intervalMsOf: ReadonlyMap<string, number>): FeedState['intervals'] {
    return [...intervalMsOf].map(([key, ms]) => {
      const longestMs = Math.max(this.#longestMs.get(key) ?? 0, ms);
      this.#longestMs.set(key, longestMs);
      return [key, longestMs] as const;
    });
  }

  /** Returns the sources whose interval was longer than without a feed: until they answer, they are not late. */
  beyond(sources: readonly { readonly key: string; readonly unaidedMs: number }[]): FeedState['intervals'] {
    return sources.flatMap(({ key, unaidedMs }) => {
      const longestMs = this.#longestMs.get(key) ?? 0;
      return longestMs > unaidedMs ? [[key, longestMs] as const] : [];
    });
  }

  noteAnswer(key: string): void {
    this.#longestMs.delete(key);
  }
}
