import { createServer } from 'node:http';
import {
  Configuration,
  EnvironmentDeploymentHistoryApi,
  EnvironmentMainCallsApi,
  EnvironmentsApi,
  OrganizationEventApi,
  OrganizationMainCallsApi,
  ProjectsApi,
} from 'qovery-typescript-axios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const simulated = createSimulatedQovery({ token: 't', now: () => NOW });
const server = createServer(async ({ url = '/', method = 'GET', headers }, response) => {
  const answer = await simulated(url, { method, headers: { Authorization: headers.authorization ?? '' } });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The official client over the simulated Qovery. */
function official(token = 't') {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const configuration = new Configuration({
    basePath: `http://127.0.0.1:${port}`,
    baseOptions: { headers: { Authorization: `Token ${token}` }, proxy: false },
  });
  return {
    organizations: new OrganizationMainCallsApi(configuration),
    projects: new ProjectsApi(configuration),
    statuses: new EnvironmentsApi(configuration),
    environments: new EnvironmentMainCallsApi(configuration),
    history: new EnvironmentDeploymentHistoryApi(configuration),
    events: new OrganizationEventApi(configuration),
  };
}

const firstOf = <T>(items: readonly T[] | undefined): T => {
  const [first] = items ?? [];
  if (first === undefined) throw new Error('the list is empty');
  return first;
};
const idsOf = (items: readonly { readonly id: string }[] | undefined) => items?.map(({ id }) => id);

/** Fetches the first organization, a project of it and its environments with the official client. */
async function account() {
  const client = official();
  const organization = firstOf((await client.organizations.listOrganization()).data.results);
  const projects = (await client.projects.listProject(organization.id)).data.results;
  const all = (await client.organizations.listEnvironmentsByOrganizationId(organization.id)).data.results ?? [];
  const environment = firstOf(all);
  const siblings = all.filter(({ project }) => project.id === environment.project.id);
  return { client, organization, projects, all, environment, siblings };
}

test('returns organizations, projects and environments that refer to each other', async () => {
  const { organization, projects, all } = await account();
  expect(organization.name).not.toBe('');
  for (const environment of all) {
    expect(environment.organization.id).toBe(organization.id);
    expect(idsOf(projects)).toContain(environment.project.id);
  }
});

test('returns statuses and an overview for each environment of a project', async () => {
  const { client, environment, siblings } = await account();
  const statuses = (await client.statuses.getProjectEnvironmentsStatus(environment.project.id)).data.results;
  const overview = (await client.statuses.getProjectEnvironmentsOverview(environment.project.id)).data.results;
  expect(idsOf(statuses)).toEqual(idsOf(siblings));
  expect(overview?.map(({ name, mode }) => [name, mode])).toEqual(siblings.map(({ name, mode }) => [name, mode]));
  expect(overview?.map(({ deployment_status }) => deployment_status)).toEqual(statuses);
  expect(overview?.every(({ cluster }) => cluster?.name !== '')).toBe(true);
});

test('returns the same status of an environment on every path', async () => {
  const { client, environment } = await account();
  const { id } = environment;
  expect((await client.environments.getEnvironment(id)).data).toMatchObject(environment);
  const status = (await client.environments.getEnvironmentStatus(id)).data;
  expect(status.id).toBe(id);
  const all = (await client.environments.getEnvironmentStatuses(id)).data;
  expect(all.environment).toEqual(status);
  const { environment: _, ...parts } = all;
  const services = (await client.environments.listServicesByEnvironmentId(id)).data.results;
  expect(services?.length).toBeGreaterThan(0);
  // Qovery lists no states of Argo CD apps.
  const withStates = services?.filter(({ service_type }) => service_type !== 'ARGOCD_APP');
  expect(idsOf(Object.values(parts).flat())?.sort()).toEqual(idsOf(withStates)?.sort());
  const { data } = await client.history.listEnvironmentDeploymentHistoryV2(id, 3);
  expect(data.results).toHaveLength(3);
  expect(firstOf(data.results)).toMatchObject({
    identifier: { execution_id: status.last_deployment_id },
    status: status.last_deployment_state,
  });
});

test("returns the events of an organization's environments page by page", async () => {
  const { client, organization, all } = await account();
  const from = String(NOW / 1_000 - 600);
  const first = (await client.events.getOrganizationEvents(organization.id, 5, from)).data;
  expect(first.events).toHaveLength(5);
  for (const event of first.events ?? []) expect(idsOf(all)).toContain(event.environment_id);

  const token = new URL(first.links?.next ?? '', 'http://localhost').searchParams.get('continueToken') ?? undefined;
  const second = (await client.events.getOrganizationEvents(organization.id, 5, from, undefined, token)).data;
  const both = (await client.events.getOrganizationEvents(organization.id, 10, from)).data;
  expect([...(first.events ?? []), ...(second.events ?? [])]).toEqual(both.events);

  const queued = await client.events.getOrganizationEvents(
    organization.id,
    100,
    from,
    String(NOW / 1_000),
    undefined,
    undefined,
    'DEPLOY_QUEUED',
    'ENVIRONMENT',
  );
  expect(queued.data.events?.length).toBeGreaterThan(0);
  for (const { event_type, target_type } of queued.data.events ?? [])
    expect([event_type, target_type]).toEqual(['DEPLOY_QUEUED', 'ENVIRONMENT']);
});

test('refuses a wrong token and an unknown environment', async () => {
  await expect(official('x').organizations.listOrganization()).rejects.toMatchObject({ response: { status: 401 } });
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(official().environments.getEnvironmentStatus(unknown)).rejects.toMatchObject({
    response: { status: 404 },
  });
});
