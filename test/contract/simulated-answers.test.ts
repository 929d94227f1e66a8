import { describe, expect, test } from 'vitest';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { officialCheck } from '#test/support/official-schemas.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const HOUR = 3_600_000;

type Named = { readonly results: readonly { readonly id: string }[] };
let time = NOW;
const simulated = createSimulatedQovery({ now: () => time });
async function read(path: string, at = NOW): Promise<unknown> {
  time = at;
  return (await simulated(path)).json();
}
const idsOf = async (path: string): Promise<readonly string[]> => {
  const { results } = (await read(path)) as Named;
  return results.map(({ id }) => id);
};

/** The type of the official client for each answer of the simulated API. */
const TYPES = {
  '/organization': 'OrganizationResponseList',
  '/organization/{o}/project': 'ProjectResponseList',
  '/organization/{o}/environments': 'ListEnvironmentsByOrganizationId200Response',
  '/organization/{o}/events?pageSize=100': 'OrganizationEventResponseList',
  '/project/{p}/environment': 'EnvironmentResponseList',
  '/project/{p}/environment/status': 'EnvironmentStatusList',
  '/project/{p}/environment/overview': 'EnvironmentOverviewResponseList',
  '/environment/{e}': 'Environment',
  '/environment/{e}/status': 'EnvironmentStatus',
  '/environment/{e}/statuses': 'EnvironmentStatuses',
  '/organization/{o}/services': 'ListServicesByOrganizationId200Response',
  '/environment/{e}/services': 'ListServicesByEnvironmentId200Response',
  '/environment/{e}/deploymentHistoryV2?pageSize=20': 'DeploymentHistoryEnvironmentPaginatedResponseListV2',
} as const;

const organizations = await idsOf('/organization');
const projects = (await Promise.all(organizations.map((id) => idsOf(`/organization/${id}/project`)))).flat();
const environments = (await Promise.all(organizations.map((id) => idsOf(`/organization/${id}/environments`)))).flat();

const pathsOf = (template: string): readonly string[] => {
  if (template.includes('{o}')) return organizations.map((id) => template.replace('{o}', id));
  if (template.includes('{p}')) return projects.map((id) => template.replace('{p}', id));
  if (template.includes('{e}')) return environments.map((id) => template.replace('{e}', id));
  return [template];
};

/** The gallery holds one state that Qovery does not have, on purpose. */
const withKnownStates = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll('"HIBERNATING"', '"DEPLOYED"'));

describe.each(Object.entries(TYPES))('%s', (template, type) => {
  test(`answers as ${type} is documented, with each required field and no other`, async () => {
    const check = officialCheck(type);
    for (const path of pathsOf(template))
      for (const at of [NOW, NOW + 5 * HOUR]) {
        const isValid = check(withKnownStates(await read(path, at)));
        expect({ path, isValid, errors: check.errors ?? [] }).toEqual({ path, isValid: true, errors: [] });
      }
  });
});

test('the commits of an application answer as documented, and the deployed commit is one of them', async () => {
  const check = officialCheck('CommitResponseList');
  let found = 0;
  for (const environment of environments.slice(-12)) {
    const { results } = (await read(`/environment/${environment}/services`)) as {
      results: readonly { id: string; service_type: string; git_repository?: { deployed_commit_id?: string } }[];
    };
    for (const { id, service_type, git_repository } of results) {
      if (service_type !== 'APPLICATION' || git_repository?.deployed_commit_id === undefined) continue;
      const list = (await read(`/application/${id}/commit`)) as { results: readonly { git_commit_id: string }[] };
      expect(check(list)).toBe(true);
      expect(list.results.map(({ git_commit_id }) => git_commit_id)).toContain(git_repository.deployed_commit_id);
      found += 1;
    }
  }
  expect(found).toBeGreaterThan(10);
  expect((await simulated(`/container/${environments[0]}/commit`)).status).toBe(404);
});

test('the check finds a missing field, an invented field, a wrong type and an unknown word', async () => {
  const check = officialCheck('EnvironmentStatus');
  const status = { id: 'e', state: 'DEPLOYED', last_deployment_state: 'DEPLOYED' };
  expect(check(status)).toBe(true);
  expect(check({ ...status, origin: null })).toBe(true);
  expect(check({ ...status, id: undefined })).toBe(false);
  expect(check({ ...status, cluster_id: 'c' })).toBe(false);
  expect(check({ ...status, id: 7 })).toBe(false);
  expect(check({ ...status, state: 'HIBERNATING' })).toBe(false);
});

test('every kind of service, an empty value of each nullable field, and each origin occur', async () => {
  const all = async (path: string) =>
    JSON.stringify(await Promise.all(environments.map((id) => read(`/environment/${id}${path}`))));
  const services = await all('/services');
  for (const kind of [
    'AGENTIC_WORKFLOW',
    'APPLICATION',
    'ARGOCD_APP',
    'CONTAINER',
    'DATABASE',
    'HELM',
    'JOB',
    'TERRAFORM',
  ])
    expect(services).toContain(`"service_type":"${kind}"`);
  const statuses = await all('/status');
  for (const field of ['last_deployment_date', 'last_deployment_id', 'origin', 'triggered_by'])
    expect(statuses).toContain(`"${field}":null`);
  expect(await all('')).toContain('"expires_at":null');
  expect(await all('/deploymentHistoryV2')).toContain('"origin":"SKILL"');
});
