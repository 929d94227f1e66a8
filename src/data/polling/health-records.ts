import type { PollSource } from '#domain/polling/poll-source.ts';
import { NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';

/** The health of each source, by key. Retired sources keep their health until a board shows them again. */
export class HealthRecords {
  readonly #health = new Map<string, SourceHealth>();
  /** Health of sources that no board shows now. A new leader receives the sources of other tabs after its first plan. */
  readonly #retired = new Map<string, SourceHealth>();
  /** A copy of `#health`; undefined after a change. An answer changes it several times before a component reads it. */
  #snapshot: ReadonlyMap<string, SourceHealth> | undefined;

  /** The same map until a source's health changes. */
  get snapshot(): ReadonlyMap<string, SourceHealth> {
    this.#snapshot ??= new Map(this.#health);
    return this.#snapshot;
  }

  get(key: string): SourceHealth {
    return this.#health.get(key) ?? NEVER_REQUESTED;
  }

  set(key: string, health: SourceHealth): void {
    this.#health.set(key, health);
    this.#snapshot = undefined;
  }

  /** Makes a source due: its interval starts with the next request. */
  resetRequest(key: string): void {
    this.set(key, { ...this.get(key), requestedAt: undefined });
  }

  /** Makes every source due, and resets the back-off. Answers and failures stay until the next request ends. */
  resetFailures(): void {
    this.#retired.clear();
    for (const [key, health] of this.#health) this.set(key, { ...health, requestedAt: undefined, failures: 0 });
  }

  /** Retires the health of all other sources. Restores it when a later call contains its source again. */
  retainOnly(sources: readonly PollSource[]): void {
    const keys = new Set(sources.map(({ key }) => key));
    for (const [key, health] of this.#health) {
      if (keys.has(key)) continue;
      this.#health.delete(key);
      this.#retired.set(key, health);
    }
    for (const key of keys) {
      const health = this.#retired.get(key);
      if (health && !this.#health.has(key)) this.#health.set(key, health);
      this.#retired.delete(key);
    }
    this.#snapshot = undefined;
  }

  /** Replaces the health of all sources that are not retired. */
  replaceAll(entries: readonly (readonly [string, SourceHealth])[]): void {
    this.#health.clear();
    for (const [key, health] of entries) this.#health.set(key, health);
    this.#snapshot = undefined;
  }
}
