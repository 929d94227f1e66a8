import type { PollSource } from '#domain/polling/poll-source.ts';

/** Milliseconds after which a silent tab counts as closed or frozen: tabs send their sources every five seconds. */
const MAX_SILENCE_MS = 60_000;

/** The sources of the boards in other tabs, as those tabs sent them to the leader. */
export class FollowerSources {
  readonly #tabs = new Map<string, { readonly sources: readonly PollSource[]; readonly at: number }>();

  get isEmpty(): boolean {
    return this.#tabs.size === 0;
  }

  take(tab: string, sources: readonly PollSource[], now: number): void {
    this.#tabs.set(tab, { sources, at: now });
  }

  drop(tab: string): void {
    this.#tabs.delete(tab);
  }

  /** Removes the sources of closed or frozen tabs. Returns true when there were any. */
  expire(now: number): boolean {
    const silent = [...this.#tabs].filter(([, { at }]) => now - at > MAX_SILENCE_MS);
    for (const [tab] of silent) this.#tabs.delete(tab);
    return silent.length > 0;
  }

  sources(): readonly PollSource[] {
    return [...this.#tabs.values()].flatMap(({ sources }) => sources);
  }
}
