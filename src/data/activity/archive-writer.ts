import { serverNow } from '#browser/server-now.ts';
import { readingsGeneration } from '#data/readings/persisted-readings.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import { type Coverage, coverageFrom } from '#domain/activity/coverage.ts';
import { cutOf } from '#domain/activity/entry-limits.ts';
import { type ActivityArchive, type ArchiveContent, openArchive } from './activity-archive.ts';

/** The present activity of one environment. */
type Activity = {
  readonly id: string;
  readonly entries: readonly ActivityEntry[];
  readonly coverage: Coverage | undefined;
};

const WRITE_AFTER_MS = 2_000;

/** Writes the activity to the archive, two seconds after a change: 30 days and 5,000 entries at most. */
export class ArchiveWriter {
  readonly #archive: ActivityArchive;
  readonly #onRefused: () => void;
  /** A page that began before a token was removed must not store its activity again. */
  readonly #generation = readingsGeneration();
  /** The entries in the archive, by environment. */
  readonly #stored = new Map<string, Pick<Activity, 'entries' | 'coverage'>>();
  #pending: readonly Activity[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  isRead = false;
  isKept = true;

  constructor(api: string, onRefused: () => void) {
    this.#archive = openArchive(api);
    this.#onRefused = onRefused;
  }

  async read(): Promise<ArchiveContent | undefined> {
    const content = await this.#archive.read();
    this.isRead = true;
    this.isKept = content !== undefined;
    const coverages = new Map(content?.coverages.map((coverage) => [coverage.environmentId, coverage]));
    for (const entry of content?.entries ?? []) {
      const { entries = [] } = this.#stored.get(entry.environmentId) ?? {};
      this.#stored.set(entry.environmentId, {
        entries: [...entries, entry],
        coverage: coverages.get(entry.environmentId),
      });
    }
    return content;
  }

  writeLater(activities: readonly Activity[]): void {
    this.#pending = activities;
    this.#timer ??= setTimeout(() => void this.#write(), WRITE_AFTER_MS);
  }

  /** Writes now what `writeLater` has waiting. */
  flush(): void {
    if (this.#timer !== undefined) void this.#write();
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.isRead || !this.isKept || this.#generation !== readingsGeneration()) return;
    const present = new Map(this.#pending.map((activity) => [activity.id, activity]));
    const others = [...this.#stored].filter(([id]) => !present.has(id)).map(([id, activity]) => ({ id, ...activity }));
    const all = [...this.#pending, ...others];
    const cutAt = cutOf(
      all.flatMap(({ entries }) => entries),
      serverNow(),
    );
    const changes = all.flatMap((activity) => this.#changeOf(activity, cutAt));
    if (changes.length === 0) return;
    const isStored = await this.#archive.write({
      entries: changes.flatMap(({ entries }) => entries),
      removedKeys: changes.flatMap(({ removedKeys }) => removedKeys),
      coverages: changes.flatMap(({ coverage }) => coverage ?? []),
    });
    if (isStored === this.isKept) return;
    this.isKept = isStored;
    this.#onRefused();
  }

  /** Returns what differs from the stored activity; nothing when it is the same. */
  #changeOf({ id, entries, coverage }: Activity, cutAt: number) {
    const before = this.#stored.get(id);
    const isCut = entries.some(({ at }) => at < cutAt);
    const kept = isCut ? entries.filter(({ at }) => at >= cutAt) : entries;
    const stored = coverage && isCut ? coverageFrom(coverage, cutAt) : coverage;
    const isSame = before?.entries.length === kept.length && before.entries.every((entry, at) => entry === kept[at]);
    if (isSame && before?.coverage === coverage) return [];
    this.#stored.set(id, { entries: kept, coverage });
    const keys = new Set(kept.map(({ key }) => key));
    const storedBefore = new Set(before?.entries);
    return [
      {
        entries: kept.filter((entry) => !storedBefore.has(entry)),
        removedKeys: (before?.entries ?? []).flatMap(({ key }) => (keys.has(key) ? [] : [key])),
        coverage: stored,
      },
    ];
  }
}
