import { removeByPrefix } from '#browser/json-storage.ts';
import { removeText } from '#browser/storage.ts';
import { removeDatabases } from '#data/api-databases.ts';
import { apiScope, scopedKey } from '#data/api-scope.ts';
import { loadEnvironments, removeDirectory } from '#data/directory/persisted-directory.ts';
import { filterReadings, removeReadings, startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import { forgetOwners, readOwners } from './token-owners.ts';

/**
 * Removes the names, versions, histories, activity and readings that were fetched with one token. `print` is its
 * fingerprint; without it, the data of all tokens of this API is removed. A reading stays only if another token owns its
 * environment; histories and activity never stay.
 */
export function clearTokenData(print: string | undefined): void {
  const api = apiScope();
  if (print === undefined) removeReadings(api);
  else {
    const owners = readOwners();
    const environments = loadEnvironments(api);
    filterReadings(api, (id) => {
      const { projectId = '', organizationId = '' } = environments.get(id) ?? {};
      const owner = owners[id] ?? owners[projectId] ?? owners[organizationId];
      return owner !== undefined && owner !== print;
    });
  }
  startReadingsGeneration();
  forgetOwners(print);
  // A token's scope follows the `#`. Without it, `/api` would be a prefix of `/api-b`, whose data stays.
  removeByPrefix('local', `${scopedKey('feed')}#`);
  removeText('local', scopedKey('versions'));
  removeDirectory(api);
  removeDatabases(api);
}
