import { type Channel, openChannel } from '#browser/channel.ts';
import { subscribeToPageActivity } from '#browser/page-activity.ts';
import { readText, removeText, writeText } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import { readingsGeneration } from '#data/readings/persisted-readings.ts';
import { parseVersions, type StoredAnswer, type StoredVersions, versionsText } from './persisted-versions.ts';

const VERSIONS = 'versions';
/** About 4 kB an environment, of the five million characters that browsers store for each origin. */
const MAX_ENVIRONMENTS = 150;
/**
 * Each write serializes the whole file, up to 600 kB, and four answers arrive each second while 60 environments are
 * fetched. One write in five seconds is a twentieth of that; a tab that crashes requests the last twenty again.
 */
const WRITE_AFTER_MS = 5_000;

/** The persisted versions of one API: at most one write in five seconds. */
class VersionsFile {
  readonly #key: string;
  /** The text that this tab read or wrote last, and what it holds. */
  #lastText: string | undefined;
  #last: StoredVersions = new Map();
  readonly #pending = new Map<string, StoredAnswer>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** After the removal of a token, this session writes no more answers: a request with that token may be in flight. */
  readonly #generation = readingsGeneration();
  #channel: Channel | undefined;

  constructor(api: string) {
    this.#key = scopedKey(VERSIONS, api);
  }

  /** Returns the stored answers, and those that other tabs will store. The same object until one arrives. */
  read(): StoredVersions {
    const body = readText('local', this.#key);
    if (body !== this.#lastText) {
      this.#lastText = body;
      this.#last = parseVersions(body);
    }
    return this.#last;
  }

  /** Stores the answer of one environment within five seconds. Other tabs receive it at once, to save their requests. */
  write(id: string, one: StoredAnswer): void {
    if (this.#isOver()) return;
    this.#pending.set(id, one);
    const isShared = this.#channel?.post(versionsText([[id, one]])) === true;
    if (isShared) this.#timer ??= setTimeout(() => this.#flush(), WRITE_AFTER_MS);
    else this.#flush();
  }

  /**
   * Shares answers with the other tabs, and calls `listener` when one of them has new ones. Writes at once when the page is
   * hidden, because a browser may discard it then. The returned function ends this, and writes what waits.
   */
  subscribe(listener: () => void): () => void {
    const channel = openChannel(this.#key);
    this.#channel = channel;
    channel.onMessage((text) => {
      if (typeof text !== 'string') return;
      this.#last = new Map([...this.read(), ...parseVersions(text)]);
      listener();
    });
    const onStorage = (event: StorageEvent) => event.key === this.#key && listener();
    addEventListener('storage', onStorage);
    const endActivity = subscribeToPageActivity(() => document.hidden && this.#flush());
    return () => {
      removeEventListener('storage', onStorage);
      endActivity();
      channel.close();
      this.#channel = undefined;
      this.#flush();
    };
  }

  #isOver(): boolean {
    return this.#generation !== readingsGeneration();
  }

  /** Writes what waits. When the storage refuses it, removes all: old answers would seem to be the last. */
  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isOver() || this.#pending.size === 0) return;
    const newest = [...new Map([...this.read(), ...this.#pending])]
      .toSorted(([, a], [, b]) => b.servicesSent.at - a.servicesSent.at)
      .slice(0, MAX_ENVIRONMENTS);
    this.#pending.clear();
    const body = versionsText(newest);
    const isStored = writeText('local', this.#key, body);
    if (!isStored) removeText('local', this.#key);
    this.#lastText = isStored ? body : undefined;
    this.#last = isStored ? new Map(newest) : new Map();
  }
}

/** Opens the persisted versions of one API. */
export const openVersionsFile = (api: string): VersionsFile => new VersionsFile(api);
