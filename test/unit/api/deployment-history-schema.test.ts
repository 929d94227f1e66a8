import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';

const read = (...results: readonly unknown[]) => v.parse(deploymentHistory, { results });
const anItem = (part: object = {}) => ({
  identifier: { execution_id: 'x-1', environment_id: 'e' },
  auditing_data: {
    created_at: '2026-08-03T10:00:00Z',
    updated_at: '2026-08-03T10:03:42Z',
    triggered_by: 'Ada',
    origin: 'GIT',
  },
  status: 'DEPLOYED',
  trigger_action: 'DEPLOY',
  total_duration: 'PT3M42S',
  stages: [],
  action_status: 'SUCCESS',
  ...part,
});

test('parses every field of a deployment', () => {
  expect(read(anItem())).toEqual([
    {
      id: 'x-1',
      startedAt: Date.UTC(2026, 7, 3, 10),
      durationSeconds: 222,
      state: 'DEPLOYED',
      action: 'DEPLOY',
      origin: 'GIT',
      triggeredBy: 'Ada',
    },
  ]);
});

test.each([
  ['PT3M42S', 222],
  ['PT1H', 3_600],
  ['PT0.5S', 0.5],
  ['PT0S', 0],
  ['P1DT2H3M4.25S', 93_784.25],
  ['P2D', 172_800],
  ['PT', undefined],
  ['P', undefined],
  ['PT-3S', undefined],
  ['PT3', undefined],
  ['P1Y', undefined],
  ['3M42S', undefined],
  ['222', undefined],
  ['', undefined],
  ['PT1e3S', undefined],
  [` PT3S`, undefined],
  [`PT${'9'.repeat(400)}S`, undefined],
  [222, undefined],
  [null, undefined],
])('parses the duration %j as %j seconds', (total_duration, seconds) => {
  expect(read(anItem({ total_duration }))[0]?.durationSeconds).toBe(seconds);
});

test('leaves out the duration when the deployment runs, even in an unknown state', () => {
  for (const status of ['BUILDING', 'DEPLOYMENT_QUEUED', 'CANCELING']) {
    expect(read(anItem({ status }))[0]?.durationSeconds).toBeUndefined();
  }
  const strange = { status: 'HIBERNATING', trigger_action: 'HIBERNATE' };
  expect(read(anItem({ ...strange, action_status: 'ONGOING' }))[0]).toMatchObject({
    state: 'HIBERNATING',
    action: 'HIBERNATE',
    durationSeconds: undefined,
  });
  expect(read(anItem({ ...strange, action_status: 'SUCCESS' }))[0]?.durationSeconds).toBe(222);
});

test('sorts deployments oldest first and removes duplicates', () => {
  const named = (id: string) => anItem({ identifier: { execution_id: id } });
  expect(read(named('c'), named('b'), named('b'), named('a')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('parses a deployment when every field but its id is absent, null or of another type', () => {
  const bare = { id: 'x', state: 'UNKNOWN' };
  expect(read({ identifier: { execution_id: 'x' } })).toEqual([bare]);
  const wrong = { auditing_data: 4, status: null, trigger_action: [], total_duration: {}, action_status: 1 };
  expect(read({ identifier: { execution_id: 'x' }, ...wrong })).toEqual([bare]);
  expect(read({ identifier: { execution_id: 'x' }, action_status: 'SUCCESS' })[0]?.state).toBe('SUCCESS');
  expect(read(anItem({ auditing_data: { created_at: 'soon' } }))[0]?.startedAt).toBeUndefined();
  expect(v.safeParse(deploymentHistory, { results: [{ status: 'DEPLOYED' }] }).success).toBe(false);
});

test.each([{}, { results: null }, { results: [] }])('parses %j as an empty history', (body) => {
  expect(v.parse(deploymentHistory, body)).toEqual([]);
});

test('cleans a name for one line', () => {
  const by = (triggered_by: string) => read(anItem({ auditing_data: { triggered_by } }))[0]?.triggeredBy;
  expect(by(' Ada\n\u202eLovelace\u0000 ')).toBe('AdaLovelace');
  expect(by('<b>Ada</b>')).toBe('<b>Ada</b>');
  expect(by('\u202e \n')).toBeUndefined();
  expect(by('a'.repeat(5_000))).toHaveLength(200);
});

test('parses services of known and unknown kinds', () => {
  const body = {
    environment: { id: 'E', state: 'DEPLOYED' },
    applications: [{ id: 'A', state: 'DEPLOYED', last_deployment_date: '2026-08-03T10:00:00Z' }],
    databases: [{ id: 'b', state: 'HIBERNATING', last_deployment_date: 'soon' }],
    jobs: null,
    lambdas: [{ id: 'c', state: 'BUILDING' }],
    warnings: [{ text: 'no service' }],
  };
  expect(v.parse(serviceStatuses, body)).toEqual({
    environmentId: 'e',
    unread: 0,
    services: [
      { id: 'a', kind: 'APPLICATION', state: 'DEPLOYED', lastDeployedAt: Date.UTC(2026, 7, 3, 10) },
      { id: 'b', kind: 'DATABASE', state: 'HIBERNATING' },
      { id: 'c', kind: 'lambdas', state: 'BUILDING' },
    ],
  });
  expect(v.parse(serviceStatuses, {})).toEqual({ services: [], unread: 0 });
  const helms = [{ id: 'h' }];
  expect(v.parse(serviceStatuses, { environment: 7, helms })).toEqual({
    services: [{ id: 'h', kind: 'HELM' }],
    unread: 0,
  });
  expect(v.safeParse(serviceStatuses, { helms: [{ state: 'DEPLOYED' }] }).success).toBe(false);
});

test('parses the names of services', () => {
  const results = [
    { id: 'A', name: 'web\u0007', service_type: 'APPLICATION', cpu: 4 },
    { id: 'b', name: ' ' },
    { id: 'c' },
  ];
  expect(v.parse(serviceNames, { results })).toEqual({
    services: [{ id: 'a', name: 'web', kind: 'APPLICATION' }, { id: 'b' }, { id: 'c' }],
    unread: 0,
  });
  expect(v.parse(serviceNames, {})).toEqual({ services: [], unread: 0 });
});
