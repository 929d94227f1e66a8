import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventEntries } from '#domain/activity/event-entries.ts';
import { deploymentsOf, historyEntries } from '#domain/activity/history-entries.ts';
import { mergeEntries } from '#domain/activity/merge-entries.ts';
import { observedEntries } from '#domain/activity/observed-entries.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { Transition } from '#domain/environment/observation.ts';
import type { FeedEvent } from '#domain/polling/change-feed.ts';
import { anId } from '#test/support/ids.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 10, 26, 9);
const ENVIRONMENT = anId(1);

type True = { readonly id: string; readonly at: number; readonly endAt: number; readonly state: string };

const aDeployment = (id: string, at: number, seconds: number | undefined, state: string): Deployment => ({
  id,
  startedAt: at,
  durationSeconds: seconds,
  state,
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: 'Ada',
});

/** Deployments of one environment, one after the other, with at least four minutes between two. */
const anyCourse: fc.Arbitrary<readonly True[]> = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 4 * MINUTE, max: 600 * MINUTE }),
      seconds: fc.integer({ min: 20, max: 1_200 }),
      state: fc.constantFrom('DEPLOYED', 'DEPLOYMENT_ERROR', 'BUILD_ERROR'),
    }),
    { maxLength: 12 },
  )
  .map((list) => {
    let at = T0;
    return list.map(({ pause, seconds, state }, index) => {
      const start = at + pause;
      at = start + seconds * 1_000;
      return { id: `d${index}`, at: start, endAt: at, state };
    });
  });

const historyOf = (course: readonly True[]) =>
  historyEntries(
    ENVIRONMENT,
    course.map(({ id, at, endAt, state }) => aDeployment(id, at, (endAt - at) / 1_000, state)),
  );

/** The transitions that polls observe so many milliseconds late. */
function transitionsOf(course: readonly True[], lateMs: number): readonly Transition[] {
  let from = 'DEPLOYED';
  return course.flatMap(({ at, endAt, state }) => {
    const before = from;
    from = state;
    const begin = { at: at + lateMs, from: before, to: 'DEPLOYING' };
    const end = { at: endAt + lateMs, from: 'DEPLOYING', to: state };
    return at + lateMs < endAt ? [begin, end] : before === state ? [] : [{ ...end, from: before }];
  });
}

const eventsOf = (course: readonly True[]): readonly FeedEvent[] =>
  course.flatMap(({ at, endAt, state }) => [
    { at, type: 'TRIGGER_DEPLOY', environmentId: ENVIRONMENT, triggeredBy: 'Ada' },
    { at: at + 200, type: 'DEPLOY_QUEUED', environmentId: ENVIRONMENT },
    { at: endAt, type: state === 'DEPLOYED' ? 'DEPLOYED' : 'DEPLOY_FAILED', environmentId: ENVIRONMENT },
  ]);

const fed = (course: readonly True[]) => eventEntries(eventsOf(course)).get(ENVIRONMENT) ?? [];

describe('mergeEntries', () => {
  it('never returns a deployment twice when history, feed and observation tell of it', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 0, max: 80_000 }), fc.nat(12), fc.nat(12), (course, late, a, b) => {
        const seen = observedEntries(ENVIRONMENT, transitionsOf(course.slice(a), late));
        const merged = mergeEntries([...fed(course.slice(b)), ...seen, ...historyOf(course)]);
        expect(merged.map(({ deploymentId }) => deploymentId)).toEqual(course.map(({ id }) => id).toReversed());
        expect(merged.every(({ sources }) => sources.includes('history'))).toBe(true);
      }),
    );
  });

  it('never returns a deployment twice when only feed and observation tell of it', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 0, max: 80_000 }), (course, late) => {
        const seen = observedEntries(ENVIRONMENT, transitionsOf(course, late));
        expect(mergeEntries([...seen, ...fed(course)])).toHaveLength(course.length);
      }),
    );
  });

  it('returns the same entries when they are merged again, in any order', () => {
    const anyMix = anyCourse.chain((course) => {
      const seen = observedEntries(ENVIRONMENT, transitionsOf(course, 20_000));
      const entries = [...historyOf(course.slice(0, 4)), ...fed(course.slice(2)), ...seen];
      return fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }));
    });
    fc.assert(
      fc.property(anyMix, ([entries, shuffled]) => {
        const merged = mergeEntries(entries);
        expect(mergeEntries(shuffled)).toEqual(merged);
        expect(mergeEntries([...merged, ...entries])).toEqual(merged);
      }),
    );
  });

  it('keeps the deployments of two environments apart', () => {
    const course = [{ id: 'd', at: T0, endAt: T0 + MINUTE, state: 'DEPLOYED' }];
    const other = historyOf(course).map((entry) => ({ ...entry, environmentId: anId(2), key: `${anId(2)} d` }));
    expect(mergeEntries([...historyOf(course), ...other])).toHaveLength(2);
  });

  it('gives a running deployment of the history the result that was observed since', () => {
    const history = historyEntries(ENVIRONMENT, [aDeployment('d', T0, undefined, 'DEPLOYING')]);
    const seen = observedEntries(ENVIRONMENT, [
      { at: T0 + 20_000, from: 'DEPLOYED', to: 'DEPLOYING' },
      { at: T0 + 120_000, from: 'DEPLOYING', to: 'DEPLOYED' },
    ]);
    expect(mergeEntries([...history, ...seen])).toMatchObject([
      { deploymentId: 'd', state: 'DEPLOYED', durationSeconds: 100, sources: ['history', 'seen'] },
    ]);
  });

  it('returns an observed change apart when no deployment explains it', () => {
    const history = historyEntries(ENVIRONMENT, [aDeployment('d', T0, 60, 'DEPLOYED')]);
    const seen = observedEntries(ENVIRONMENT, [{ at: T0 + 3_600_000, from: 'DEPLOYED', to: 'UNAVAILABLE' }]);
    expect(mergeEntries([...history, ...seen])).toMatchObject([{ state: 'UNAVAILABLE' }, { deploymentId: 'd' }]);
  });
});

it('keeps that services could not be read, unless another copy of the deployment has all of them', () => {
  const service = { id: 'web', name: 'web', version: '1.0.0' };
  const whole = { ...aDeployment('d', T0, 60, 'DEPLOYED'), services: [service] };
  const partly = { ...whole, hasUnreadServices: true };
  const merged = (...copies: readonly Deployment[]) =>
    mergeEntries(copies.flatMap((copy) => historyEntries(ENVIRONMENT, [copy]))).map((one) => one.hasUnreadServices);
  expect(merged(partly)).toEqual([true]);
  expect(merged(partly, aDeployment('d', T0, 60, 'DEPLOYED'))).toEqual([true]);
  expect(merged(partly, whole)).toEqual([undefined]);
  expect(merged(whole, partly)).toEqual([undefined]);
  expect(deploymentsOf(historyEntries(ENVIRONMENT, [partly]))[0]?.hasUnreadServices).toBe(true);
});

it('deploymentsOf returns the history that historyEntries received', () => {
  const history = [aDeployment('a', T0, 60, 'DEPLOYED'), aDeployment('b', T0 + MINUTE * 9, undefined, 'BUILDING')];
  expect(deploymentsOf(historyEntries(ENVIRONMENT, history))).toEqual(
    history.map((deployment) => ({ ...deployment, services: undefined })),
  );
});
