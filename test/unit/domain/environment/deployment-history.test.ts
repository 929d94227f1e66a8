import { expect, test } from 'vitest';
import type { Deployment } from '#domain/environment/deployment.ts';
import {
  covers,
  hasEndedSince,
  historyRequestOf,
  isCurrent,
  withStatus,
} from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

const aDeployment = (id: string, state: string, durationSeconds?: number): Deployment => ({
  id,
  startedAt: 1_000,
  durationSeconds,
  state,
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: 'Ada',
});
const aStatus = (lastDeploymentId: string | undefined, state: string, more: Partial<EnvironmentStatus> = {}) => ({
  id: 'e',
  state,
  lastDeploymentState: state,
  lastDeploymentId,
  ...more,
});
const before = [aDeployment('1', 'DEPLOYED', 60), aDeployment('2', 'BUILDING')];

test('withStatus updates a running deployment when the status has a newer state', () => {
  expect(withStatus(before, aStatus('2', 'DEPLOYED', { durationSeconds: 70 }))).toEqual([
    before[0],
    aDeployment('2', 'DEPLOYED', 70),
  ]);
  expect(withStatus(before, aStatus('2', 'DEPLOYING', { durationSeconds: 5 }))[1]).toEqual(
    aDeployment('2', 'DEPLOYING'),
  );
});

test('withStatus changes nothing when the deployment has finished: the status is older', () => {
  const ended = [aDeployment('1', 'DEPLOYED', 60)];
  expect(withStatus(ended, aStatus('1', 'DEPLOYING'))).toBe(ended);
  expect(withStatus(ended, aStatus('1', 'DEPLOYED', { durationSeconds: 9 }))).toBe(ended);
});

test('withStatus adds a running deployment that the history lacks', () => {
  const ended = before.slice(0, 1);
  const status = aStatus('3', 'STOPPING', { origin: 'CLI', triggeredBy: 'Grace' });
  expect(withStatus(ended, status)[1]).toEqual({
    id: '3',
    startedAt: undefined,
    durationSeconds: undefined,
    state: 'STOPPING',
    action: 'STOP',
    origin: 'CLI',
    triggeredBy: 'Grace',
  });
});

test.each<readonly [string, readonly string[]]>([
  ['DEPLOY', ['DEPLOYMENT_QUEUED', 'WAITING_RUNNING', 'BUILDING', 'DEPLOYING']],
  ['RESTART', ['RESTART_QUEUED', 'WAITING_RESTARTING', 'RESTARTING']],
  ['STOP', ['STOP_QUEUED', 'WAITING_STOPPING', 'STOPPING']],
  ['DELETE', ['DELETE_QUEUED', 'WAITING_DELETING', 'DELETING']],
])('withStatus derives the action %s from the state of an added deployment', (action, states) => {
  for (const state of states) expect(withStatus([], aStatus('1', state))).toMatchObject([{ id: '1', state, action }]);
});

test('withStatus changes nothing when the status has the same state or none', () => {
  expect(withStatus(before, aStatus('2', 'BUILDING', { durationSeconds: 9 }))).toBe(before);
  const stateless: unknown = { id: 'e', state: 'BUILDING', lastDeploymentId: '2', lastDeploymentState: undefined };
  expect(withStatus(before, stateless as EnvironmentStatus)).toBe(before);
});

test('withStatus adds no second running deployment, no finished one and none without an id', () => {
  expect(withStatus(before, aStatus('3', 'DEPLOYING'))).toBe(before);
  expect(withStatus(before, aStatus('3', 'DEPLOYED'))).toBe(before);
  expect(withStatus(before, aStatus(undefined, 'DEPLOYING'))).toBe(before);
  expect(withStatus(before, undefined)).toBe(before);
});

test('isCurrent is true when the history has the status’s last deployment in the same state', () => {
  expect(isCurrent(before, aStatus('2', 'BUILDING'))).toBe(true);
  expect(isCurrent(before, aStatus('2', 'DEPLOYED'))).toBe(false);
  expect(isCurrent(before, aStatus('3', 'BUILDING'))).toBe(false);
  expect(isCurrent(before, aStatus(undefined, 'DEPLOYED'))).toBe(false);
  expect(isCurrent([], aStatus(undefined, 'READY'))).toBe(false);
  expect(isCurrent([], aStatus(undefined, 'READY', { configuration: 'NEVER_DEPLOYED' }))).toBe(true);
  expect(isCurrent(before, aStatus(undefined, 'READY', { configuration: 'NEVER_DEPLOYED' }))).toBe(false);
  expect(isCurrent([], undefined)).toBe(false);
});

const done = (deploymentId?: string) => ({ id: 'e', deploymentId, isFinished: true });
const runs = (deploymentId?: string) => ({ id: 'e', deploymentId, isFinished: false });

test.each([
  ['no deployment started or finished', done('1'), done('1'), false],
  ['a deployment started', done('1'), runs('2'), false],
  ['a deployment started and finished between the two', done('1'), done('2'), true],
  ['the deployment finished', runs('1'), done('1'), true],
  ['the deployment still runs', runs('1'), runs('1'), false],
  ['the deployment finished between the two, and the next runs', runs('1'), runs('2'), true],
  ['the deployment finished, without ids from Qovery', runs(), done(), true],
  ['no deployment finished, without ids from Qovery', done(), done(), false],
])('hasEndedSince is right when %s', (_, first, second, hasEnded) => {
  expect(hasEndedSince(first, second)).toBe(hasEnded);
});

test('covers is true when the history has the deployment, and its end if it has finished', () => {
  expect(covers(before, runs('2'))).toBe(true);
  expect(covers(before, done('2'))).toBe(false);
  expect(covers(before, done('1'))).toBe(true);
  expect(covers(before, done('9'))).toBe(false);
  expect(covers(undefined, runs('2'))).toBe(false);
  const never = { id: 'a', deploymentId: undefined, isFinished: true };
  expect(covers([], never)).toBe(true);
  expect(covers([], done('1'))).toBe(false);
  expect(covers(before, never)).toBe(false);
});

test.each(['DEPLOY_DRY_RUN', 'TERRAFORM_FORCE_UNLOCK', 'TERRAFORM_MIGRATE_STATE', 'DELETE_RESOURCES_ONLY'])(
  'withStatus leaves %s out, because it deploys nothing, and the history still covers it',
  (action) => {
    const dryRun = { ...aDeployment('3', 'DEPLOYED', 9), action };
    const history = [...before, dryRun];
    expect(withStatus(history, undefined)).toEqual(before);
    expect(withStatus(history, aStatus('3', 'DEPLOYED'))).toEqual(before);
    expect(isCurrent(history, aStatus('3', dryRun.state))).toBe(true);
  },
);

test('historyRequestOf names the last deployment, and whether it runs', () => {
  expect(historyRequestOf('e', aStatus('2', 'DEPLOYED'))).toEqual({ id: 'e', deploymentId: '2', isFinished: true });
  expect(historyRequestOf('e', aStatus('2', 'BUILDING'))).toEqual({ id: 'e', deploymentId: '2', isFinished: false });
  expect(historyRequestOf('e', aStatus('2', 'DEPLOYMENT_QUEUED')).isFinished).toBe(false);
  expect(historyRequestOf('e', undefined)).toEqual({ id: 'e', deploymentId: undefined, isFinished: true });
});
