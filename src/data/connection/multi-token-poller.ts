import type { Poller, TabSharing } from '#data/session.ts';
import type { TokenOwners } from '#data/tokens/token-owners.ts';
import { createEmitter } from '#domain/emitter.ts';
import { isDenial } from '#domain/environment/failure.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf, NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';
import { chooseToken, type TokenName, type TokenRefusal } from '#domain/tokens/token-routing.ts';
import { mergePollingStates } from './merge-polling.ts';

/** A token, and the poller that spends its requests of the hour. */
export type TokenPoller = TokenName & { readonly poller: Poller };

/** Returns the health of a source, or of one of its environments where a partial project is polled one by one. */
function recordOf({ key, environmentIds }: PollSource, records: PollingState['health']): SourceHealth {
  const whole = records.get(key);
  if (whole) return whole;
  const parts = environmentIds.flatMap((id) => records.get(environmentSource(id).key) ?? []);
  return parts.find(({ observedAt }) => observedAt !== undefined) ?? parts[0] ?? NEVER_REQUESTED;
}

const sameSources = (a: readonly PollSource[], b: readonly PollSource[]): boolean =>
  a.length === b.length && a.every((source, index) => source === b[index]);

/** Shares histories over the tabs of all tokens. The leader of the first token fetches them for every token. */
const shareAllTabs = (tokens: readonly TokenPoller[], owners: TokenOwners): TabSharing => ({
  isLeader: () => tokens[0]?.poller.tabs.isLeader() ?? true,
  followerEnvironments: () => tokens.flatMap(({ poller }) => poller.tabs.followerEnvironments()),
  exchangeHistories(exchange) {
    for (const { poller } of tokens) poller.tabs.exchangeHistories(exchange);
  },
  // Only tabs with the environment's own token may read its history.
  broadcastHistory(environmentId, history) {
    const owner = owners.ownerOf(environmentId);
    tokens.find(({ key }) => key === owner)?.poller.tabs.broadcastHistory(environmentId, history);
  },
});

/**
 * Polls with several tokens. Each has a poller of its own, with its own budget, waits and refusals, and its own team of
 * tabs. Each source is given to the token that answers for it; one that a token may not read moves to the next.
 */
export class MultiTokenPoller implements Poller {
  readonly tabs: TabSharing;
  readonly #tokens: readonly TokenPoller[];
  readonly #owners: TokenOwners;
  readonly #emitter = createEmitter();
  /** By source, then by token. */
  readonly #misses = new Map<string, Map<string, TokenRefusal>>();
  readonly #given = new Map<string, readonly PollSource[]>();
  #wanted: readonly PollSource[] = [];
  #isUpdating = false;
  #isStale = false;
  #snapshot: PollingState;

  constructor(tokens: readonly TokenPoller[], owners: TokenOwners) {
    this.#tokens = tokens;
    this.#owners = owners;
    this.#snapshot = mergePollingStates(tokens);
    this.tabs = shareAllTabs(tokens, owners);
  }

  readonly subscribe = this.#emitter.subscribe;

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

  readonly setSources = (sources: readonly PollSource[]): void => {
    this.#wanted = sources;
    this.#update();
  };

  readonly setPaused = (isPaused: boolean): void => {
    for (const { poller } of this.#tokens) poller.setPaused(isPaused);
  };

  readonly setWall = (isWall: boolean): void => {
    for (const { poller } of this.#tokens) poller.setWall(isWall);
  };

  readonly isListedSinceShown = (projectId: string, environmentId: string): boolean =>
    this.#tokens.some(({ poller }) => poller.isListedSinceShown(projectId, environmentId));

  readonly hideMissing = (environmentId: string): void => {
    for (const { poller } of this.#tokens) poller.hideMissing(environmentId);
  };

  /** Asks everyone again, those too who said no. */
  readonly refresh = (): void => {
    this.#misses.clear();
    for (const { poller } of this.#tokens) poller.refresh();
  };

  #preferredOf({ id, environmentIds }: PollSource): string | undefined {
    return [id, ...environmentIds].reduce<string | undefined>(
      (found, one) => found ?? this.#owners.ownerOf(one),
      undefined,
    );
  }

  /** Takes in what became of the sources that each token was given. */
  #learn(): void {
    for (const { key, poller } of this.#tokens) {
      const { health } = poller.getSnapshot();
      for (const source of this.#given.get(key) ?? []) {
        const record = recordOf(source, health);
        const failure = failureOf(record, health);
        if (failure === undefined) {
          if (record.observedAt === undefined) continue;
          this.#owners.remember(source.id, key);
          this.#misses.delete(source.key);
        } else if (isDenial(failure) || this.#preferredOf(source) !== key) {
          const misses = this.#misses.get(source.key) ?? new Map<string, TokenRefusal>();
          this.#misses.set(source.key, misses.set(key, { failure, at: record.requestedAt ?? Date.now() }));
        }
      }
    }
  }

  /** Gives each source to its token. Those that were refused altogether come last: they ask nothing any more. */
  #share(): void {
    const now = Date.now();
    const isOver = ({ poller }: TokenPoller): boolean => poller.getSnapshot().phase === 'ended';
    const tokens = this.#tokens.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
    const shares = new Map<string, PollSource[]>(tokens.map(({ key }) => [key, []]));
    for (const source of this.#wanted) {
      const misses = this.#misses.get(source.key) ?? new Map<string, TokenRefusal>();
      shares.get(chooseToken({ tokens, preferred: this.#preferredOf(source), misses, now }))?.push(source);
    }
    for (const { key, poller } of this.#tokens) {
      const share = shares.get(key) ?? [];
      if (sameSources(share, this.#given.get(key) ?? [])) continue;
      this.#given.set(key, share);
      poller.setSources(share);
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
    this.#snapshot = mergePollingStates(this.#tokens);
    this.#emitter.notify();
  };
}
