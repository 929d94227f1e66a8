import { beforeEach, describe, expect, test } from 'vitest';
import { HealthRecords } from '#data/polling/health-records.ts';
import { NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';
import { aProject } from '#test/support/poll-sources.ts';

const [A, B] = [aProject('a'), aProject('b')];
const answered: SourceHealth = { ...NEVER_REQUESTED, requestedAt: 1_000, observedAt: 1_100, attempt: 1 };
const failing: SourceHealth = {
  ...answered,
  failure: { kind: 'server', status: 503 },
  failingSince: 2_000,
  failures: 3,
};

let records = new HealthRecords();
beforeEach(() => {
  records = new HealthRecords();
  records.set(A.key, answered);
  records.set(B.key, failing);
});

describe('the snapshot', () => {
  test('is the same map until the health of a source changes', () => {
    const before = records.snapshot;
    expect(records.snapshot).toBe(before);
    records.set(A.key, failing);
    expect(records.snapshot).not.toBe(before);
    expect(before.get(A.key), 'an earlier snapshot never changes').toEqual(answered);
    expect(records.snapshot.get(A.key)).toEqual(failing);
  });

  test('contains only the retained sources', () => {
    expect([...records.snapshot.keys()]).toEqual([A.key, B.key]);
    records.retainOnly([B]);
    expect([...records.snapshot.keys()]).toEqual([B.key]);
  });
});

test('restores the health of a source when a board shows it again', () => {
  records.retainOnly([B]);
  expect(records.get(A.key)).toEqual(NEVER_REQUESTED);
  records.retainOnly([A, B]);
  expect(records.get(A.key)).toEqual(answered);
  records.replaceAll([]);
  records.retainOnly([A, B]);
  expect(records.get(A.key), 'only once').toEqual(NEVER_REQUESTED);
});

test('keeps a later record of a source that comes back', () => {
  records.retainOnly([B]);
  records.set(A.key, failing);
  records.retainOnly([A, B]);
  expect(records.get(A.key)).toEqual(failing);
  records.retainOnly([]);
  records.retainOnly([A]);
  expect(records.get(A.key), 'the earlier record is gone for good').toEqual(failing);
});

test('makes one source due, and keeps its answer', () => {
  records.resetRequest(A.key);
  expect(records.get(A.key)).toEqual({ ...answered, requestedAt: undefined });
  expect(records.get(B.key)).toEqual(failing);
});

test('makes every source due without back-off after a refresh, and keeps answers and failures', () => {
  records.retainOnly([B]);
  records.resetFailures();
  expect(records.get(B.key)).toEqual({ ...failing, requestedAt: undefined, failures: 0 });
  records.retainOnly([A, B]);
  expect(records.get(A.key), 'the record of a source that no board showed').toEqual(NEVER_REQUESTED);
});

test('replaces the records with those of the leader, and still restores a retired source', () => {
  records.retainOnly([B]);
  records.replaceAll([['project:c', answered]]);
  expect([...records.snapshot]).toEqual([['project:c', answered]]);
  records.retainOnly([A]);
  expect(records.get(A.key)).toEqual(answered);
});
