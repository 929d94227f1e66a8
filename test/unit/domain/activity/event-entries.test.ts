import { expect, test } from 'vitest';
import { eventEntries } from '#domain/activity/event-entries.ts';
import type { FeedEvent } from '#domain/polling/change-feed.ts';

const T0 = Date.UTC(2026, 10, 26, 9);
const anEvent = (type: string, seconds: number, part: Partial<FeedEvent> = {}): FeedEvent => ({
  at: T0 + seconds * 1_000,
  type,
  environmentId: 'e',
  ...part,
});
const entriesOf = (...events: readonly FeedEvent[]) => eventEntries(events).get('e');

test('returns one entry for a deployment and its services', () => {
  const service = { targetType: 'APPLICATION', targetId: 's' };
  expect(
    entriesOf(
      anEvent('DEPLOYED', 200, service),
      anEvent('TRIGGER_DEPLOY', 0, { origin: 'GIT', triggeredBy: 'Ada' }),
      anEvent('DEPLOY_QUEUED', 1, service),
      anEvent('DEPLOY_QUEUED', 1),
      anEvent('DEPLOYED', 202),
    ),
  ).toMatchObject([
    { at: T0, endAt: T0 + 202_000, state: 'DEPLOYED', durationSeconds: 202, origin: 'GIT', triggeredBy: 'Ada' },
  ]);
});

test('a failed service makes the deployment a failure, also when other services report success', () => {
  const events = [anEvent('TRIGGER_DEPLOY', 0), anEvent('DEPLOY_FAILED', 90), anEvent('DEPLOYED', 100)];
  expect(entriesOf(...events)).toMatchObject([{ state: 'DEPLOYMENT_ERROR' }]);
});

test('returns a running entry until an event reports the outcome, and another entry for the next deployment', () => {
  expect(entriesOf(anEvent('TRIGGER_DEPLOY', 0))).toMatchObject([{ state: 'DEPLOYMENT_QUEUED', endAt: undefined }]);
  const two = [
    anEvent('TRIGGER_DEPLOY', 0),
    anEvent('DEPLOYED', 100),
    anEvent('TRIGGER_RESTART', 400),
    anEvent('RESTARTED', 430),
  ];
  expect(entriesOf(...two)).toMatchObject([{ state: 'DEPLOYED' }, { state: 'RESTARTED', durationSeconds: 30 }]);
});

test('a cancelled deployment stays cancelled', () => {
  const events = [anEvent('TRIGGER_DEPLOY', 0), anEvent('TRIGGER_CANCEL', 50), anEvent('DEPLOYED', 60)];
  expect(entriesOf(...events)).toMatchObject([{ state: 'CANCELED' }]);
});

test('leaves out events of other kinds, without a time and without an environment', () => {
  expect(
    eventEntries([
      anEvent('UPDATE', 0),
      anEvent('A_TYPE_OF_NEXT_YEAR', 0),
      anEvent('DEPLOYED_DRY_RUN', 0),
      { type: 'DEPLOYED', environmentId: 'e' },
      { type: 'DEPLOYED', at: T0 },
    ]).size,
  ).toBe(0);
  expect(eventEntries([{ type: 'DEPLOYED', at: T0, targetType: 'ENVIRONMENT', targetId: 'e' }]).get('e')).toHaveLength(
    1,
  );
});
