import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardEnvironment, Freshness } from '#domain/environment/board-environment.ts';
import { STATES } from '#domain/environment/state.ts';
import { toneOf } from '#domain/environment/tone.ts';
import {
  CHANGE_KINDS,
  type Change,
  detectChanges,
  groupChanges,
  isNotified,
  NO_STATES,
  notifiedChangeOf,
  updateLastStates,
} from '#domain/view/alerts.ts';

type Step = {
  readonly state?: string;
  readonly freshness?: Freshness;
  readonly isSnoozed?: boolean;
  readonly isStuck?: boolean;
  readonly history?: BoardEnvironment['history'];
};

const at = ({ state, freshness = 'fresh', ...rest }: Step, id = 'a'): BoardEnvironment => ({
  id,
  tone: toneOf(state),
  freshness,
  ...(state !== undefined && { status: { id, state, lastDeploymentState: state } }),
  ...rest,
});

/** Returns the notifications after each state of one environment. */
function notifiedOf(...steps: readonly (Step | undefined)[]): readonly string[] {
  let heard = NO_STATES;
  return steps.map((step) => {
    const watched = step ? [at(step)] : [];
    const changes = detectChanges(heard, watched);
    heard = updateLastStates(heard, watched);
    return changes.map(({ kind }) => kind).join();
  });
}
const ok: Step = { state: 'DEPLOYED' };
const failing: Step = { state: 'BUILD_ERROR' };
const silent: Step = { ...ok, freshness: 'unreachable' };

test.each<[string, readonly (Step | undefined)[], readonly string[]]>([
  ['nothing on load', [failing], ['']],
  ['nothing while nothing changes', [failing, failing, failing], ['', '', '']],
  ['into failing', [ok, { state: 'BUILDING' }, failing], ['', '', 'failing']],
  ['from one failure to another', [failing, { state: 'DEPLOYMENT_ERROR' }], ['', 'failing']],
  ['into a warning', [ok, { state: 'UNAVAILABLE' }], ['', 'warning']],
  ['a recovery at once', [failing, ok], ['', 'recovered']],
  [
    'a recovery after a deployment',
    [failing, { state: 'QUEUED' }, { state: 'BUILDING' }, ok],
    ['', '', '', 'recovered'],
  ],
  ['a recovery from a warning', [{ state: 'UNAVAILABLE' }, ok], ['', 'recovered']],
  ['no recovery from good to good', [ok, { state: 'BUILDING' }, ok], ['', '', '']],
  ['no recovery by being stopped or canceled', [failing, { state: 'STOPPED' }, { state: 'CANCELED' }], ['', '', '']],
  ['a deployment under way on load says nothing of before', [{ state: 'DEPLOYING' }, ok], ['', '']],
  ['nothing of kept readings', [{ ...ok, freshness: 'kept' }, failing], ['', '']],
  ['nothing when our connection comes back', [ok, silent, silent, ok], ['', '', '', '']],
  ['what changed during an outage, once', [ok, silent, failing, failing], ['', '', 'failing', '']],
  ['nothing of an overdue answer', [ok, { ...failing, freshness: 'late' }], ['', '']],
  ['nothing of what has no status', [ok, {}, ok], ['', '', '']],
  ['nothing of a new pin', [undefined, failing], ['', '']],
  ['nothing of what was unpinned meanwhile', [ok, undefined, failing], ['', '', '']],
  ['nothing while snoozed', [ok, { ...failing, isSnoozed: true }], ['', '']],
  ['a state that Qovery invented is no alarm', [ok, { state: 'PONDERING' }], ['', '']],
  [
    'nothing within the usual duration',
    [
      { state: 'DEPLOYING', history: [] },
      { state: 'DEPLOYING', history: [] },
    ],
    ['', ''],
  ],
  [
    'past the usual duration, once',
    [
      { state: 'DEPLOYING', history: [] },
      { state: 'DEPLOYING', history: [], isStuck: true },
      { state: 'DEPLOYING', history: [], isStuck: true },
    ],
    ['', 'stuck', ''],
  ],
  [
    'no late deployment that was so before its history came',
    [{ state: 'DEPLOYING' }, { state: 'DEPLOYING', history: [], isStuck: true }],
    ['', ''],
  ],
])('detectChanges announces %s', (_, steps, expected) => {
  expect(notifiedOf(...steps)).toEqual(expected);
});

const anyStep: fc.Arbitrary<Step> = fc.record(
  {
    state: fc.constantFrom(...STATES, 'PONDERING'),
    freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const, 'kept' as const),
    isSnoozed: fc.boolean(),
    isStuck: fc.boolean(),
  },
  { requiredKeys: ['state', 'freshness'] },
);
const anyBoard = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), anyStep), {
  selector: ([id]) => id,
});
const boardOf = (steps: readonly (readonly [string, Step])[]) => steps.map(([id, step]) => at(step, id));

test('detectChanges returns no change when the board is the same', () => {
  fc.assert(
    fc.property(fc.array(anyBoard), anyBoard, (past, last) => {
      const heard = [...past, last].reduce((before, steps) => updateLastStates(before, boardOf(steps)), NO_STATES);
      expect(detectChanges(heard, boardOf(last))).toEqual([]);
    }),
  );
});

test('detectChanges returns at most one change of each environment, from fresh answers only', () => {
  fc.assert(
    fc.property(anyBoard, anyBoard, (first, second) => {
      const changes = detectChanges(updateLastStates(NO_STATES, boardOf(first)), boardOf(second));
      for (const { environment } of changes) {
        expect(environment.freshness).toBe('fresh');
        expect(environment.isSnoozed).not.toBe(true);
      }
      expect(new Set(changes.map(({ environment }) => environment.id)).size).toBe(changes.length);
    }),
  );
});

