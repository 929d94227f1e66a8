import type {
  Application,
  ApplicationGitRepository,
  ArgocdAppResponse,
  ContainerResponse,
  CronJobResponse,
  Database,
  HelmResponse,
  ListServicesByEnvironmentId200ResponseResultsInner,
  TerraformResponse,
} from 'qovery-typescript-axios';
import { argoCdAppOf, type DemoEnvironment, type DemoService, servicesOf } from './account.ts';
import type { DemoCommit } from './commit-timeline.ts';
import { agenticWorkflowOf } from './other-service-answers.ts';
import { hash, uuid } from './seeded-random.ts';
import { argoCdCommit, configuredRelease, deployedCommit, lastSuccess } from './service-versions.ts';
import { iso } from './status-answers.ts';

type Listed = ListServicesByEnvironmentId200ResponseResultsInner;

const RESOURCES = { cpu: 500, memory: 512, gpu: 0, maximum_cpu: 4_000, maximum_memory: 8_192, maximum_gpu: 0 } as const;
const REGISTRY = {
  id: uuid(1, 80),
  name: 'registry',
  url: 'https://registry.example.com',
  kind: 'GENERIC_CR',
} as const;
const ICON = 'app://qovery-console/';

/** Qovery's literal text where it knows no tag and no contributor. */
const NOT_IMPLEMENTED = 'TAGS_NOT_IMPLEMENTED';

const repositoryOf = (
  environment: DemoEnvironment,
  name: string,
  commit: DemoCommit | undefined,
  deployedAt: number | undefined,
): ApplicationGitRepository => ({
  provider: 'GITHUB',
  owner: environment.project.organization.name,
  url: `https://github.example.com/${environment.project.organization.name}/${environment.project.name}.git`,
  name: `${environment.project.organization.name}/${environment.project.name}`,
  branch: 'main',
  root_path: `/${name}`,
  ...(commit === undefined || deployedAt === undefined
    ? {}
    : {
        deployed_commit_id: commit.sha,
        deployed_commit_date: iso(deployedAt),
        deployed_commit_contributor: NOT_IMPLEMENTED,
        deployed_commit_tag: NOT_IMPLEMENTED,
      }),
  git_token_id: null,
});

/**
 * The image of a service. The tag of one image moves, and another image has a different registry path in production.
 */
function imageOf(environment: DemoEnvironment, service: DemoService, now: number) {
  const { project, mode } = environment;
  const isMirrored = service.name === 'search-index' && mode === 'PRODUCTION';
  const tag = service.name === 'image-resizer' ? 'main' : configuredRelease(environment, service, now);
  return { image_name: `${isMirrored ? 'mirror' : project.name}/${service.name}`, tag, registry: REGISTRY };
}

const databaseVersionOf = ({ key, mode }: DemoEnvironment): string =>
  mode === 'PRODUCTION' && hash(key, 72) % 4 === 0 ? '15' : '16';

/** The entry of a service, with every field that Qovery's document requires of its kind. */
function entryOf(environment: DemoEnvironment, service: DemoService, now: number): Listed {
  const { id, name, type } = service;
  const common = {
    id,
    name,
    created_at: environment.createdAt,
    environment: { id: environment.id },
    icon_uri: `${ICON}${type.toLowerCase()}`,
  };
  const repository = () =>
    repositoryOf(environment, name, deployedCommit(environment, name, now), lastSuccess(environment, now)?.run.start);
  switch (type) {
    case 'APPLICATION':
      return {
        ...common,
        service_type: type,
        healthchecks: {},
        git_repository: repository(),
        auto_deploy: true,
      } satisfies Application;
    case 'CONTAINER':
      return {
        ...common,
        ...RESOURCES,
        service_type: type,
        ...imageOf(environment, service, now),
        min_running_instances: 1,
        max_running_instances: 2,
        healthchecks: {},
        auto_preview: false,
      } satisfies ContainerResponse;
    case 'DATABASE':
      return {
        ...common,
        service_type: type,
        type: 'POSTGRESQL',
        version: databaseVersionOf(environment),
        mode: 'CONTAINER',
      } satisfies Database;
    case 'JOB':
      return {
        ...common,
        ...RESOURCES,
        service_type: type,
        job_type: 'CRON',
        source:
          name === 'nightly-report'
            ? { docker: { git_repository: repository(), dockerfile_path: 'Dockerfile' } }
            : { image: imageOf(environment, service, now) },
        schedule: { cronjob: { timezone: 'UTC', scheduled_at: '0 3 * * *' } },
        healthchecks: {},
        auto_preview: false,
      } satisfies CronJobResponse;
    case 'HELM':
      return {
        ...common,
        service_type: type,
        auto_preview: false,
        auto_deploy: true,
        source: {
          repository: {
            chart_name: name,
            chart_version: configuredRelease(environment, service, now),
            repository: { id: uuid(1, 81), name: 'charts', url: 'https://charts.example.com' },
          },
        },
        arguments: [],
        allow_cluster_wide_resources: false,
        values_override: {},
      } satisfies HelmResponse;
    case 'TERRAFORM':
      return {
        ...common,
        service_type: type,
        timeout_sec: 3_600,
        auto_deploy: true,
        terraform_files_source: { git: { git_repository: repository() } },
        terraform_variables_source: { tf_var_file_paths: [], tf_vars: [] },
        engine: 'TERRAFORM',
        backend: { kubernetes: {} },
        provider_version: { explicit_version: '1.9.8' },
        job_resources: { cpu_milli: 500, ram_mib: 512, gpu: 0, storage_gib: 1 },
        use_cluster_credentials: true,
        action_extra_arguments: {},
      } satisfies TerraformResponse;
    case 'AGENTIC_WORKFLOW':
      return agenticWorkflowOf(common);
    default:
      return type satisfies never;
  }
}

function argoCdEntryOf(environment: DemoEnvironment, id: string, name: string, now: number): Listed {
  const { createdAt: created_at, cluster } = environment;
  const commit = argoCdCommit(environment, now);
  const deployedAt = lastSuccess(environment, now)?.run.start;
  return {
    id,
    name,
    created_at,
    service_type: 'ARGOCD_APP',
    namespace: name,
    environment: { id: environment.id },
    environment_id: environment.id,
    cluster_id: cluster.id,
    icon_uri: `${ICON}argocd`,
    last_synced_at: commit && deployedAt !== undefined ? iso(deployedAt) : null,
    manifest_revision: commit?.sha ?? null,
    git_repository: commit === undefined ? null : repositoryOf(environment, name, commit, deployedAt),
  } satisfies ArgocdAppResponse;
}

/** The services of an environment with their configured versions. */
export function serviceListOf(environment: DemoEnvironment, now: number): readonly Listed[] {
  const services = servicesOf(environment).map((service) => entryOf(environment, service, now));
  const app = argoCdAppOf(environment);
  return app === undefined ? services : [...services, argoCdEntryOf(environment, app.id, app.name, now)];
}
