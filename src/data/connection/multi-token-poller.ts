import type { HistoryExchange, Poller } from '#data/session.ts';
import type { TokenOwners } from '#data/tokens/token-owners.ts';
import { isDenial } from '#domain/environment/failure.ts';
import { environmentSource, type Source } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf, type SourceRecord, UNASKED } from '#domain/polling/source-health.ts';
import { type Miss, type TokenName, tokenFor } from '#domain/tokens/token-routing.ts';
import { combined } from './merge-polling.ts';

/** One token, and the poller that asks with it, within its hour. */
export type TokenPoller = TokenName & { readonly poller: Poller };

/** What a poller says of a source, or of the environments that a sparse project was turned into. */
function recordOf({ key, environmentIds }: Source, records: PollingState['records']): SourceRecord {
  const whole = records.get(key);
  if (whole) return whole;
  const parts = environmentIds.flatMap((id) => records.get(environmentSource(id).key) ?? []);
  return parts.find(({ heardAt }) => heardAt !== undefined) ?? parts[0] ?? UNASKED;
}

const sameSources = (a: readonly Source[], b: readonly Source[]): boolean =>
  a.length === b.length && a.every((source, index) => source === b[index]);

/**
 * Polls with several tokens. Each has a poller of its own, with its own budget, waits and refusals, and its own team of
 * tabs. Each source is given to the token that answers for it; one that a token may not read moves to the next.
 */
export class PollerRing implements Poller {
  readonly #tokens: readonly TokenPoller[];
  readonly #owners: TokenOwners;
  readonly #listeners = new Set<() => void>();
  /** By source, then by token. */
  readonly #misses = new Map<string, Map<string, Miss>>();
  readonly #given = new Map<string, readonly Source[]>();
  #wanted: readonly Source[] = [];
  #isUpdating = false;
  #isStale = false;
  #snapshot: PollingState;

  constructor(tokens: readonly TokenPoller[], owners: TokenOwners) {
    this.#tokens = tokens;
    this.#owners = owners;
    this.#snapshot = combined(tokens);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): PollingState => this.#snapshot;

  /** The ring's budget is what the plans of its pollers leave. */
  readonly plannedPerHour = (): number => 0;

  readonly start = (): (() => void) => {
    const ends = this.#tokens.flatMap(({ poller }) => [poller.subscribe(this.#update), poller.start()]);
    this.#update();
    return () => {
      for (const end of ends) end();
    };
  };

  readonly watch = (sources: readonly Source[]): void => {
    this.#wanted = sources;
    this.#update();
  };

  readonly setPaused = (isPaused: boolean): void => {
    for (const { poller } of this.#tokens) poller.setPaused(isPaused);
  };

  readonly setWall = (isWall: boolean): void => {
    for (const { poller } of this.#tokens) poller.setWall(isWall);
  };

  /** The tab that polls with the first token fetches the histories of all tokens. */
  readonly leads = (): boolean => this.#first?.leads() ?? true;

  readonly hasListedSinceWanted = (projectId: string, environmentId: string): boolean =>
    this.#tokens.some(({ poller }) => poller.hasListedSinceWanted(projectId, environmentId));

  readonly followerEnvironments = (): readonly string[] =>
    this.#tokens.flatMap(({ poller }) => poller.followerEnvironments());

  readonly dismiss = (environmentId: string): void => {
    for (const { poller } of this.#tokens) poller.dismiss(environmentId);
  };

  readonly exchangeHistories = (exchange: HistoryExchange | undefined): void => {
    for (const { poller } of this.#tokens) poller.exchangeHistories(exchange);
  };

  /** A history goes to the tabs that hold the token which may read it. */
  readonly tellHistory: Poller['tellHistory'] = (environmentId, history) => {
    const owner = this.#owners.of(environmentId);
    this.#tokens.find(({ key }) => key === owner)?.poller.tellHistory(environmentId, history);
  };

  /** Asks everyone again, those too who said no. */
  readonly refresh = (): void => {
    this.#misses.clear();
    for (const { poller } of this.#tokens) poller.refresh();
  };

  get #first(): Poller | undefined {
    return this.#tokens[0]?.poller;
  }

  #preferredOf({ id, environmentIds }: Source): string | undefined {
    return [id, ...environmentIds].reduce<string | undefined>((found, one) => found ?? this.#owners.of(one), undefined);
  }

  /** Takes in what became of the sources that each token was given. */
  #learn(): void {
    for (const { key, poller } of this.#tokens) {
      const { records } = poller.getSnapshot();
      for (const source of this.#given.get(key) ?? []) {
        const record = recordOf(source, records);
        const failure = failureOf(record, records);
        if (failure === undefined) {
          if (record.heardAt === undefined) continue;
          this.#owners.learn(source.id, key);
          this.#misses.delete(source.key);
        } else if (isDenial(failure) || this.#preferredOf(source) !== key) {
          const misses = this.#misses.get(source.key) ?? new Map<string, Miss>();
          this.#misses.set(source.key, misses.set(key, { failure, at: record.askedAt ?? Date.now() }));
        }
      }
    }
  }

  /** Gives each source to its token. Those that were refused altogether come last: they ask nothing any more. */
  #share(): void {
    const now = Date.now();
    const isOver = ({ poller }: TokenPoller): boolean => poller.getSnapshot().phase === 'ended';
    const tokens = this.#tokens.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
    const shares = new Map<string, Source[]>(tokens.map(({ key }) => [key, []]));
    for (const source of this.#wanted) {
      const misses = this.#misses.get(source.key) ?? new Map<string, Miss>();
      shares.get(tokenFor({ tokens, preferred: this.#preferredOf(source), misses, now }))?.push(source);
    }
    for (const { key, poller } of this.#tokens) {
      const share = shares.get(key) ?? [];
      if (sameSources(share, this.#given.get(key) ?? [])) continue;
      this.#given.set(key, share);
      poller.watch(share);
    }
  }

  /** Pollers tell of a change while they are given their sources: then once more, until nothing moves. */
  readonly #update = (): void => {
    this.#isStale = true;
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    while (this.#isStale) {
      this.#isStale = false;
      this.#learn();
      this.#share();
    }
    this.#isUpdating = false;
    this.#snapshot = combined(this.#tokens);
    for (const listener of this.#listeners) listener();
  };
}
