import { describe, expect, test } from 'vitest';
import type { Observation } from '#domain/environment/observation.ts';
import { constantUntil, deriveEnvironment, type EnvironmentInputs } from '#domain/view/derive-environment.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const MINUTE_MS = 60_000;
/** A calm reading of this source is late after two intervals and 25 s. */
const CALM = { intervalMs: 30_000, lateAfterMs: 85_000 };

const observation = (part: Partial<Observation> = {}): Observation => ({
  observedAt: NOW,
  requestedAt: NOW - 100,
  since: NOW - MINUTE_MS,
  isSinceSeen: true,
  transitions: [],
  isPersisted: false,
  ...part,
});
const status = (state: string) => ({ id: 'e', state, lastDeploymentState: state, lastDeploymentId: 'd' });
const inputs = (part: Partial<EnvironmentInputs> = {}): EnvironmentInputs => ({
  id: 'e',
  label: undefined,
  pinnedBy: undefined,
  info: undefined,
  status: status('DEPLOYED'),
  observation: observation(),
  history: undefined,
  failure: undefined,
  snooze: undefined,
  source: { movingMs: 10_000, calmMs: CALM.intervalMs, observedAt: NOW, failingSince: undefined },
  ...part,
});
const NEVER = { status: undefined, observation: undefined };
const source = (part: Partial<EnvironmentInputs['source']>) => ({ source: { ...inputs().source, ...part } });
const derived = (part: Partial<EnvironmentInputs> = {}, now = NOW) =>
  deriveEnvironment(inputs(part), { now, localNow: now });

const DOWN = { kind: 'server', status: 503 } as const;
const DENIED = { kind: 'denied' } as const;

describe('the freshness of an environment', () => {
  test.each<[string, Partial<EnvironmentInputs>, string]>([
    ['that was just answered', {}, 'fresh'],
    ['whose request failed since', { failure: DOWN }, 'unreachable'],
    ['that Qovery denies since', { failure: DENIED }, 'unreachable'],
    ['that was never answered, because its requests fail', { ...NEVER, failure: DOWN }, 'unreachable'],
    ['that was never answered, because Qovery denies it', { ...NEVER, failure: DENIED }, 'late'],
    ['of an earlier page', { observation: observation({ isPersisted: true }) }, 'kept'],
    ['of unknown age', { observation: observation({ via: 'undated' }) }, 'late'],
    ['that the answer of its project did not contain', { ...NEVER }, 'fresh'],
    ['of which nothing was answered', { ...NEVER, ...source({ observedAt: undefined }) }, 'late'],
    ['whose reading is older than its project’s answer', { observation: observation({ observedAt: 0 }) }, 'late'],
  ])('%s is right', (_, part, freshness) => {
    expect(derived(part).freshness).toBe(freshness);
  });

  test('is late after two intervals of its source, which are shorter while it is in progress', () => {
    expect(derived({}, NOW + 85_000).freshness).toBe('fresh');
    expect(derived({}, NOW + 85_001).freshness).toBe('late');
    expect(derived({ status: status('DEPLOYING') }, NOW + 45_000).freshness).toBe('fresh');
    expect(derived({ status: status('DEPLOYING') }, NOW + 45_001).freshness).toBe('late');
  });
});

test('an environment is unreached since its last answer, or without one since the first failed request', () => {
  const failing = source({ failingSince: NOW - 5_000 });
  const aDayAgo = NOW - 86_400_000;
  const old = observation({ observedAt: aDayAgo });
  expect(derived({ failure: DOWN, observation: old, ...failing }).unreachedSince).toBe(aDayAgo);
  expect(derived({ failure: DOWN, ...NEVER, ...failing }).unreachedSince).toBe(NOW - 5_000);
  expect(derived(failing).unreachedSince).toBeUndefined();
});

test('an environment has the start of its state from its reading', () => {
  expect(derived()).toMatchObject({ since: NOW - MINUTE_MS, isSinceSeen: true, tone: 'ok' });
  expect(derived(NEVER)).toMatchObject({ since: undefined, isSinceSeen: undefined, tone: 'unknown' });
});