const change = (kind: Change['kind'], id: string): Change => ({ kind, environment: at(failing, id) });

test('groupChanges returns up to three changes separately, most severe first', () => {
  const said = groupChanges([change('recovered', 'a'), change('warning', 'b'), change('failing', 'c')]);
  expect(said.map(({ kind, members }) => [kind, members.length])).toEqual([
    ['failing', 1],
    ['warning', 1],
    ['recovered', 1],
  ]);
});

test('groupChanges groups no three changes, even of one kind', () => {
  const said = groupChanges([change('failing', 'a'), change('failing', 'b'), change('failing', 'c')]);
  expect(said.map(({ members }) => members.map(({ id }) => id).join())).toEqual(['a', 'b', 'c']);
});

test('notifiedChangeOf names the state, the deployment and the time of its first answer', () => {
  const environment = { ...at(failing), since: 40_000 };
  const status = { id: 'a', state: 'BUILD_ERROR', lastDeploymentState: 'BUILD_ERROR', lastDeploymentId: 'd' };
  expect(
    notifiedChangeOf({ kind: 'failing', environment: { ...environment, status }, beforeSince: 20_000 }, 50_000),
  ).toEqual({
    id: 'a',
    kind: 'failing',
    state: 'BUILD_ERROR',
    deploymentId: 'd',
    at: 40_000,
    beforeSince: 20_000,
  });
  const timeless = { ...environment, since: undefined };
  expect(notifiedChangeOf({ kind: 'failing', environment: timeless, beforeSince: undefined }, 50_000)).toMatchObject({
    deploymentId: undefined,
    at: 50_000,
  });
});

test('groupChanges groups more than three changes by kind, each once', () => {
  const said = groupChanges([
    change('recovered', 'a'),
    change('failing', 'b'),
    change('failing', 'c'),
    change('failing', 'd'),
  ]);
  expect(said.map(({ kind, members }) => [kind, members.map(({ id }) => id).join()])).toEqual([
    ['failing', 'b,c,d'],
    ['recovered', 'a'],
  ]);
  expect(groupChanges([])).toEqual([]);
});

describe('isNotified', () => {
  const aNotified = fc.record({
    id: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom(...CHANGE_KINDS),
    state: fc.constantFrom('BUILD_ERROR', 'DEPLOYED'),
    deploymentId: fc.constantFrom('first', 'second', undefined),
    at: fc.nat({ max: 300_000 }),
  });

  test('is true for every tab that receives the same change at the same time', () => {
    fc.assert(
      fc.property(aNotified, fc.array(aNotified), (change, notified) => {
        expect(isNotified(change, [...notified, change])).toBe(true);
      }),
    );
  });

  test('is false when another change of the environment lies between', () => {
    const failed = { id: 'a', kind: 'failing', state: 'BUILD_ERROR', deploymentId: undefined, at: 0 } as const;
    const recovered = { ...failed, kind: 'recovered', state: 'DEPLOYED', at: 30_000 } as const;
    const again = { ...failed, at: 60_000 };
    expect(isNotified({ ...failed, at: 5_000 }, [failed, recovered])).toBe(true);
    expect(isNotified(again, [failed, recovered])).toBe(false);
    expect(isNotified(again, [failed, { ...recovered, id: 'b' }])).toBe(true);
    expect(isNotified({ ...failed, at: 1_000, deploymentId: 'second' }, [failed])).toBe(false);
  });

  test('is false for another state, and for the same one two minutes later', () => {
    const failed = { id: 'a', kind: 'failing', state: 'BUILD_ERROR', deploymentId: 'first', at: 0 } as const;
    expect(isNotified({ ...failed, at: 119_999 }, [failed])).toBe(true);
    expect(isNotified({ ...failed, at: 120_000 }, [failed])).toBe(false);
    expect(isNotified({ ...failed, state: 'DEPLOYMENT_ERROR', at: 1_000 }, [failed])).toBe(false);
    expect(isNotified({ ...failed, kind: 'warning', at: 1_000 }, [failed])).toBe(false);
  });

  test('is false when this tab observed another state since, which no tab announced', () => {
    const failed = { id: 'a', kind: 'failing', state: 'BUILD_ERROR', deploymentId: 'first', at: 0 } as const;
    const again = { ...failed, at: 40_000, beforeSince: 20_000 };
    expect(isNotified(again, [failed])).toBe(false);
    // Another tab polls later. The second failure was notified already.
    expect(isNotified({ ...again, at: 55_000, beforeSince: 35_000 }, [failed, again])).toBe(true);
    // A tab that did not observe the stop has no new transition.
    expect(isNotified({ ...failed, at: 55_000, beforeSince: -90_000 }, [failed])).toBe(true);
  });

  test('receives the start of the previous state, but not for a stuck deployment', () => {
    const heard = (step: Step, since: number) => [{ ...at(step), since }];
    const before = updateLastStates(NO_STATES, heard({ state: 'STOPPED' }, 20_000));
    expect(detectChanges(before, heard(failing, 40_000))).toMatchObject([{ kind: 'failing', beforeSince: 20_000 }]);
    const building = { state: 'BUILDING', history: [] };
    const inTime = updateLastStates(NO_STATES, heard({ ...building, isStuck: false }, 20_000));
    const [stuck] = detectChanges(inTime, heard({ ...building, isStuck: true }, 20_000));
    expect(stuck).toMatchObject({ kind: 'stuck', beforeSince: undefined });
  });
});
