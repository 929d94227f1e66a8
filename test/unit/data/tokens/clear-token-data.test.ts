import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

const API = 'https://api.example';
const [MINE, THEIRS] = ['aaaaaaaa', 'bbbbbbbb'];

/** Opens a page with the readings and names of four environments: one of each token, one of both, and one of neither. */
async function openPage() {
  vi.resetModules();
  const { setApiScope } = await import('#data/api-scope.ts');
  setApiScope({ api: API, auth: 'token' });
  const { createApiClient } = await import('#api/api-client.ts');
  const { ReadingStore } = await import('#data/readings/reading-store.ts');
  const { saveDirectory, loadEnvironments } = await import('#data/directory/persisted-directory.ts');
  const { TokenOwners, readOwners } = await import('#data/tokens/token-owners.ts');
  const { clearTokenData } = await import('#data/tokens/clear-token-data.ts');
  const api = createApiClient({ source: API, baseUrl: '' });
  const environment = (id: string, organizationId: string): EnvironmentInfo => ({
    id,
    name: id,
    mode: 'PRODUCTION',
    projectId: `project of ${id}`,
    projectName: '',
    organizationId,
    organizationName: '',
  });
  const environments = [environment('mine', 'my organization'), environment('theirs', 'their organization')];
  saveDirectory(api, new Map(environments.map((one) => [one.id, one])));
  const owners = new TokenOwners(() => undefined);
  owners.remember('my organization', MINE);
  owners.remember('their organization', THEIRS);
  owners.remember('shared', THEIRS);
  const readings = new ReadingStore(api);
  const statuses = ['mine', 'theirs', 'shared', 'unowned'].map((id) => ({
    id,
    state: 'DEPLOYED',
    lastDeploymentState: 'DEPLOYED',
  }));
  const source = { key: 'p', kind: 'project' as const, id: 'p', environmentIds: [] };
  readings.apply({ source, statuses, presentIds: [], requestedAt: Date.now(), observedAt: Date.now() });
  readings.persistLater();
  readings.persist();
  const storedIds = () => Object.keys(new ReadingStore(api).statuses()).toSorted();
  expect(storedIds()).toEqual(['mine', 'shared', 'theirs', 'unowned']);
  expect(loadEnvironments(API).size).toBe(2);
  return { clearTokenData, storedIds, readings, readOwners, loadEnvironments };
}

beforeEach(() => {
  stubHost();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  unstubHost();
});

describe('the removal of one token', () => {
  test('keeps only the readings of environments that another token owns, by itself or by its organization', async () => {
    const { clearTokenData, storedIds } = await openPage();
    clearTokenData(MINE);
    expect(storedIds()).toEqual(['shared', 'theirs']);
  });

  test('removes the names, which do not show the token they came from, and the token’s ownerships', async () => {
    const { clearTokenData, loadEnvironments, readOwners } = await openPage();
    clearTokenData(MINE);
    expect(loadEnvironments(API).size).toBe(0);
    expect(readOwners()).toEqual({ 'their organization': THEIRS, shared: THEIRS });
  });

  test('removes feeds and versions of this API, and none of another', async () => {
    const { clearTokenData } = await openPage();
    const keys = [`envboard.feed@${API}#x`, `envboard.versions@${API}`, 'envboard.versions@https://other.example'];
    // The address of this API is the beginning of the other's.
    const longer = [`envboard.feed@${API}-b#x`, `envboard.versions@${API}-b`, `envboard.versions@${API}/v2`];
    for (const key of [...keys, ...longer]) localStorage.setItem(key, '{}');
    clearTokenData(MINE);
    expect(keys.map((key) => localStorage.getItem(key))).toEqual([null, null, '{}']);
    expect(longer.map((key) => localStorage.getItem(key))).toEqual(['{}', '{}', '{}']);
  });

  test('lets an open page store nothing again', async () => {
    const { clearTokenData, storedIds, readings } = await openPage();
    clearTokenData(MINE);
    readings.persistLater();
    readings.persist();
    expect(storedIds()).toEqual(['shared', 'theirs']);
  });
});

test('removes the readings of every token when all are removed', async () => {
  const { clearTokenData, storedIds, readOwners } = await openPage();
  clearTokenData(undefined);
  expect(storedIds()).toEqual([]);
  expect(readOwners()).toEqual({});
});