test('an environment is stuck after twice the usual time since the transition that this browser observed', () => {
  const usual = [1, 2, 3].map((id) => ({
    id: `${id}`,
    startedAt: 0,
    durationSeconds: 60,
    state: 'DEPLOYED',
    action: 'DEPLOY',
    origin: undefined,
    triggeredBy: undefined,
  }));
  const running = { status: status('DEPLOYING'), history: usual };
  const startedAt = [{ at: NOW, from: 'DEPLOYED', to: 'DEPLOYING' }];
  const after = (ms: number, part: Partial<EnvironmentInputs> = {}, reading: Partial<Observation> = {}) => {
    const seen = observation({ transitions: startedAt, observedAt: NOW + ms, ...reading });
    return derived({ ...running, observation: seen, ...part }, NOW + ms).isStuck;
  };
  expect(after(121_000)).toBe(true);
  expect(after(120_000)).toBe(false);
  expect(after(121_000, { observation: undefined })).toBe(false);
  // It may have ended since the last answer.
  expect(after(121_000, { failure: DOWN })).toBe(false);
  expect(after(121_000, {}, { isPersisted: true })).toBe(false);
  expect(after(121_000, {}, { observedAt: NOW })).toBe(false);
});

describe('a snooze', () => {
  const silenced = { state: 'DEPLOYED', deploymentId: 'd', heardAt: NOW - MINUTE_MS };

  test('holds until its end, by this computer’s clock, and the environment names the end', () => {
    const snooze = { silenced, until: NOW + MINUTE_MS };
    const at = (localNow: number) => deriveEnvironment(inputs({ snooze }), { now: NOW, localNow });
    expect(at(NOW + MINUTE_MS - 1)).toMatchObject({ isSnoozed: true, snoozedUntil: NOW + MINUTE_MS });
    expect(at(NOW + MINUTE_MS)).toMatchObject({ isSnoozed: false, snoozedUntil: undefined });
  });

  test('ends with another state, another deployment, and not with a missing reading', () => {
    const snooze = { silenced, until: undefined };
    const isSnoozed = (part: Partial<EnvironmentInputs>) => derived({ snooze, ...part }).isSnoozed;
    expect(isSnoozed({})).toBe(true);
    expect(isSnoozed({ status: status('BUILD_ERROR') })).toBe(false);
    expect(isSnoozed({ status: { ...status('DEPLOYED'), lastDeploymentId: 'other' } })).toBe(false);
    expect(isSnoozed(NEVER)).toBe(true);
    expect(isSnoozed({ status: status('BUILD_ERROR'), observation: undefined })).toBe(true);
  });

  test('that no environment has is none', () => {
    expect(derived({ snooze: undefined })).toMatchObject({ isSnoozed: false, snoozedUntil: undefined });
  });
});

describe('an environment stays the same', () => {
  test('until its reading is late, and for good after that', () => {
    expect(constantUntil(inputs(), NOW)).toBe(NOW + CALM.lateAfterMs);
    expect(constantUntil(inputs(), NOW + CALM.lateAfterMs)).toBe(NOW + CALM.lateAfterMs);
    expect(constantUntil(inputs(), NOW + CALM.lateAfterMs + 1)).toBe(Number.POSITIVE_INFINITY);
  });

  test('for good when nothing was answered', () => {
    expect(constantUntil(inputs({ ...NEVER, ...source({ observedAt: undefined }) }), NOW)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(constantUntil(inputs({ ...NEVER, failure: DOWN }), NOW)).toBe(Number.POSITIVE_INFINITY);
  });

  test('for no time while a snooze or a deployment runs, or when its reading is from the future', () => {
    expect(constantUntil(inputs({ snooze: { silenced: undefined, until: NOW + 1 } }), NOW)).toBe(NOW);
    expect(constantUntil(inputs({ status: status('DEPLOYING') }), NOW)).toBe(NOW);
    expect(constantUntil(inputs({ observation: observation({ observedAt: NOW + 1 }) }), NOW)).toBe(NOW);
  });
});
