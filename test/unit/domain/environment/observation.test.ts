import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Observation, observe } from '#domain/environment/observation.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const statusIn = (state: string, lastDeploymentAt?: number) => ({
  id: 'a',
  state,
  lastDeploymentState: state,
  lastDeploymentAt,
});
const at = (observedAt: number) => ({ requestedAt: observedAt - 100, observedAt });

test('the first observation starts at the last deployment, or at the first answer when no deployment is known', () => {
  expect(observe(undefined, undefined, statusIn('DEPLOYED', 500), at(9_000))).toMatchObject({
    since: 500,
    isSinceSeen: false,
    transitions: [],
  });
  expect(observe(undefined, undefined, statusIn('DEPLOYED'), at(9_000)).since).toBe(9_000);
});

test('observe dates a change between two close answers, and not a change during a long gap', () => {
  const first = observe(undefined, undefined, statusIn('BUILDING', 500), at(1_000));
  const observed = observe(first, statusIn('BUILDING', 500), statusIn('DEPLOYED', 500), at(1_000 + MINUTE_MS));
  expect(observed).toMatchObject({
    since: 1_000 + MINUTE_MS,
    isSinceSeen: true,
    transitions: [{ at: 1_000 + MINUTE_MS, from: 'BUILDING', to: 'DEPLOYED' }],
  });
  const later = observe(first, statusIn('BUILDING', 500), statusIn('DEPLOYED', 500), at(1_000 + DAY_MS));
  expect(later).toMatchObject({ since: 1_000, isSinceSeen: false });
  expect(later.transitions).toHaveLength(1);
});

test('observe dates a change when the answers are at most two and a half minutes apart', () => {
  const first = observe(undefined, undefined, statusIn('BUILDING', 500), at(1_000));
  const after = (gap: number) => observe(first, statusIn('BUILDING', 500), statusIn('DEPLOYED', 500), at(1_000 + gap));
  expect(after(150_000).isSinceSeen).toBe(true);
  expect(after(150_001).isSinceSeen).toBe(false);
});

test('observe adds no transition and keeps the earlier ones when the previous status is missing', () => {
  const first = observe(undefined, undefined, statusIn('BUILDING'), at(1_000));
  const observed = observe(first, statusIn('BUILDING'), statusIn('DEPLOYED'), at(2_000));
  const again = observe(observed, undefined, statusIn('STOPPED', 2_500), at(3_000));
  expect(again).toMatchObject({ since: 2_500, isSinceSeen: false, transitions: observed.transitions });
  expect(observe(undefined, statusIn('BUILDING'), statusIn('DEPLOYED'), at(3_000)).transitions).toEqual([]);
});

test('observe keeps the last twenty transitions', () => {
  let observation = observe(undefined, undefined, statusIn('STATE_0'), at(0));
  for (let n = 1; n <= 25; n += 1) {
    observation = observe(observation, statusIn(`STATE_${n - 1}`), statusIn(`STATE_${n}`), at(n * 1_000));
  }
  expect(observation.transitions.map(({ to }) => to)).toEqual(Array.from({ length: 20 }, (_, n) => `STATE_${n + 6}`));
});

test('the start of a state changes when another deployment returned to it during a gap', () => {
  const deployed = (id: string, when: number) => ({ ...statusIn('DEPLOYED', when), lastDeploymentId: id });
  const first = observe(undefined, undefined, deployed('one', 500), at(1_000));
  const later = observe(first, deployed('one', 500), deployed('two', DAY_MS), at(2 * DAY_MS));
  expect(later).toMatchObject({ since: DAY_MS, isSinceSeen: false });
  const same = observe(first, deployed('one', 500), deployed('one', 500), at(2 * DAY_MS));
  expect(same.since).toBe(500);
});

test('observe never returns a start in the future or more than twenty transitions, for any answers', () => {
  const state = fc.constantFrom('BUILDING', 'DEPLOYED', 'BUILD_ERROR', 'NEW_WORD');
  fc.assert(
    fc.property(fc.array(fc.tuple(state, fc.nat(DAY_MS), fc.option(fc.nat(DAY_MS)))), (steps) => {
      let now = DAY_MS;
      let observation: Observation | undefined;
      let before: ReturnType<typeof statusIn> | undefined;
      for (const [word, passed, deployedAt] of steps) {
        now += passed;
        const status = statusIn(word, deployedAt ?? undefined);
        observation = observe(observation, before, status, at(now));
        expect(observation.since).toBeLessThanOrEqual(now);
        expect(observation.isPersisted).toBe(false);
        expect(observation.transitions.length).toBeLessThanOrEqual(20);
        before = status;
      }
    }),
  );
});

test('the start of a state is not in the future when the clock was set back', () => {
  const first = observe(undefined, undefined, statusIn('DEPLOYED'), at(DAY_MS));
  expect(observe(first, statusIn('DEPLOYED'), statusIn('DEPLOYED'), at(MINUTE_MS)).since).toBe(MINUTE_MS);
  expect(observe(first, statusIn('DEPLOYED'), statusIn('STOPPED'), at(MINUTE_MS)).since).toBe(MINUTE_MS);
});
