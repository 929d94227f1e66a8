import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { PolledSources } from '#data/polling/polled-sources.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';
import { openQueue } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

beforeEach(stubBrowser);
afterEach(unstubBrowser);

function open(followers: readonly PollSource[] = []) {
  const { queue, poll } = openQueue();
  const readings = new ReadingStore(createApiClient({ source: 'sources', baseUrl: '' }));
  const sources = new PolledSources({ readings, queue, followerSources: () => followers });
  const take = (source: PollSource, state: string, observedAt = Date.now()) => {
    const statuses = source.environmentIds.map((id) => ({ id, state, lastDeploymentState: state }));
    readings.apply({ source, statuses, presentIds: source.environmentIds, requestedAt: observedAt, observedAt });
  };
  const show = (...own: readonly PollSource[]) => {
    sources.setOwn(own);
    sources.collect();
  };
  const sendPartial = (id: string) => queue.importState({ waitUntil: 0, health: [], partial: [id], usesOverview: [] });
  return { sources, queue, poll, take, show, sendPartial };
}

const keysOf = (sources: readonly PollSource[]) => sources.map(({ key }) => key);

test('polls a project of two tabs once, with the environments of both, and shows only its own', () => {
  const [mine, theirs] = [aProject('p', ['a']), aProject('p', ['b'])];
  const { sources, show } = open([theirs, aProject('q')]);
  show(mine);
  expect(keysOf(sources.all)).toEqual(['project:p', 'project:q']);
  expect(sources.environmentIds).toEqual(new Set(['a', 'b', 'q']));
  expect(sources.shown).toEqual([mine]);
});

test('polls and shows the environments of a project one by one when its answers lack details', () => {
  const { sources, show, sendPartial } = open();
  const own = [aProject('p', ['a', 'b']), aProject('q')];
  sendPartial('p');
  show(...own);
  const expected = [environmentSource('a').key, environmentSource('b').key, 'project:q'];
  expect(keysOf(sources.all)).toEqual(expected);
  expect(keysOf(sources.shown)).toEqual(expected);
  expect(sources.own, 'other tabs receive the project').toEqual(own);
});

test('notes which sources hold an environment in progress, when it collects them and after each answer', () => {
  const { sources, show, take } = open();
  const [idle, busy] = [aProject('idle', ['a', 'b']), aProject('busy', ['c', 'd'])];
  take(idle, 'DEPLOYED');
  take(busy, 'DEPLOYED');
  take(environmentSource('d'), 'BUILDING', Date.now() + 1);
  show(idle, busy);
  expect(sources.moving).toEqual(new Set([busy.key]));
  take(idle, 'DEPLOYING', Date.now() + 1);
  sources.noteAnswer(idle);
  expect(sources.moving).toEqual(new Set([busy.key, idle.key]));
  take(busy, 'DEPLOYED', Date.now() + 2);
  sources.noteAnswer(busy);
  expect(sources.moving).toEqual(new Set([idle.key]));
});

test('takes a source without a reading for one in progress, so that it is polled soon', () => {
  const { sources, show } = open();
  show(aProject('new'));
  expect(sources.moving).toEqual(new Set(['project:new']));
});

test('dates a source by its last answer, or by the newest reading of an earlier page', async () => {
  const { sources, take, poll } = open();
  const project = aProject('p', ['a', 'b']);
  expect(sources.observedAtOf(project)).toBe(0);
  take(environmentSource('a'), 'DEPLOYED', 1_000);
  take(environmentSource('b'), 'DEPLOYED', 2_000);
  expect(sources.observedAtOf(project)).toBe(2_000);
  const now = Date.now();
  await poll(project);
  expect(sources.observedAtOf(project)).toBe(now);
});
