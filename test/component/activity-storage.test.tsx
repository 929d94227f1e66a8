import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openArchive } from '#data/activity/activity-archive.ts';
import { apiScope, setApiScope } from '#data/api-scope.ts';
import { clearDeviceData } from '#data/tokens/clear-device-data.ts';
import { clearTokenData } from '#data/tokens/clear-token-data.ts';

const entry = { key: 'e d', environmentId: 'e', at: 1, state: 'DEPLOYED', sources: ['history'] } as const;

async function keep(api: string): Promise<void> {
  const archive = openArchive(api);
  expect(await archive.write({ entries: [entry], coverages: [], removedKeys: [] })).toBe(true);
  archive.close();
}

async function countOf(api: string): Promise<number | undefined> {
  const archive = openArchive(api);
  const content = await archive.read();
  archive.close();
  return content?.entries.length;
}

it.each([
  ['the device is cleared', clearDeviceData],
  ['a token is forgotten', () => clearTokenData('print')],
])('removes the activity of this API alone when %s', async (_, remove) => {
  const other = 'https://other.example';
  setApiScope({ api: 'https://api.example', auth: 'token' });
  await keep(apiScope());
  await keep(other);
  remove();
  await vi.waitFor(async () => expect(await countOf(apiScope())).toBe(0));
  expect(await countOf(other)).toBe(1);
});
