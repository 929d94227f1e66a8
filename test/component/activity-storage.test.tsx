import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openArchive } from '#data/activity/activity-archive.ts';
import { apiScope, setApiScope } from '#data/api-scope.ts';
import { openHistoryArchive } from '#data/history/history-archive.ts';
import { clearDeviceData } from '#data/tokens/clear-device-data.ts';
import { clearTokenData } from '#data/tokens/clear-token-data.ts';

const entry = { key: 'e d', environmentId: 'e', at: 1, state: 'DEPLOYED', sources: ['history'] } as const;

async function keep(api: string): Promise<void> {
  const archive = openArchive(api);
  expect(await archive.write({ entries: [entry], coverages: [], removedKeys: [] })).toBe(true);
  archive.close();
  const histories = openHistoryArchive(api);
  await histories.write([{ environmentId: 'e', keptAt: Date.now(), deployments: [] }]);
  histories.close();
}

/** Returns the numbers of stored entries and of kept histories. */
async function countsOf(api: string): Promise<readonly [entries: number | undefined, histories: number]> {
  const archive = openArchive(api);
  const content = await archive.read();
  archive.close();
  const histories = openHistoryArchive(api);
  const kept = await histories.read();
  histories.close();
  return [content?.entries.length, kept.length];
}

it.each([
  ['the device is cleared', clearDeviceData],
  ['a token is forgotten', () => clearTokenData('print')],
])('removes the activity and the histories of this API alone when %s', async (_, remove) => {
  const other = 'https://other.example';
  setApiScope({ api: 'https://api.example', auth: 'token' });
  await keep(apiScope());
  await keep(other);
  expect(await countsOf(apiScope())).toEqual([1, 1]);
  remove();
  await vi.waitFor(async () => expect(await countsOf(apiScope())).toEqual([0, 0]));
  expect(await countsOf(other)).toEqual([1, 1]);
});
