import { serverNow } from '#browser/server-now.ts';
import { type Members, membersAfter } from '#domain/environment/project-members.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { MAX_AHEAD_MS } from '#domain/server-clock.ts';
import type { ProjectList } from './reading-rows.ts';

/** Holds the environments that each project listed last. Times are epoch milliseconds of server time. */
export class StoredLists {
  #members: Readonly<Record<string, Members>> = {};
  /** When the last list of each project was requested. */
  readonly #listedAt = new Map<string, number>();

  /** The environments of each project, by project id. The same object until an environment is added or removed. */
  get members(): Readonly<Record<string, Members>> {
    return this.#members;
  }

  /** Applies the list of an answer. A list that was requested earlier never replaces a later one. */
  apply(
    projectId: string,
    presentIds: readonly string[],
    { requestedAt, observedAt }: Pick<StatusAnswer, 'requestedAt' | 'observedAt'>,
  ): void {
    const listedAt = this.#listedAt.get(projectId) ?? 0;
    // A time in the future means that the clock was set back.
    if (requestedAt < listedAt && listedAt <= serverNow() + MAX_AHEAD_MS) return;
    this.#listedAt.set(projectId, requestedAt);
    const members = membersAfter(this.#members[projectId], presentIds, observedAt);
    if (members !== this.#members[projectId]) this.#members = { ...this.#members, [projectId]: members };
  }

  /** Replaces each list that was requested earlier than the persisted one. */
  restore(projects: Readonly<Record<string, ProjectList>>): void {
    for (const [projectId, { askedAt, members }] of Object.entries(projects)) {
      if (askedAt < (this.#listedAt.get(projectId) ?? 0)) continue;
      this.#listedAt.set(projectId, askedAt);
      this.#members = { ...this.#members, [projectId]: members };
    }
  }

  /** Removes an environment from every list. */
  remove(environmentId: string): void {
    this.#members = Object.fromEntries(
      Object.entries(this.#members).map(([project, { [environmentId]: _, ...others }]) => [project, others]),
    );
  }

  /** Returns the lists to persist, by project id. */
  toPersist(): Readonly<Record<string, ProjectList>> {
    return Object.fromEntries(
      Object.entries(this.#members).map(([id, members]) => [id, { askedAt: this.#listedAt.get(id) ?? 0, members }]),
    );
  }
}
