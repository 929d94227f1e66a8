import type { PollSource } from '#domain/polling/poll-source.ts';

/** A tab says every few seconds what it needs; one that is silent for so long is gone. */
const LASTS_MS = 60_000;

/** What the boards in this browser's other tabs need, as they told the tab that polls. */
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

  /** Leaves out the tabs that are gone. True when there were any. */
  expire(now: number): boolean {
    const gone = [...this.#tabs].filter(([, { at }]) => now - at > LASTS_MS);
    for (const [tab] of gone) this.#tabs.delete(tab);
    return gone.length > 0;
  }

  sources(): readonly PollSource[] {
    return [...this.#tabs.values()].flatMap(({ sources }) => sources);
  }
}
