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
/** Maximum number of stored ids. Beyond it, the oldest are removed and tried with each token again. */
const MAX_STORED = 1_000;

/**
 * Records which token owns an organization, a project or an environment: the token of the last successful response. The
 * owner of an organization owns all its projects and environments; only exceptions, and ids that the directory lacks,
 * are stored one by one. The owners are persisted, so that a reload sends no request with the wrong token.
 */
export class TokenOwners {
  readonly #names: () => Directory | undefined;
  readonly #ownerOf = new Map(Object.entries(owners.get()));
  #directory: Directory | undefined;
  #organizations: ReadonlyMap<string, string> = new Map();

  /** `names` returns the directory fetched so far. */
  constructor(names: () => Directory | undefined) {
    this.#names = names;
  }

  /** Returns the owner's fingerprint for an environment, a project or an organization. That token may be removed by now. */
  ownerOf(id: string): string | undefined {
    return this.#ownerOf.get(id) ?? this.#ownerOf.get(this.#organizationOf(id) ?? '');
  }

  remember(id: string, key: string): void {
    if (this.ownerOf(id) === key) return;
    this.#ownerOf.delete(id);
    this.#ownerOf.set(id, key);
    owners.set(Object.fromEntries([...this.#ownerOf].slice(-MAX_STORED)));
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

/** Returns the fingerprint of the owner of each stored id. */
export const readOwners = (): Readonly<Record<string, string>> => owners.get();

/** Removes all ids that a token owns. `print` is its fingerprint; without it, the ids of all tokens are removed. */
export function forgetOwners(print: string | undefined): void {
  owners.set(
    Object.fromEntries(Object.entries(owners.get()).filter(([, owner]) => print !== undefined && owner !== print)),
  );
}

/** Returns the owners, by the id of an organization, project or environment. */
export const useOwners = (): Readonly<Record<string, string>> => usePersistentStore(owners);
