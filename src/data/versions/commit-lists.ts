import type { ApiClient } from '#api/api-client.ts';
import { commitList } from '#api/version-schemas.ts';
import type { DueRequest } from '#data/history/spare-scheduler.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Commit } from '#domain/versions/service-version.ts';

/** A service whose list of commits is wanted, and the commits that the list should hold. */
export type CommitRequest = {
  readonly serviceId: string;
  /** APPLICATION, JOB, HELM or TERRAFORM: other kinds have no list. */
  readonly kind: string;
  readonly commitIds: readonly string[];
};

export type CommitLists = ReadonlyMap<
  string,
  { readonly commits: readonly Commit[]; readonly failure: Failure | undefined; readonly at: number }
>;

const PATH_OF_KIND: Readonly<Record<string, string>> = {
  APPLICATION: 'application',
  JOB: 'job',
  HELM: 'helm',
  TERRAFORM: 'terraform',
};
/** A list that lacks a commit is requested again after this many milliseconds: the commit may be newer than the list. */
const RENEW_MS = 600_000;
/** A list that could not be fetched is requested again after this many milliseconds. */
const RETRY_MS = 3_600_000;

/** The lists of commits by service id: the last 100 of the service's branch. */
export class CommitListStore {
  readonly #api: ApiClient;
  readonly #onChange: () => void;
  #requests: readonly CommitRequest[] = [];
  #lists: CommitLists = new Map();

  constructor(api: ApiClient, onChange: () => void) {
    this.#api = api;
    this.#onChange = onChange;
  }

  get lists(): CommitLists {
    return this.#lists;
  }

  setRequests(requests: readonly CommitRequest[]): void {
    this.#requests = requests.filter(({ kind }) => PATH_OF_KIND[kind] !== undefined);
  }

  /** Returns the first list that is missing, or lacks a wanted commit and is old. */
  next(now: number): DueRequest | undefined {
    const request = this.#requests.find(({ serviceId, commitIds }) => {
      const list = this.#lists.get(serviceId);
      if (!list) return true;
      const listed = new Set(list.commits.map(({ id }) => id));
      const age = Math.abs(now - list.at);
      if (list.failure) return age >= RETRY_MS;
      return age >= RENEW_MS && commitIds.some((id) => !listed.has(id));
    });
    if (!request) return undefined;
    const { serviceId, kind } = request;
    const path = `/${PATH_OF_KIND[kind]}/${serviceId}/commit`;
    return {
      at: now,
      send: async () => this.#set(serviceId, await this.#api.get(path, commitList), undefined),
      onFailure: (failure) => this.#set(serviceId, this.#lists.get(serviceId)?.commits ?? [], failure),
    };
  }

  #set(serviceId: string, commits: readonly Commit[], failure: Failure | undefined): void {
    this.#lists = new Map(this.#lists).set(serviceId, { commits, failure, at: Date.now() });
    this.#onChange();
  }
}
