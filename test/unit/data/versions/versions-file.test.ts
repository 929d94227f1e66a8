import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import { openVersionsFile } from '#data/versions/versions-file.ts';
import { versionOfTag } from '#domain/versions/version.ts';
import { NO_ANSWER } from '#domain/versions/version-answer.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const KEY = 'envboard.versions@test';
beforeEach(stubBrowser);
afterEach(unstubBrowser);

const sent = (at: number) => ({
  deployment: 'a',
  isFinished: true,
  isSettled: true,
  tone: 'ok' as const,
  configuration: undefined,
  at,
});
const version = versionOfTag('1.2.3');
const service = {
  id: 's',
  name: 'api',
  kind: 'CONTAINER',
  source: { kind: 'image' as const, registry: 'ghcr.io', image: 'api' },
  configured: version,
  deployedCommit: undefined,
  commitNotedAt: undefined,
};
const stored = (at: number) => ({
  answer: {
    ...NO_ANSWER,
    services: [service],
    observedAt: 5,
    states: [{ id: 's', kind: 'CONTAINER', state: 'DEPLOYED', lastDeployedAt: 4, configuration: 'UP_TO_DATE' }],
    unreadStates: 2,
    deployed: new Map(version ? [['s', version]] : []),
  },
  servicesSent: sent(at),
  statesSent: sent(at),
});

it('restores the answers of an earlier page', () => {
  openVersionsFile('test').write('e', stored(1));
  expect([...openVersionsFile('test').read()]).toEqual([['e', stored(1)]]);
  expect(openVersionsFile('other').read().size).toBe(0);
});

it('retains the 150 environments that were requested last', () => {
  const file = openVersionsFile('test');
  for (let n = 0; n < 155; n += 1) file.write(`e${n}`, stored(n));
  const ids = [...file.read().keys()];
  expect(ids).toHaveLength(150);
  expect(ids[0]).toBe('e154');
});

it('returns no answer from damaged text, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      localStorage.setItem(KEY, text);
      expect(openVersionsFile('test').read().size).toBe(0);
    }),
  );
});

it('removes all stored answers when the storage is full, so that no old answer appears as the last', () => {
  const file = openVersionsFile('test');
  file.write('e', stored(1));
  expect(localStorage.getItem(KEY)).not.toBeNull();
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  file.write('e', stored(2));
  expect(localStorage.getItem(KEY)).toBeNull();
  expect(file.read().size).toBe(0);
});

/** Counts the writes of the whole file. */
const writes = () => vi.spyOn(localStorage, 'setItem').mock.calls.filter(([key]) => key === KEY).length;

it('writes once in five seconds, however many answers arrive', () => {
  const before = writes();
  const file = openVersionsFile('test');
  const end = file.subscribe(() => {});
  for (let n = 0; n < 20; n += 1) {
    file.write(`e${n}`, stored(n));
    vi.advanceTimersByTime(250);
  }
  expect(writes() - before).toBe(1);
  expect(openVersionsFile('test').read().size).toBe(20);
  end();
  expect(writes() - before).toBe(1);
});

it('writes what waits when the page is hidden, and when the user leaves Versions', () => {
  const file = openVersionsFile('test');
  const end = file.subscribe(() => {});
  file.write('e', stored(1));
  expect(localStorage.getItem(KEY)).toBeNull();
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect([...openVersionsFile('test').read().keys()]).toEqual(['e']);
  file.write('f', stored(2));
  end();
  expect([...openVersionsFile('test').read().keys()]).toEqual(['f', 'e']);
});

it('passes an answer to another tab before it is written, so that the tab does not request it again', async () => {
  const [mine, theirs] = [openVersionsFile('test'), openVersionsFile('test')];
  const onChange = vi.fn();
  const ends = [mine.subscribe(() => {}), theirs.subscribe(onChange)];
  mine.write('e', stored(1));
  await vi.advanceTimersByTimeAsync(10);
  expect(localStorage.getItem(KEY)).toBeNull();
  expect(onChange).toHaveBeenCalledOnce();
  expect([...theirs.read()]).toEqual([['e', stored(1)]]);
  for (const end of ends) end();
});

it('writes no answer of a session after one of its tokens was removed, and those of the next session', () => {
  const file = openVersionsFile('test');
  const end = file.subscribe(() => {});
  file.write('e', stored(1));
  startReadingsGeneration();
  file.write('f', stored(2));
  end();
  const next = openVersionsFile('test');
  expect(next.read().size).toBe(0);
  next.write('g', stored(3));
  expect([...openVersionsFile('test').read().keys()]).toEqual(['g']);
});
