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
import { hash, uuid } from './seeded-random.ts';
import { iso, latestRun } from './status-answers.ts';

type Listed = ListServicesByEnvironmentId200ResponseResultsInner;

const RESOURCES = { cpu: 500, memory: 512, gpu: 0, maximum_cpu: 4_000, maximum_memory: 8_192, maximum_gpu: 0 } as const;
const ICON = 'app://qovery-console/';

/** A commit that changes with each deployment, as 40 hexadecimal digits. */
const commitOf = (environment: DemoEnvironment, name: string, now: number): string => {
  const { start } = latestRun(environment, now);
  const word = (part: number) => uuid(environment.key, name.length, start / 1_000, part).replaceAll('-', '');
  return `${word(1)}${word(2)}`.slice(0, 40);
};

const repositoryOf = (environment: DemoEnvironment, name: string, now: number): ApplicationGitRepository => ({
  provider: 'GITHUB',
  owner: environment.project.organization.name,
  url: `https://github.example.com/${environment.project.organization.name}/${environment.project.name}.git`,
  name: `${environment.project.organization.name}/${environment.project.name}`,
  branch: 'main',
  root_path: `/${name}`,
  ...(environment.neverDeployed
    ? {}
    : {
        deployed_commit_id: commitOf(environment, name, now),
        deployed_commit_date: iso(latestRun(environment, now).start),
      }),
  git_token_id: null,
});

const versionOf = ({ key }: DemoEnvironment): string => `1.${hash(key, 70) % 9}.${hash(key, 71) % 20}`;

/** The entry of a service, with every field that Qovery's document requires of its kind. */
function entryOf(environment: DemoEnvironment, { id, name, type }: DemoService, now: number): Listed {
  const common = {
    id,
    name,
    created_at: environment.createdAt,
    environment: { id: environment.id },
    icon_uri: `${ICON}${type.toLowerCase()}`,
  };
  const registry = {
    id: uuid(1, 80),
    name: 'registry',
    url: 'https://registry.example.com',
    kind: 'GENERIC_CR',
  } as const;
  switch (type) {
    case 'APPLICATION': {
      const git_repository = repositoryOf(environment, name, now);
      return {
        ...common,
        service_type: type,
        healthchecks: {},
        git_repository,
        auto_deploy: true,
      } satisfies Application;
    }
    case 'CONTAINER':
      return {
        ...common,
        ...RESOURCES,
        service_type: type,
        image_name: `${environment.project.name}/${name}`,
        tag: versionOf(environment),
        registry,
        min_running_instances: 1,
        max_running_instances: 2,
        healthchecks: {},
        auto_preview: false,
      } satisfies ContainerResponse;
    case 'DATABASE':
      return { ...common, service_type: type, type: 'POSTGRESQL', version: '16', mode: 'CONTAINER' } satisfies Database;
    case 'JOB':
      return {
        ...common,
        ...RESOURCES,
        service_type: type,
        job_type: 'CRON',
        source: { image: { image_name: `${environment.project.name}/${name}`, tag: versionOf(environment), registry } },
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
            chart_version: versionOf(environment),
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
        terraform_files_source: { git: { git_repository: repositoryOf(environment, name, now) } },
        terraform_variables_source: { tf_var_file_paths: [], tf_vars: [] },
        engine: 'TERRAFORM',
        backend: { kubernetes: {} },
        provider_version: { explicit_version: '1.9.8' },
        job_resources: { cpu_milli: 500, ram_mib: 512, gpu: 0, storage_gib: 1 },
        use_cluster_credentials: true,
        action_extra_arguments: {},
      } satisfies TerraformResponse;
    default:
      return type satisfies never;
  }
}

function argoCdEntryOf(environment: DemoEnvironment, id: string, name: string): Listed {
  const { createdAt: created_at, cluster } = environment;
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
    last_synced_at: null,
    manifest_revision: null,
    git_repository: null,
  } satisfies ArgocdAppResponse;
}

/** The services of an environment with their configured versions. */
export function serviceListOf(environment: DemoEnvironment, now: number): readonly Listed[] {
  const services = servicesOf(environment).map((service) => entryOf(environment, service, now));
  const app = argoCdAppOf(environment);
  return app === undefined ? services : [...services, argoCdEntryOf(environment, app.id, app.name)];
}
