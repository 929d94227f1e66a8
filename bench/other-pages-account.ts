const ENVIRONMENTS = 60;
const DEPLOYMENTS = 84;
const DEPLOYMENT_EVERY_MS = 4 * 3_600_000;
const MODES = ['DEVELOPMENT', 'STAGING', 'PRODUCTION'] as const;
const LISTS = { APPLICATION: 'applications', CONTAINER: 'containers', HELM: 'helms', DATABASE: 'databases' } as const;
const SERVICES = [
  ['web', 'APPLICATION'],
  ['api', 'APPLICATION'],
  ['worker', 'APPLICATION'],
  ['mailer', 'APPLICATION'],
  ['billing', 'APPLICATION'],
  ['search', 'APPLICATION'],
  ['gateway', 'CONTAINER'],
  ['cache', 'CONTAINER'],
  ['exporter', 'CONTAINER'],
  ['metrics', 'HELM'],
  ['ingress', 'HELM'],
  ['orders', 'DATABASE'],
] as const;

/** Number of cells of the matrix: a row for each service, a column for each environment. */
export const CELLS = ENVIRONMENTS * SERVICES.length;
/** Number of entries of Activity. */
export const ENTRIES = ENVIRONMENTS * DEPLOYMENTS;
export const COLUMNS = ENVIRONMENTS;

const id = (kind: number, first: number, second = 0): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(first).padStart(6, '0')}${String(second).padStart(6, '0')}`;
const ORGANIZATION = { id: id(1, 0), name: 'Bench' };
export const PROJECT = { id: id(2, 0), name: 'matrix' };

const modeOf = (at: number) => MODES[at % MODES.length] ?? 'DEVELOPMENT';
const environmentId = (at: number): string => id(3, at);
const serviceId = (at: number, service: number): string => id(4, at, service);
const commitOf = (service: number, step: number): string => `${service}f`.padEnd(39, '0') + (step % 10);

/** Two of three environments have the newest version, so that a third of the cells carries a chip. */
const stepOf = (at: number, service: number): number => ((at + service) % 3 === 0 ? 1 : 2);

function versionOf(at: number, service: number, kind: keyof typeof LISTS, name: string) {
  const step = stepOf(at, service);
  if (kind === 'CONTAINER')
    return { image_name: `bench/${name}`, tag: `1.${step}.0`, registry: { url: 'https://registry.example.com' } };
  if (kind === 'HELM') return { source: { repository: { chart_name: name, chart_version: `2.${step}.0` } } };
  if (kind === 'DATABASE') return { type: 'POSTGRESQL', version: String(14 + step) };
  const commit = commitOf(service, step);
  return {
    git_repository: { url: `https://git.example.com/bench/${name}.git`, branch: 'main', deployed_commit_id: commit },
  };
}

const servicesAt = (at: number) =>
  SERVICES.map(([name, kind], service) => ({
    id: serviceId(at, service),
    name,
    service_type: kind,
    ...versionOf(at, service, kind, name),
  }));

const deployedAt = (at: number, age: number, now: number): string =>
  new Date(now - age * DEPLOYMENT_EVERY_MS - at * 60_000 - 600_000).toISOString();

const statusOf = (at: number, now: number) => ({
  id: environmentId(at),
  state: 'DEPLOYED',
  last_deployment_state: 'DEPLOYED',
  last_deployment_date: deployedAt(at, 0, now),
  last_deployment_id: id(5, at),
  total_deployment_duration_in_seconds: 185,
  origin: 'GIT',
  triggered_by: 'Ada Lovelace',
  deployment_status: 'UP_TO_DATE',
});

function statusesAt(at: number, now: number) {
  const of = (kind: keyof typeof LISTS) =>
    SERVICES.flatMap(([, one], service) =>
      one === kind
        ? [{ id: serviceId(at, service), state: 'DEPLOYED', last_deployment_date: deployedAt(at, 0, now) }]
        : [],
    );
  const kinds = Object.keys(LISTS) as readonly (keyof typeof LISTS)[];
  return { environment: statusOf(at, now), ...Object.fromEntries(kinds.map((kind) => [LISTS[kind], of(kind)])) };
}

/** Returns the deployments of an environment, newest first. Each brings a new commit of one service. */
function historyAt(at: number, now: number) {
  return Array.from({ length: DEPLOYMENTS }, (_, age) => {
    const created = deployedAt(at, age, now);
    const service = age % 6;
    const [name] = SERVICES[service] ?? ['web'];
    return {
      identifier: { execution_id: id(5, at, age), environment_id: environmentId(at) },
      auditing_data: { created_at: created, updated_at: created, triggered_by: 'Ada Lovelace', origin: 'GIT' },
      status: age % 8 === 3 ? 'DEPLOYMENT_ERROR' : 'DEPLOYED',
      trigger_action: 'DEPLOY',
      total_duration: 'PT3M5S',
      action_status: age % 8 === 3 ? 'ERROR' : 'SUCCESS',
      stages: [
        {
          services: [
            {
              identifier: { service_id: serviceId(at, service), name },
              status: 'DEPLOYED',
              details: { commit: { git_commit_id: commitOf(service, age), created_at: created } },
            },
          ],
        },
      ],
    };
  });
}

const list = (results: readonly unknown[]): string => JSON.stringify({ results });
const ALL = Array.from({ length: ENVIRONMENTS }, (_, at) => at);
const environmentAt = (at: number) => ({
  id: environmentId(at),
  name: `${modeOf(at).toLowerCase()}-${at}`,
  mode: modeOf(at),
  organization: { id: ORGANIZATION.id },
  project: { id: PROJECT.id },
});

/**
 * Returns an account with one project of 60 environments with 12 services each, and 5,040 past deployments. Nothing in it
 * is in progress. The function answers a path without its query: undefined for an unknown path.
 */
export function createMatrixAccount(now: number): (path: string) => string | undefined {
  const answers = new Map<string, () => string>([
    ['/organization', () => list([ORGANIZATION])],
    [`/organization/${ORGANIZATION.id}/project`, () => list([PROJECT])],
    [`/organization/${ORGANIZATION.id}/environments`, () => list(ALL.map(environmentAt))],
    [`/project/${PROJECT.id}/environment`, () => list(ALL.map(environmentAt))],
    [`/project/${PROJECT.id}/environment/status`, () => list(ALL.map((at) => statusOf(at, now)))],
    ...ALL.flatMap((at): readonly (readonly [string, () => string])[] => [
      [`/environment/${environmentId(at)}/services`, () => list(servicesAt(at))],
      [`/environment/${environmentId(at)}/statuses`, () => JSON.stringify(statusesAt(at, now))],
      [`/environment/${environmentId(at)}/deploymentHistoryV2`, () => list(historyAt(at, now))],
    ]),
  ]);
  // Without commits, no order of two commits is known: the limit page requests none either.
  return (path) => answers.get(path)?.() ?? (path.endsWith('/commit') ? list([]) : undefined);
}
