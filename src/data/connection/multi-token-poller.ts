import type { Poller, TabSharing } from '#data/session.ts';
import type { TokenOwners } from '#data/tokens/token-owners.ts';
import { createEmitter } from '#domain/emitter.ts';
import { isDenial } from '#domain/environment/failure.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf, NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';
import { chooseToken, type TokenName, type TokenRefusal } from '#domain/tokens/token-routing.ts';
import { mergePollingStates } from './merge-polling.ts';

/** A token, and the poller that spends its hourly requests. */
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
 * Polls with several tokens. Each token has its own poller, with its own budget, waits and refusals, and its own leader
 * among the tabs. Each source goes to the token that owns it. After a denial, the source moves to the next token.
 */
export class MultiTokenPoller implements Poller {
  readonly tabs: TabSharing;
  readonly #tokens: readonly TokenPoller[];
  readonly #owners: TokenOwners;
  readonly #emitter = createEmitter();
  /** The refusals by source key, then by token key. */
  readonly #misses = new Map<string, Map<string, TokenRefusal>>();
  readonly #sourcesOf = new Map<string, readonly PollSource[]>();
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

  /** Zero: `perHour` of a connection with several tokens already leaves out the plans of their pollers. */
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

  /** Requests every source now, with every token, including tokens that refused it. */
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

  /** Records which token owns each polled source, and which token was refused. */
  #recordOutcomes(): void {
    for (const { key, poller } of this.#tokens) {
      const { health } = poller.getSnapshot();
      for (const source of this.#sourcesOf.get(key) ?? []) {
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

  /** Assigns each source to a token. A token that the API refuses comes last: its poller sends no more requests. */
  #assignSources(): void {
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
      if (sameSources(share, this.#sourcesOf.get(key) ?? [])) continue;
      this.#sourcesOf.set(key, share);
      poller.setSources(share);
    }
  }

  /** Updates until the state is stable: `setSources` makes a poller notify, which calls this function again. */
  readonly #update = (): void => {
    this.#isStale = true;
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    while (this.#isStale) {
      this.#isStale = false;
      this.#recordOutcomes();
      this.#assignSources();
    }
    this.#isUpdating = false;
    this.#snapshot = mergePollingStates(this.#tokens);
    this.#emitter.notify();
  };
}
