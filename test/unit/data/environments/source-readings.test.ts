import { afterEach, describe, expect, test } from 'vitest';
import { takeSkew } from '#browser/server-now.ts';
import { createSourceReader } from '#data/environments/source-readings.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import { initialPollingState, type PollingState } from '#domain/polling/polling-state.ts';
import { NEVER_REQUESTED } from '#domain/polling/source-health.ts';
import { NO_SKEW } from '#domain/server-clock.ts';
import { aProject } from '#test/support/poll-sources.ts';

const project = aProject('p', ['a', 'b']);
const single = environmentSource('c');
const MEMBERS = { p: { a: null, b: null } };
const polling: PollingState = {
  ...initialPollingState(30_000),
  sources: [project, single],
  health: new Map([
    [project.key, { ...NEVER_REQUESTED, requestedAt: 1_000, observedAt: 1_100 }],
    [
      single.key,
      {
        ...NEVER_REQUESTED,
        requestedAt: 2_000,
        failure: { kind: 'server', status: 503 },
        failingSince: 2_000,
        failures: 1,
      },
    ],
  ]),
};

afterEach(() => takeSkew(NO_SKEW));

test('reads the source of each environment: its last answer, its failure and its members', () => {
  const read = createSourceReader()(polling, MEMBERS);
  expect(read('a')).toMatchObject({ source: project, observedAt: 1_100, failure: undefined, members: MEMBERS.p });
  expect(read('b')).toBe(read('a'));
  expect(read('c')).toMatchObject({
    source: single,
    failingSince: 2_000,
    failure: { kind: 'server' },
    members: undefined,
  });
  expect(read('of no source')).toMatchObject({ source: undefined, observedAt: undefined, calmMs: 30_000 });
});

test('dates answers by the server’s clock', () => {
  takeSkew({ ms: 100, isCertain: true });
  expect(createSourceReader()(polling, MEMBERS)('a').observedAt).toBe(1_000);
});

test('uses the plan of the source where it has one of its own', () => {
  const plan = { movingMs: 1, calmMs: 2, slowedDown: false };
  const read = createSourceReader()({ ...polling, plans: new Map([[single.key, plan]]) }, MEMBERS);
  expect(read('c')).toMatchObject({ movingMs: 1, calmMs: 2 });
  expect(read('a')).toMatchObject({ movingMs: 30_000, calmMs: 30_000 });
});

describe('a reading', () => {
  test('stays the same object until one of its values changes', () => {
    const reader = createSourceReader();
    const before = reader(polling, MEMBERS);
    const [a, c, none] = ['a', 'c', 'none'].map(before);
    const health = new Map([
      ...polling.health,
      [project.key, { ...NEVER_REQUESTED, requestedAt: 5_000, observedAt: 5_100 }],
    ]);
    const next = reader({ ...polling, health }, MEMBERS);
    expect(next('c')).toBe(c);
    expect(next('none')).toBe(none);
    expect(next('a')).not.toBe(a);
    expect(next('a').observedAt).toBe(5_100);
  });

  test('follows an environment to another source', () => {
    const reader = createSourceReader();
    expect(reader(polling, MEMBERS)('c').source).toBe(single);
    const moved = aProject('p', ['a', 'b', 'c']);
    expect(reader({ ...polling, sources: [moved] }, MEMBERS)('c').source).toBe(moved);
  });
});
