import * as v from 'valibot';
import { createPersistentStore, usePersistentStore } from '#browser/persistent-store.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { Directory } from '#domain/environment/directory.ts';

/** Ids of organizations, projects or environments, and the fingerprint of the token that answered for them. */
const owners = createPersistentStore<Readonly<Record<string, string>>>({
  key: () => scopedKey('token-owners'),
  version: 1,
  schema: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))),
  initial: {},
});
/** Beyond so many, the oldest are found out anew. */
const MOST = 1_000;

/**
 * Which token answers for what. Known of an organization, it holds for all that the names place there; only what
 * differs from that, or is in no list of names, is remembered by itself. Kept over reloads, so that they ask nobody in vain.
 */
export class TokenOwners {
  readonly #names: () => Directory | undefined;
  readonly #known = new Map(Object.entries(owners.get()));
  #directory: Directory | undefined;
  #organizations: ReadonlyMap<string, string> = new Map();

  /** Given the names, as far as they are known. */
  constructor(names: () => Directory | undefined) {
    this.#names = names;
  }

  /** The fingerprint of the token for an environment, a project or an organization. It may have been forgotten since. */
  ownerOf(id: string): string | undefined {
    return this.#known.get(id) ?? this.#known.get(this.#organizationOf(id) ?? '');
  }

  remember(id: string, key: string): void {
    if (this.ownerOf(id) === key) return;
    this.#known.delete(id);
    this.#known.set(id, key);
    owners.set(Object.fromEntries([...this.#known].slice(-MOST)));
  }

  #organizationOf(id: string): string | undefined {
    const directory = this.#names();
    if (directory !== this.#directory) {
      this.#directory = directory;
      const all = [...(directory?.values() ?? [])];
      this.#organizations = new Map(
        all.flatMap(({ id: environment, projectId, organizationId }) => [
          [environment, organizationId],
          [projectId, organizationId],
        ]),
      );
    }
    return this.#organizations.get(id);
  }
}

export const readOwners = (): Readonly<Record<string, string>> => owners.get();

/** Forgets what a token, by its fingerprint, answers for; what any token answers for without one. */
export function forgetOwners(print: string | undefined): void {
  owners.set(
    Object.fromEntries(Object.entries(owners.get()).filter(([, owner]) => print !== undefined && owner !== print)),
  );
}

/** Returns the owners, by the id of an organization, project or environment. */
export const useOwners = (): Readonly<Record<string, string>> => usePersistentStore(owners);
