import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { CommitListStore } from '#data/versions/commit-lists.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const MINUTE_MS = 60_000;
const [C1, C2] = ['1'.repeat(40), '2'.repeat(40)];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Returns the lists of a Qovery whose branches have these commits. */
function open(commits: readonly string[] = [C1]) {
  const requested: string[] = [];
  const send: typeof fetch = async (input) => {
    requested.push(String(input));
    return Response.json({ results: commits.map((git_commit_id) => ({ git_commit_id })) });
  };
  const onChange = vi.fn();
  const store = new CommitListStore(createApiClient({ source: 'commits', baseUrl: '', send }), onChange);
  const want = (serviceId: string, kind: string, ...commitIds: readonly string[]) => ({ serviceId, kind, commitIds });
  const sendNext = () => store.next(Date.now())?.send();
  const idsOf = (id: string) => store.lists.get(id)?.commits.map((commit) => commit.id);
  return { store, requested, onChange, want, sendNext, idsOf };
}

test('fetches the list of each service once, in order, and reports each answer', async () => {
  const { store, requested, onChange, want, sendNext, idsOf } = open();
  store.setRequests([want('a', 'APPLICATION', C1), want('j', 'JOB', C1), want('h', 'HELM'), want('t', 'TERRAFORM')]);
  for (let n = 0; n < 4; n += 1) await sendNext();
  expect(requested).toEqual(['/application/a/commit', '/job/j/commit', '/helm/h/commit', '/terraform/t/commit']);
  expect(idsOf('a')).toEqual([C1]);
  expect(onChange).toHaveBeenCalledTimes(4);
  expect(store.next(Date.now())).toBeUndefined();
});

test('requests no list of a kind that has none', () => {
  const { store, want } = open();
  store.setRequests([want('c', 'CONTAINER', C1), want('d', 'DATABASE', C1)]);
  expect(store.next(Date.now())).toBeUndefined();
  store.setRequests([want('c', 'CONTAINER', C1), want('a', 'APPLICATION', C1)]);
  expect(store.next(Date.now())).toBeDefined();
});

test('requests a list that lacks a wanted commit again after ten minutes, and a complete one never', async () => {
  const { store, want, sendNext } = open([C1]);
  store.setRequests([want('a', 'APPLICATION', C1)]);
  await sendNext();
  expect(store.next(NOW + 24 * 60 * MINUTE_MS)).toBeUndefined();
  store.setRequests([want('a', 'APPLICATION', C1, C2)]);
  expect(store.next(NOW + 10 * MINUTE_MS - 1)).toBeUndefined();
  expect(store.next(NOW + 10 * MINUTE_MS)).toBeDefined();
  expect(store.next(NOW - 10 * MINUTE_MS), 'after the clock was set back').toBeDefined();
});

test('keeps the commits of a list whose next request fails, and retries after an hour', async () => {
  const { store, want, sendNext, idsOf } = open([C1]);
  store.setRequests([want('a', 'APPLICATION', C1, C2)]);
  await sendNext();
  const later = NOW + 10 * MINUTE_MS;
  vi.setSystemTime(later);
  store.next(later)?.onFailure({ kind: 'server', status: 503 });
  expect(idsOf('a')).toEqual([C1]);
  expect(store.lists.get('a')?.failure).toEqual({ kind: 'server', status: 503 });
  expect(store.next(later + 59 * MINUTE_MS)).toBeUndefined();
  expect(store.next(later + 60 * MINUTE_MS)).toBeDefined();
  vi.setSystemTime(later + 60 * MINUTE_MS);
  await sendNext();
  expect(store.lists.get('a')?.failure).toBeUndefined();
});
