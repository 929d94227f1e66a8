import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { createEnvironmentBuilder } from '#data/environments/build-environments.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { initialPollingState, type PollingState } from '#domain/polling/polling-state.ts';
import { NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';
import type { Snoozes } from '#domain/view/snooze.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

const START = Date.UTC(2026, 10, 28, 12);
const DAY_MS = 86_400_000;
const IDS = ['a', 'b', 'c', 'd', 'e'];
const PROJECT: PollSource = { key: 'project:p', kind: 'project', id: 'p', environmentIds: ['a', 'b'] };
const SOURCES: readonly PollSource[] = [
  PROJECT,
  { key: 'project:q', kind: 'project', id: 'q', environmentIds: ['c', 'd'] },
  { key: 'environment:e', kind: 'environment', id: 'e', environmentIds: ['e'] },
];
const STATES = ['DEPLOYED', 'DEPLOYMENT_ERROR', 'BUILDING', 'STOPPED', 'SOMETHING_NEW'];
const PLANS = [
  { movingMs: 10_000, calmMs: 30_000, slowedDown: false },
  { movingMs: 10_000, calmMs: 120_000, slowedDown: true },
];
const FAILURES: readonly Failure[] = [
  { kind: 'timeout', afterMs: 20_000 },
  { kind: 'denied' },
  { kind: 'unauthorized', credential: 'token' },
  { kind: 'budgetSpent', retryAfterMs: 60_000 },
];

beforeEach(() => {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: START });
});

/** A session whose poller and histories the test changes by hand; its readings are the app's own. */
function aSession() {
  const readings = new ReadingStore(createApiClient({ source: 'book', baseUrl: '' }));
  const histories = new Map<string, readonly Deployment[]>();
  const health = new Map<string, SourceHealth>();
  let polling: PollingState = { ...initialPollingState(30_000), sources: SOURCES };
  let snoozes: Snoozes = {};
  let directory: ReadonlyMap<string, EnvironmentInfo> = new Map();
  const board = { pinned: IDS.map((id) => ({ id })), labels: new Map<string, string | undefined>() };
  const set = (key: string, part: Partial<SourceHealth>) => {
    health.set(key, { ...NEVER_REQUESTED, ...health.get(key), ...part });
    polling = { ...polling, health: new Map(health) };
  };
  const session = {
    readings,
    histories: { historyOf: (id: string) => histories.get(id) },
    poller: { getSnapshot: () => polling, isListedSinceShown: () => true },
  } as unknown as Parameters<ReturnType<typeof createEnvironmentBuilder>['build']>[1];
  return {
    session,
    board: () => ({ ...board, directory, snoozes }),
    /** With `isTold`, as in a follower: the leader's health arrives later than the answer. */
    answer(source: PollSource, state: string, lacks: number, isTold = false): void {
      const { key, kind, environmentIds } = source;
      const observedAt = Date.now();
      const present = kind === 'project' ? environmentIds.filter((_, at) => at !== lacks) : environmentIds;
      readings.apply({
        source,
        statuses: present.map((each) => ({ id: each, state, lastDeploymentState: state })),
        presentIds: present,
        requestedAt: observedAt,
        observedAt,
        via: lacks === -2 ? 'undated' : undefined,
      });
      if (!isTold) set(key, { observedAt, failure: undefined, failingSince: undefined });
    },
    fail: ({ key }: PollSource, failure: Failure) => set(key, { failure, failingSince: Date.now() }),
    plan(at: number): void {
      polling = { ...polling, plan: PLANS[at] ?? polling.plan };
    },
    snooze(id: string): void {
      const { [id]: held, ...others } = snoozes;
      snoozes = held ? others : { ...snoozes, [id]: { silenced: undefined, until: Date.now() + 90_000 } };
    },
    deploy(id: string): void {
      const done = { state: 'DEPLOYED', action: 'DEPLOY', origin: undefined, triggeredBy: undefined };
      histories.set(id, [{ ...done, id: `${Date.now()}`, startedAt: Date.now() - 60_000, durationSeconds: 30 }]);
    },
    name(id: string): void {
      const info: EnvironmentInfo = {
        ...{ id, name: `${id} at ${Date.now()}`, mode: 'PRODUCTION', projectId: 'p', projectName: 'P' },
        ...{ organizationId: 'o', organizationName: 'O' },
      };
      directory = new Map(directory).set(id, info);
    },
  };
}

