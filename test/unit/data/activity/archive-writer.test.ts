import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openArchive } from '#data/activity/activity-archive.ts';
import { ArchiveWriter } from '#data/activity/archive-writer.ts';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';

const API = 'https://api.example';
const NOW = Date.UTC(2026, 7, 3, 10);
const DAY_MS = 86_400_000;
const COVERAGE = { environmentId: 'e', knownFrom: 0, requestedAt: NOW };

const anEntry = (id: string, at = NOW, environmentId = 'e'): ActivityEntry => ({
  key: `${environmentId} ${id}`,
  environmentId,
  deploymentId: id,
  at,
  state: 'DEPLOYED',
  sources: ['history'],
});

beforeEach(() => {
  // The database needs its own timers.
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The database answers after some turns of the event loop. */
const settle = async () => {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const stored = async () => {
  const archive = openArchive(API);
  const content = await archive.read();
  archive.close();
  return content;
};
const storedIds = async () => (await stored())?.entries.map(({ deploymentId }) => deploymentId).toSorted();

async function openWriter(onRefused = () => {}) {
  const writer = new ArchiveWriter(API, onRefused);
  await writer.read();
  const write = async (entries: readonly ActivityEntry[], coverage = COVERAGE) => {
    writer.writeLater([{ id: 'e', entries, coverage }]);
    writer.flush();
    await settle();
  };
  return { writer, write };
}

describe('a change', () => {
  test('is written two seconds later, with those in between', async () => {
    const { writer } = await openWriter();
    writer.writeLater([{ id: 'e', entries: [anEntry('a')], coverage: COVERAGE }]);
    await vi.advanceTimersByTimeAsync(1_999);
    await settle();
    expect(await storedIds()).toEqual([]);
    writer.writeLater([{ id: 'e', entries: [anEntry('a'), anEntry('b')], coverage: COVERAGE }]);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(await storedIds()).toEqual(['a', 'b']);
  });

  test('is written at once when the page closes', async () => {
    const { writer } = await openWriter();
    writer.writeLater([{ id: 'e', entries: [anEntry('a')], coverage: COVERAGE }]);
    writer.flush();
    await settle();
    expect(await storedIds()).toEqual(['a']);
  });

  test('that replaces an entry removes the one before, also one of an earlier page', async () => {
    await (await openWriter()).write([anEntry('a'), anEntry('b')]);
    expect(await storedIds()).toEqual(['a', 'b']);
    await (await openWriter()).write([anEntry('b')]);
    expect(await storedIds()).toEqual(['b']);
  });

  test('of one environment leaves those of another', async () => {
    const { writer, write } = await openWriter();
    writer.writeLater([{ id: 'other', entries: [anEntry('x', NOW, 'other')], coverage: undefined }]);
    writer.flush();
    await settle();
    await write([anEntry('a')]);
    expect(await storedIds()).toEqual(['a', 'x']);
  });
});

describe('the archive', () => {
  test('retains 30 days, and claims no coverage beyond them', async () => {
    await (await openWriter()).write([anEntry('new'), anEntry('old', NOW - 31 * DAY_MS)]);
    expect(await storedIds()).toEqual(['new']);
    expect((await stored())?.coverages[0]?.knownFrom).toBe(NOW - 30 * DAY_MS);
  });

  test('retains the newest 5,000 entries of all environments', async () => {
    const { writer } = await openWriter();
    const entries = Array.from({ length: 5_010 }, (_, n) => anEntry(`d${n}`, NOW - n * 60_000));
    const older = [anEntry('oldest', NOW - 20 * DAY_MS, 'other')];
    writer.writeLater([
      { id: 'e', entries, coverage: COVERAGE },
      { id: 'other', entries: older, coverage: undefined },
    ]);
    writer.flush();
    await vi.waitFor(async () => expect(await storedIds()).toHaveLength(5_000), { timeout: 20_000 });
    expect(await storedIds()).not.toContain('oldest');
  });

  test('receives nothing before it was read: entries of an earlier page would be lost', async () => {
    const writer = new ArchiveWriter(API, () => {});
    writer.writeLater([{ id: 'e', entries: [anEntry('a')], coverage: COVERAGE }]);
    writer.flush();
    await settle();
    expect(await storedIds()).toEqual([]);
    await writer.read();
    writer.writeLater([{ id: 'e', entries: [anEntry('a')], coverage: COVERAGE }]);
    writer.flush();
    await settle();
    expect(await storedIds()).toEqual(['a']);
  });

  test('receives no entry of a page that was opened before a token was removed', async () => {
    const { write } = await openWriter();
    await write([anEntry('kept')]);
    startReadingsGeneration();
    await write([anEntry('stale')]);
    expect(await storedIds()).toEqual(['kept']);
  });
});

test('reports once that the browser refuses the database, and tries no more', async () => {
  const onRefused = vi.fn();
  const { writer, write } = await openWriter(onRefused);
  await write([anEntry('stored')]);
  expect(writer.isKept).toBe(true);
  expect(onRefused).not.toHaveBeenCalled();
  // Another page has removed the activity, so the open database is closed.
  const { removeDatabases } = await import('#data/api-databases.ts');
  removeDatabases(API);
  await settle();
  await write([anEntry('a')]);
  expect(writer.isKept).toBe(false);
  await write([anEntry('a'), anEntry('b')]);
  expect(onRefused).toHaveBeenCalledOnce();
});
