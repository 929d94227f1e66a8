import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { takeSkew } from '#browser/server-now.ts';
import { ProjectLists } from '#data/polling/project-lists.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { NO_SKEW } from '#domain/server-clock.ts';
import { openQueue } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const HOUR_MS = 3_600_000;
const project = aProject('p', ['p']);
const withNew = aProject('p', ['p', 'new']);

beforeEach(stubBrowser);
afterEach(() => {
  takeSkew(NO_SKEW);
  unstubBrowser();
});

/** Returns the lists of a page that polls one project, which answers with the environment `p` alone. */
function open() {
  const { queue, poll, answers } = openQueue();
  const readings = new ReadingStore(createApiClient({ source: 'lists', baseUrl: '' }));
  const lists = new ProjectLists(readings, queue);
  const take = (answer: StatusAnswer) => {
    readings.apply(answer);
    lists.noteAnswer(answer);
  };
  const show = (source: PollSource) => lists.setShown([source], new Set(source.environmentIds));
  const answer = async (source: PollSource) => {
    await poll(source);
    for (const one of answers.splice(0)) take(one);
  };
  const isDue = () => queue.healthOf(project.key).requestedAt === undefined;
  const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);
  return { lists, queue, show, answer, take, isDue, later };
}

const listOf = (requestedAt: number, source: PollSource = project): StatusAnswer => ({
  source,
  statuses: [],
  presentIds: ['p'],
  requestedAt,
  observedAt: requestedAt,
});

describe('an environment that a board adds', () => {
  test('makes its project due when the project’s last answer lacks it', async () => {
    const { show, answer, isDue, later } = open();
    show(project);
    await answer(project);
    later(5_000);
    show(project);
    expect(isDue()).toBe(false);
    show(withNew);
    expect(isDue()).toBe(true);
  });

  test('causes no further request when the last answer lists it, or when it was shown before', async () => {
    const { show, answer, isDue, later } = open();
    show(withNew);
    await answer(withNew);
    later(5_000);
    show(withNew);
    expect(isDue()).toBe(false);
    show(aProject('p', ['new']));
    show(withNew);
    expect(isDue()).toBe(false);
    show(project);
    show(withNew);
    expect(isDue(), 'once it was hidden in between').toBe(true);
  });

  test('makes its project due when it had vanished from the project', async () => {
    const { show, answer, take, isDue, later } = open();
    show(project);
    take({ ...listOf(Date.now() - 2_000), presentIds: ['p', 'new'] });
    await answer(project);
    later(5_000);
    show(withNew);
    expect(isDue()).toBe(true);
  });

  test('repeats no request whose answer lists it', async () => {
    const { lists, show, answer, isDue, later } = open();
    await answer(project);
    later(500);
    show(project);
    later(5_000);
    lists.repeatIfOutdated(project);
    expect(isDue()).toBe(false);
  });

  test('causes no further request where it is a source of its own', async () => {
    const { show, answer, queue, later } = open();
    const single = environmentSource('p');
    await answer(single);
    later(5_000);
    show(single);
    expect(queue.healthOf(single.key).requestedAt).toBeDefined();
  });

  test('repeats a request that was in flight', async () => {
    const { lists, show, answer, isDue, later } = open();
    show(project);
    await answer(project);
    lists.repeatIfOutdated(withNew);
    expect(isDue()).toBe(false);
    later(500);
    show(withNew);
    later(5_000);
    lists.repeatIfOutdated(withNew);
    expect(isDue()).toBe(true);
  });

  test('repeats no request that was sent after a board showed it: the project does not have it', async () => {
    const { lists, show, answer, isDue, later } = open();
    show(withNew);
    later(1);
    await answer(withNew);
    later(5_000);
    lists.repeatIfOutdated(withNew);
    expect(isDue()).toBe(false);
  });

  test('repeats no request when the clock was set back since the board showed it', async () => {
    const { lists, show, answer, isDue, later } = open();
    show(project);
    await answer(project);
    later(500);
    show(withNew);
    later(-HOUR_MS);
    lists.repeatIfOutdated(withNew);
    expect(isDue()).toBe(false);
  });
});

describe('isListedSinceShown', () => {
  test('is true only when the answer was requested after a board began to show the environment', () => {
    const { lists, show, take } = open();
    const now = Date.now();
    take(listOf(now - 1));
    show(withNew);
    expect(lists.isListedSinceShown('p', 'new')).toBe(false);
    take(listOf(now));
    expect(lists.isListedSinceShown('p', 'new')).toBe(true);
    expect(lists.isListedSinceShown('p', 'not shown')).toBe(false);
    show(project);
    expect(lists.isListedSinceShown('p', 'new')).toBe(false);
  });

  test('compares both times by this computer’s clock', () => {
    const { lists, show, take } = open();
    takeSkew({ ms: HOUR_MS, isCertain: true });
    show(withNew);
    take(listOf(Date.now() - HOUR_MS - 1));
    expect(lists.isListedSinceShown('p', 'new')).toBe(false);
    take(listOf(Date.now() - HOUR_MS));
    expect(lists.isListedSinceShown('p', 'new')).toBe(true);
  });
});

describe('the time of the last list', () => {
  test('ignores an answer that was requested earlier, unless the clock was set back', () => {
    const { lists, take, later } = open();
    const now = Date.now();
    take(listOf(now));
    take(listOf(now - 1_000));
    expect(lists.requestedAtOf(project)).toBe(now);
    later(-HOUR_MS);
    take(listOf(now - HOUR_MS));
    expect(lists.requestedAtOf(project)).toBe(now - HOUR_MS);
  });

  test('is the time of the answer where a source lists no environments', async () => {
    const { lists, answer, queue, take } = open();
    const single = environmentSource('p');
    take(listOf(Date.now() - 1_000, single));
    expect(lists.requestedAtOf(single)).toBeUndefined();
    await answer(single);
    expect(lists.requestedAtOf(single)).toBe(queue.healthOf(single.key).observedAt);
  });
});
