import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { replayAnswers } from '#data/polling/replay-answers.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const project = aProject('p', ['a', 'b']);

beforeEach(stubBrowser);
afterEach(unstubBrowser);

const openStore = () => new ReadingStore(createApiClient({ source: 'replay', baseUrl: '' }));
const answer = (part: Partial<StatusAnswer> = {}): StatusAnswer => ({
  source: project,
  statuses: ['a', 'b'].map((id) => ({ id, state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' })),
  presentIds: ['a', 'b', 'without-status'],
  requestedAt: Date.now() - 200,
  observedAt: Date.now() - 100,
  ...part,
});

test('makes the readings of another tab equal, and their members', () => {
  const [mine, theirs] = [openStore(), openStore()];
  mine.apply(answer({ via: 'cache' }));
  for (const one of replayAnswers([project], mine, () => Date.now() - 200)) theirs.apply(one);
  expect(theirs.statuses()).toEqual(mine.statuses());
  expect(theirs.observationOf('a')).toEqual(mine.observationOf('a'));
  expect(theirs.observationOf('a')?.via).toBe('cache');
  expect(theirs.members()).toEqual(mine.members());
  expect(Object.keys(theirs.members().p ?? {})).toContain('without-status');
});

test('lists no environment as present that has vanished from its project', () => {
  const readings = openStore();
  readings.apply(answer());
  readings.apply(answer({ statuses: [], presentIds: ['a'] }));
  const [list] = replayAnswers([project], readings, () => 1);
  expect(list).toMatchObject({ source: project, presentIds: ['a'], requestedAt: 1 });
});

test('replays each environment once, and only those of the sources', () => {
  const readings = openStore();
  readings.apply(answer());
  const replayed = replayAnswers([environmentSource('a'), environmentSource('a')], readings, () => 1);
  expect(replayed.map(({ presentIds }) => presentIds)).toEqual([['a']]);
});

test('replays no list of a project that has not answered this page', () => {
  const readings = openStore();
  readings.apply(answer());
  expect(replayAnswers([project], readings, () => 1)).toHaveLength(3);
  expect(replayAnswers([project], readings, () => undefined)).toHaveLength(2);
});

test('replays no reading that an earlier page persisted', () => {
  const earlier = openStore();
  earlier.apply(answer());
  earlier.persistLater();
  earlier.persist();
  const readings = openStore();
  expect(readings.observationOf('a')?.isPersisted).toBe(true);
  expect(replayAnswers([environmentSource('a')], readings, () => undefined)).toEqual([]);
  readings.apply(answer());
  expect(replayAnswers([environmentSource('a')], readings, () => undefined)).toHaveLength(1);
});