type Step = (account: ReturnType<typeof aSession>) => void;
const anyId = fc.constantFrom(...IDS);
const anySource = fc.constantFrom(...SOURCES);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(anySource, fc.constantFrom(...STATES), fc.integer({ min: -3, max: 1 }), fc.boolean()).map(
    ([source, state, lacks, isTold]): Step =>
      (account) =>
        account.answer(source, state, lacks, isTold),
  ),
  fc.tuple(anySource, fc.constantFrom(...FAILURES)).map(
    ([source, failure]): Step =>
      (account) =>
        account.fail(source, failure),
  ),
  fc.integer({ min: 0, max: 1 }).map(
    (at): Step =>
      (account) =>
        account.plan(at),
  ),
  anyId.map(
    (id): Step =>
      (account) =>
        account.snooze(id),
  ),
  anyId.map(
    (id): Step =>
      (account) =>
        account.deploy(id),
  ),
  anyId.map(
    (id): Step =>
      (account) =>
        account.name(id),
  ),
  // The clock may be set back.
  fc.integer({ min: -200_000, max: 400_000 }).map(
    (ms): Step =>
      () =>
        vi.setSystemTime(Date.now() + ms),
  ),
);

test('a build after any sequence of answers, failures and times equals one from the start, and keeps equal objects', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      vi.setSystemTime(START);
      const account = aSession();
      const { build, changesAt } = createEnvironmentBuilder();
      let before = build(account.board(), account.session);
      for (const step of steps) {
        step(account);
        const after = build(account.board(), account.session);
        const anew = createEnvironmentBuilder().build(account.board(), account.session);
        expect(after).toEqual(anew);
        const same = after.filter((environment, at) => environment === before[at]);
        const equal = anew.filter((environment, at) => isEqual(environment, before[at]));
        expect(same.map(({ id }) => id)).toEqual(equal.map(({ id }) => id));
        // Until the announced time, the clock alone changes nothing.
        const now = Date.now();
        vi.setSystemTime(Math.max(now, Math.min(changesAt() - 1, now + DAY_MS)));
        expect(createEnvironmentBuilder().build(account.board(), account.session)).toEqual(after);
        vi.setSystemTime(now);
        before = after;
      }
    }),
    { numRuns: 100 },
  );
});

/** True when a card shows the same of both: each value is the very same. */
const isEqual = (a: object, b: object | undefined): boolean =>
  b !== undefined && Object.entries(a).every(([key, value]) => Object.is(Reflect.get(b, key), value));

test('an answer to one project replaces only the environments of that project, and time alone only those that become late', () => {
  const account = aSession();
  const { build, changesAt } = createEnvironmentBuilder();
  for (const source of SOURCES) account.answer(source, 'DEPLOYED', -1);
  const before = build(account.board(), account.session);
  account.answer(PROJECT, 'STOPPED', -1);
  const after = build(account.board(), account.session);
  expect(after.map((environment, at) => environment === before[at])).toEqual([false, false, true, true, true]);
  // Nothing has changed since, and no reading is late yet.
  vi.setSystemTime(START + 60_000);
  expect(build(account.board(), account.session)).toBe(after);
  expect(changesAt()).toBeGreaterThan(START + 60_000);
  expect(changesAt()).toBeLessThan(START + 90_000);
  vi.setSystemTime(START + 90_000);
  expect(build(account.board(), account.session).map(({ freshness }) => freshness)).toEqual(Array(5).fill('late'));
});

test('a reading that arrives before the health of its source counts at once, as in a follower', () => {
  const account = aSession();
  const { build } = createEnvironmentBuilder();
  account.answer(PROJECT, 'DEPLOYED', -1);
  expect(build(account.board(), account.session)[0]?.freshness).toBe('fresh');
  // Of unknown age, with the same state.
  account.answer(PROJECT, 'DEPLOYED', -2, true);
  expect(build(account.board(), account.session)[0]?.freshness).toBe('late');
});
