import type { AgenticWorkflowResponse, ServiceLightResponse } from 'qovery-typescript-axios';
import { argoCdAppOf, type DemoEnvironment, servicesOf } from './account.ts';

/** The entry of an agentic workflow, with every field that Qovery's document requires. It has no version. */
export const agenticWorkflowOf = (
  common: Pick<AgenticWorkflowResponse, 'id' | 'name' | 'created_at' | 'environment'>,
) =>
  ({
    ...common,
    service_type: 'AGENTIC_WORKFLOW',
    slug: common.name,
    description: '',
    webhook_ip_allowlist: [],
    docker_fragment: '',
    enabled: true,
    mcp: '{}',
    outputs: [],
    model: { type: 'CLAUDE', settings: '{}' },
    project_repositories: [],
    agent_prompt: 'Sort the new tickets.',
    governance: { host_allowlist: [] },
    resources: { cpu_milli: 500, ram_mib: 512, gpu: 0, storage_gib: 1 },
    webhook: { url: 'https://hooks.example.com/triage' },
  }) satisfies AgenticWorkflowResponse & { service_type: 'AGENTIC_WORKFLOW' };

/** The services of an environment as the list of an organization names them: without versions. */
export const organizationServicesOf = (environment: DemoEnvironment): readonly ServiceLightResponse[] =>
  [...servicesOf(environment), ...[argoCdAppOf(environment)].filter((app) => app !== undefined)].map(
    ({ id, name, type }) => ({
      id,
      name,
      description: '',
      icon_uri: `app://qovery-console/${type.toLowerCase()}`,
      service_type: type,
      project_id: environment.project.id,
      project_name: environment.project.name,
      environment_id: environment.id,
      environment_name: environment.name,
      cluster_id: environment.cluster.id,
      ...(type === 'JOB' ? { job_type: 'CRON' as const } : {}),
    }),
  );
