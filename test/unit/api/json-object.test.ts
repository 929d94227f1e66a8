import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import {
  environmentIdentity,
  environmentList,
  environmentStatus,
  namedItems,
  overviewStatusList,
  statusList,
} from '#api/environment-schemas.ts';
import { eventPage } from '#api/event-schemas.ts';
import { parseAppConfig } from '#api/load-app-config.ts';
import { overviewClusters } from '#api/overview-clusters-schema.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';

const SCHEMAS = {
  deploymentHistory,
  environmentIdentity,
  environmentList,
  environmentStatus,
  eventPage,
  namedItems,
  overviewClusters,
  overviewStatusList,
  serviceNames,
  serviceStatuses,
  statusList,
} as const;

describe.each(Object.entries(SCHEMAS))('the schema %s', (_, schema) => {
  test.each(['[]', '[{}]', '"text"', '7', 'null', 'true'])('rejects the body %s', (body) => {
    expect(v.safeParse(schema, JSON.parse(body)).success).toBe(false);
  });
});

test.each([
  [namedItems, []],
  [statusList, []],
  [environmentList, []],
  [overviewStatusList, []],
  [serviceNames, { services: [], unread: 0 }],
  [deploymentHistory, []],
] as const)(
  'a list is empty when its object has no results, and rejects an item that is an array: %#',
  (schema, empty) => {
    expect(v.parse(schema, {})).toEqual(empty);
    expect(v.parse(schema, { results: null })).toEqual(empty);
    expect(v.safeParse(schema, { results: [[]] }).success).toBe(false);
  },
);

test('a project’s answer is a failure and not an empty project when its body is an array', async () => {
  const api = createApiClient({ source: 'test', baseUrl: '/api', send: async () => new Response('[]') });
  await expect(api.get('/project/x/environment/status', statusList)).rejects.toMatchObject({
    failure: { kind: 'malformed' },
  });
});

test('the settings are reported as unusable when the file holds an array', () => {
  expect(parseAppConfig('{}')).toMatchObject({ kind: 'config' });
  expect(parseAppConfig('[]')).toEqual({ kind: 'broken', issue: 'shape' });
});
