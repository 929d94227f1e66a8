import type { ApiClient } from '#api/api-client.ts';
import { checkEnvironment } from '#api/api-error.ts';
import { deployedVersions } from '#api/deployed-versions-schema.ts';
import { serviceStatuses } from '#api/service-schemas.ts';
import { serviceVersions } from '#api/version-schemas.ts';
import { serverNow } from '#browser/server-now.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { SpareBudget } from '#data/history/spare-budget.ts';
import { type DueRequest, SpareScheduler } from '#data/history/spare-scheduler.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { SpareWait } from '#domain/polling/spare-wait.ts';
import { rememberDeployed } from '#domain/versions/version-answer.ts';
import type { SentRequest, VersionRequest } from '#domain/versions/version-request.ts';
import { CommitListStore, type CommitRequest } from './commit-lists.ts';
import { oneTabAtATime } from './one-tab-at-a-time.ts';
import type { StoredVersions } from './persisted-versions.ts';
import {
  deployedPart,
  EMPTY,
  type Entry,
  isPartDue,
  type KnownVersions,
  newerPart,
  PARTS,
  type Part,
  wantedPart,
} from './version-entry.ts';
import { openVersionsFile } from './versions-file.ts';

type Options = {
  readonly api: ApiClient;
  readonly spare: SpareBudget;
  /** False while no request may be sent: the tab is hidden, offline or paused. */
  readonly canRequest: () => boolean;
};

/** Milliseconds until versions that could not be fetched are requested again. */
const RETRY_REFUSED_MS = 600_000;
/** An answer older than this may be older than the change for which it was requested. Milliseconds. */
const MAX_CACHED_MS = 5_000;
/** Milliseconds for which the gateway caches services. */
const CACHE_RENEWED_MS = 60_000;
const HISTORY_PAGE_SIZE = 10;

/**
 * Fetches the services of environments while the page of versions is open: at first, after each change of an environment,
 * and once an hour. It spends what polling leaves: first on the services of every environment, then on their states, then
 * on the histories, which name the deployed versions of edited images, and at last on the commits of services that differ.
 * The services are persisted, and shared with the other tabs.
 */
export class VersionFetcher {
  readonly #api: ApiClient;
  readonly #file: ReturnType<typeof openVersionsFile>;
  readonly #emitter = createEmitter();
  readonly #scheduler: SpareScheduler;
  readonly #commits: CommitListStore;
  readonly #entries = new Map<string, Entry>();
  #stored: StoredVersions | undefined;
  #requests: readonly VersionRequest[] = [];
  #snapshot: KnownVersions = { answers: new Map(), commits: new Map() };

