/** The longest interval of each source that was planned since its last answer, in milliseconds. */
export class LongestIntervals {
  readonly #longestMs = new Map<string, number>();

  /** Notes the intervals of a plan, by key. Returns the longest of these sources. */
  note(intervalMsOf: ReadonlyMap<string, number> = new Map()): readonly (readonly [key: string, intervalMs: number])[] {
    return [...intervalMsOf].map(([key, ms]) => {
      const longestMs = Math.max(this.#longestMs.get(key) ?? 0, ms);
      this.#longestMs.set(key, longestMs);
      return [key, longestMs] as const;
    });
  }

  noteAnswer(key: string): void {
    this.#longestMs.delete(key);
  }
}
