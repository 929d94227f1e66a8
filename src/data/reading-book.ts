import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/client.ts';
import { mergeAnswer } from '#domain/answer.ts';
import { type Members, membersAfter } from '#domain/membership.ts';
import { type Moments, momentsAfter, type Transition } from '#domain/moments.ts';
import type { Source } from '#domain/source.ts';
import type { EnvironmentStatus } from '#domain/status.ts';
import { keepReadings, readKeptReadings } from './kept-readings.ts';
import { NO_STATUSES, statusQueries } from './queries.ts';

export type Answer = {
  readonly source: Source;
  readonly statuses: readonly EnvironmentStatus[];
  readonly presentIds: readonly string[];
  readonly askedAt: number;
  readonly heardAt: number;
};

const KEEP_EVERY_MS = 10_000;
const NO_TRANSITIONS: readonly Transition[] = [];

/**
 * All readings of one API. The statuses themselves live in the query cache; this holds when each was heard, and keeps
 * both in this browser's storage.
 */
export class ReadingBook {
  readonly #client: QueryClient;
  readonly #api: ApiClient;
  #moments: Map<string, Moments>;
  #members: Readonly<Record<string, Members>>;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient, api: ApiClient) {
    this.#client = client;
    this.#api = api;
    const { statuses, moments, members } = readKeptReadings(api.source);
    this.#moments = new Map(moments);
    this.#members = members;
    const { queryKey } = statusQueries.readings(api);
    client.setQueryData(queryKey, { ...statuses, ...client.getQueryData(queryKey) });
  }

  readonly momentsOf = (environmentId: string): Moments | undefined => this.#moments.get(environmentId);

  readonly transitionsOf = (environmentId: string): readonly Transition[] =>
    this.#moments.get(environmentId)?.transitions ?? NO_TRANSITIONS;

  /** What pinned projects were last heard to hold. The same object until something comes or goes. */
  readonly members = (): Readonly<Record<string, Members>> => this.#members;

  statuses() {
    return this.#client.getQueryData(statusQueries.readings(this.#api).queryKey) ?? NO_STATUSES;
  }

  accept({ source, statuses, presentIds, askedAt, heardAt }: Answer): void {
    const before = this.statuses();
    const after = mergeAnswer(before, statuses, askedAt, (id) => this.#moments.get(id)?.askedAt);
    for (const status of statuses) {
      const { id } = status;
      const known = this.#moments.get(id);
      if (askedAt >= (known?.askedAt ?? 0))
        this.#moments.set(id, momentsAfter(known, before[id], status, { askedAt, heardAt }));
    }
    if (source.kind === 'project') {
      const members = membersAfter(this.#members[source.id], presentIds, heardAt);
      if (members !== this.#members[source.id]) this.#members = { ...this.#members, [source.id]: members };
    }
    if (after !== before) this.#client.setQueryData(statusQueries.readings(this.#api).queryKey, after);
    this.#keepTimer ??= setTimeout(this.keep, KEEP_EVERY_MS);
  }

  /** Leaves a vanished environment out from now on. */
  dismiss(environmentId: string): void {
    this.#members = Object.fromEntries(
      Object.entries(this.#members).map(([project, { [environmentId]: _, ...rest }]) => [project, rest]),
    );
    this.keep();
  }

  /** Writes everything down now. */
  readonly keep = (): void => {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    keepReadings(this.#api.source, { statuses: this.statuses(), moments: this.#moments, members: this.#members });
  };
}
