import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judged, judgeDeployments } from '#domain/delivery/judge-deployments.ts';
import { measureDelivery, recoveryMsOf } from '#domain/delivery/measure-delivery.ts';
import { percentile } from '#domain/delivery/percentile.ts';
import type { Deployment } from '#domain/environment/deployment.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const T0 = Date.UTC(2026, 10, 1);
const window = { from: T0, to: T0 + 10 * DAY };

const aDeployment = (part: Partial<Deployment>): Deployment => ({
  id: 'd',
  startedAt: T0,
  durationSeconds: 60,
  state: 'DEPLOYED',
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: undefined,
  ...part,
});

const STATES = [
  'DEPLOYED',
  'DEPLOYED',
  'DEPLOYED',
  'DEPLOYMENT_ERROR',
  'BUILD_ERROR',
  'CANCELED',
  'DEPLOYING',
  'HIBERNATING',
];
const ACTIONS = ['DEPLOY', 'DEPLOY', 'DEPLOY', 'RESTART', 'STOP', 'DEPLOY_DRY_RUN', undefined];

const anyDeployment = (id: string): fc.Arbitrary<Deployment> =>
  fc
    .record({
      startedAt: fc.integer({ min: T0, max: T0 + 10 * DAY - 1 }),
      durationSeconds: fc.option(fc.integer({ min: 0, max: 7_200 }), { nil: undefined }),
      state: fc.constantFrom(...STATES),
      action: fc.constantFrom(...ACTIONS),
      version: fc.constantFrom('a', 'b', 'c', 'd', undefined),
      committedAt: fc.option(fc.integer({ min: T0 - 10 * DAY, max: T0 + 12 * DAY }), { nil: undefined }),
    })
    .map(({ version, committedAt, ...part }) =>
      aDeployment({ ...part, id, services: [{ id: 'web', name: 'web', version, kind: 'commit', committedAt }] }),
    );

const anyHistory = fc
  .integer({ min: 0, max: 14 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => anyDeployment(`d${index}`))));

const delivered = (deployments: readonly Judged[]) => [
  { environmentId: 'e', isProduction: true, knownFrom: 0, deployments },
];
const measured = (history: readonly Deployment[]) => measureDelivery(delivered(judgeDeployments('e', history)), window);

describe('measureDelivery', () => {
  it('returns the same for every order of the deployments', () => {
    const anyOrder = anyHistory.chain((history) =>
      fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
    );
    fc.assert(
      fc.property(anyOrder, ([history, shuffled]) => {
        expect(measured(shuffled)).toEqual(measured(history));
      }),
    );
  });

  it('never raises the failure rate when a successful change is added', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: T0, max: T0 + 10 * DAY - 1 }), (history, startedAt) => {
        const judged = judgeDeployments('e', history);
        const [success] = judgeDeployments('e', [aDeployment({ id: 'new', startedAt, services: [] })]);
        expect(success).toMatchObject({ kind: 'change', hasSucceeded: true });
        const before = measureDelivery(delivered(judged), window).failureRate ?? 0;
        const after = measureDelivery(delivered([...judged, ...(success ? [success] : [])]), window).failureRate ?? 0;
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('never returns a recovery before its failure, nor a negative lead time', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const judged = judgeDeployments('e', history);
        for (const one of judged) {
          expect(recoveryMsOf(one, judged) ?? 0).toBeGreaterThanOrEqual(0);
          expect(one.leadMs ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('counts each deployment at most once', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { deployments, succeeded, failed, apart } = measured(history);
        const dryRuns = history.filter(({ action }) => action === 'DEPLOY_DRY_RUN').length;
        expect(succeeded + failed).toBe(deployments);
        expect(deployments + Object.values(apart).reduce((sum, count) => sum + count, 0)).toBe(
          history.length - dryRuns,
        );
      }),
    );
  });

  it('divides by the days from which the history is known', () => {
    const deployments = judgeDeployments('e', [aDeployment({ startedAt: T0 + 9 * DAY })]);
    const known = { environmentId: 'e', isProduction: true, deployments };
    expect(measureDelivery([{ ...known, knownFrom: T0 + 8 * DAY }], window).perDay).toBe(0.5);
    expect(measureDelivery([{ ...known, knownFrom: T0 + 20 * DAY }], window).perDay).toBeUndefined();
  });
});

it('percentile returns the nearest rank', () => {
  expect([percentile([], 50), percentile([3], 90), percentile([4, 1, 3, 2], 50)]).toEqual([undefined, 3, 2]);
  expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90)).toBe(9);
});

describe('judgeDeployments, when services of a deployment could not be read', () => {
  const commit = (id: string, version: string, committedAt: number) =>
    ({ id, name: id, version, kind: 'commit', committedAt }) as const;
  const [web, mail] = [commit('web', 'a', T0 - 9), commit('mail', 'b', T0 - 9)];
  const before = aDeployment({ id: 'before', services: [web, mail] });
  const judge = (...later: readonly Partial<Deployment>[]) =>
    judgeDeployments('e', [
      before,
      ...later.map((part, index) => aDeployment({ id: String(index), startedAt: T0 + (index + 1) * DAY, ...part })),
    ]);

  it('counts no repeat', () => {
    expect(judge({ services: [web] }).at(-1)?.kind).toBe('repeat');
    expect(judge({ services: [web], hasUnreadServices: true }).at(-1)?.kind).toBe('change');
    expect(judge({ services: [web, { id: 'mail', name: 'mail' }] }).at(-1)?.kind).toBe('change');
    expect(judge({ services: [web, { id: 'database', name: 'database' }] }).at(-1)?.kind).toBe('repeat');
  });

  it('counts no repeat of a service whose version is not known since then', () => {
    expect(judge({ services: [mail] }, { services: [web] }).at(-1)?.kind).toBe('repeat');
    expect(judge({ services: [mail], hasUnreadServices: true }, { services: [web] }).at(-1)?.kind).toBe('change');
    expect(judge({ services: undefined }, { services: [web] }).at(-1)?.kind).toBe('change');
  });

  it('measures no lead time, because the oldest commit may be that of a service that could not be read', () => {
    const newer = commit('web', 'c', T0);
    expect(judge({ services: [newer] }).at(-1)?.leadMs).toBe(DAY + MINUTE);
    expect(judge({ services: [newer], hasUnreadServices: true }).at(-1)?.leadMs).toBeUndefined();
    expect(judge({ services: undefined }, { services: [newer] }).at(-1)?.leadMs).toBeUndefined();
  });
});
