import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';

type Named = { readonly id: string; readonly name: string };
type RawEnvironment = Named & {
  readonly mode: string;
  readonly project: { readonly id: string };
  readonly cluster_id: string;
  readonly cluster_name: string;
};
type RawStatus = {
  readonly id: string;
  readonly state: string;
  readonly last_deployment_state: string;
  readonly last_deployment_date?: string;
  readonly last_deployment_id?: string;
  readonly total_deployment_duration_in_seconds?: number;
  readonly origin?: string;
  readonly triggered_by?: string;
  readonly deployment_status?: string;
};

const ask = async (path: string) => (await fetch(`/api${path}`, { cache: 'no-store' })).json();

/** Fetches the names of all environments: one request, and two for each organization. */
export async function askNames(): Promise<readonly EnvironmentInfo[]> {
  const { results: organizations }: { results: readonly Named[] } = await ask('/organization');
  const lists = await Promise.all(
    organizations.map(async (organization) => {
      const [{ results: projects }, { results: environments }] = await Promise.all([
        ask(`/organization/${organization.id}/project`),
        ask(`/organization/${organization.id}/environments`),
      ]);
      const names = new Map(projects.map(({ id, name }: Named) => [id, name]));
      return environments.map((one: RawEnvironment) => ({
        id: one.id,
        name: one.name,
        mode: one.mode,
        projectId: one.project.id,
        projectName: names.get(one.project.id),
        organizationId: organization.id,
        organizationName: organization.name,
        clusterId: one.cluster_id,
        clusterName: one.cluster_name,
      }));
    }),
  );
  return lists.flat();
}

const statusOf = (raw: RawStatus): EnvironmentStatus => ({
  id: raw.id,
  state: raw.state,
  lastDeploymentState: raw.last_deployment_state,
  lastDeploymentAt: raw.last_deployment_date === undefined ? undefined : Date.parse(raw.last_deployment_date),
  lastDeploymentId: raw.last_deployment_id,
  durationSeconds: raw.total_deployment_duration_in_seconds,
  origin: raw.origin,
  triggeredBy: raw.triggered_by,
  configuration: raw.deployment_status,
});

export async function askSource({ kind, id }: PollSource): Promise<readonly EnvironmentStatus[]> {
  if (kind === 'environment') return [statusOf(await ask(`/environment/${id}/status`))];
  const { results }: { results: readonly RawStatus[] } = await ask(`/project/${id}/environment/status`);
  return results.map(statusOf);
}