  constructor({ api, spare, canRequest }: Options) {
    this.#api = api;
    this.#file = openVersionsFile(api.source);
    this.#commits = new CommitListStore(api, () => this.#publish({ commits: this.#commits.lists }));
    this.#scheduler = new SpareScheduler({
      spare,
      canRequest,
      isOfPage: true,
      whenAlone: oneTabAtATime(scopedKey('versions', api.source)),
      refresh: this.#refresh,
      next: (now) => this.#next(now),
    });
    this.#refresh();
  }

  readonly subscribe = this.#emitter.subscribe;

  /** Returns why the due requests are not sent at `now`. */
  readonly waitAt = (now: number): SpareWait => this.#scheduler.waitAt(now);

  /** Returns the last answers. The same object until an answer arrives. */
  readonly getSnapshot = (): KnownVersions => this.#snapshot;

  /** Replaces the environments to fetch, the most urgent first. */
  readonly request = (requests: readonly VersionRequest[]): void => {
    this.#requests = requests;
    for (const request of requests) {
      const entry = this.#entryOf(request.id);
      this.#set(request.id, { ...wantedPart(entry, request, Date.now()), ...deployedPart(entry, request) });
    }
    this.#scheduler.schedule();
  };

  /** Replaces the services whose commits are wanted. */
  readonly requestCommits = (requests: readonly CommitRequest[]): void => {
    this.#commits.setRequests(requests);
    this.#scheduler.schedule();
  };

  /** Requests an environment again as soon as the budget allows. */
  readonly retry = (id: string): void => {
    this.#set(id, { notBefore: 0, servicesSent: undefined });
    this.#scheduler.schedule();
  };

  /** Fetches until the returned function is called. */
  readonly start = (): (() => void) => {
    const ends = [this.#file.subscribe(this.#refresh), this.#scheduler.start()];
    return () => {
      for (const end of ends) end();
    };
  };

  #entryOf(id: string): Entry {
    return this.#entries.get(id) ?? EMPTY;
  }

  #set(id: string, part: Partial<Entry> | undefined): void {
    if (!part) return;
    const entry = { ...this.#entryOf(id), ...part };
    this.#entries.set(id, entry);
    if (this.#snapshot.answers.get(id) !== entry.answer)
      this.#publish({ answers: new Map(this.#snapshot.answers).set(id, entry.answer) });
  }

  #persist(id: string): void {
    const { answer, servicesSent, statesSent } = this.#entryOf(id);
    if (servicesSent) this.#file.write(id, { answer, servicesSent, statesSent });
  }

  #publish(part: Partial<KnownVersions>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    this.#emitter.notify();
  }

  /** Applies the newer answers that an earlier page or another tab has persisted. */
  readonly #refresh = (): void => {
    const stored = this.#file.read();
    if (stored === this.#stored) return;
    this.#stored = stored;
    for (const [id, one] of stored) this.#set(id, newerPart(this.#entryOf(id), one));
  };

  #next(now: number): DueRequest | undefined {
    let earliest: DueRequest | undefined;
    for (const part of PARTS) {
      for (const request of this.#requests) {
        const entry = this.#entryOf(request.id);
        if (!isPartDue(part, entry, request, now)) continue;
        const due = this.#dueRequest(request, part, Math.max(now, Math.min(entry.notBefore, now + RETRY_REFUSED_MS)));
        if (due.at <= now) return due;
        if (!earliest || due.at < earliest.at) earliest = due;
      }
    }
    return this.#commits.next(now) ?? earliest;
  }

  #dueRequest({ id, ...request }: VersionRequest, part: Part, at: number): DueRequest {
    const fetchPart =
      part === 'services' ? this.#fetchServices : part === 'history' ? this.#fetchHistory : this.#fetchStates;
    return {
      at,
      send: () => fetchPart(id, { ...request, at: Date.now() }),
      onFailure: (failure) =>
        this.#set(id, {
          answer: { ...this.#entryOf(id).answer, failure },
          notBefore: Date.now() + RETRY_REFUSED_MS,
        }),
    };
  }

  readonly #fetchServices = async (id: string, sent: SentRequest): Promise<void> => {
    const { body, ageMs } = await this.#api.getWithAge(`/environment/${id}/services`, serviceVersions);
    const { answer: before, servicesSent, wanted } = this.#entryOf(id);
    const fetched = { ...before, ...body, observedAt: serverNow() - ageMs, failure: undefined };
    const answer = { ...fetched, deployed: rememberDeployed(fetched, sent) };
    // A gateway's answer may be older than the change: it is requested again when the gateway renews it.
    const isOlder = ageMs > MAX_CACHED_MS && Date.now() - ageMs < (wanted?.since ?? 0);
    const counted = !isOlder ? sent : servicesSent && { ...servicesSent, at: sent.at };
    this.#set(id, { answer, servicesSent: counted, notBefore: isOlder ? Date.now() + CACHE_RENEWED_MS : 0 });
    this.#persist(id);
  };

  readonly #fetchStates = async (id: string, sent: SentRequest): Promise<void> => {
    const { environmentId, services, unread } = await this.#api.get(`/environment/${id}/statuses`, serviceStatuses);
    checkEnvironment(id, environmentId);
    const fresh = { ...this.#entryOf(id).answer, states: services, unreadStates: unread, failure: undefined };
    this.#set(id, { answer: { ...fresh, deployed: rememberDeployed(fresh, sent) }, statesSent: sent, notBefore: 0 });
    this.#persist(id);
  };

  readonly #fetchHistory = async (id: string, { deployment }: SentRequest): Promise<void> => {
    const path = `/environment/${id}/deploymentHistoryV2?pageSize=${HISTORY_PAGE_SIZE}`;
    const found = await this.#api.get(path, deployedVersions);
    const { answer } = this.#entryOf(id);
    const deployed = new Map([...found, ...answer.deployed]);
    this.#set(id, { answer: { ...answer, deployed }, historySent: deployment });
  };
}
