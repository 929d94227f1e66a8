import type { EnvironmentModeEnum } from 'qovery-typescript-axios';
import { STATES } from '#domain/environment/state.ts';
import {
  ARGO_CD_APP,
  CLUSTERS,
  EXTRA_ENVIRONMENTS,
  GALLERY_NAME,
  ORGANIZATION_NAMES,
  PROJECT_NAMES,
  SERVICES,
  STAGING_SERVICE,
  UNKNOWN_STATE,
} from './sample-names.ts';
import { fraction, hash, pick, uuid } from './seeded-random.ts';

/** Sizes of the simulated account, and the seed that its names and times derive from. */
export type WorldOptions = {
  readonly seed?: number;
  readonly organizations?: number;
  readonly projects?: number;
  readonly environments?: number;
};

export type DemoOrganization = { readonly id: string; readonly name: string; readonly createdAt: string };

export type DemoProject = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly organization: DemoOrganization;
  readonly environments: DemoEnvironment[];
};

export type DemoService = ((typeof SERVICES)[number] | typeof STAGING_SERVICE) & { readonly id: string };

export type DemoEnvironment = {
  readonly id: string;
  /** The seed of every pseudo-random value of this environment. */
  readonly key: number;
  readonly name: string;
  readonly mode: EnvironmentModeEnum;
  readonly createdAt: string;
  readonly project: DemoProject;
  readonly cluster: (typeof CLUSTERS)[number] & { readonly id: string };
  readonly neverDeployed: boolean;
  /** The state that an environment of the gallery always has. */
  readonly fixedState?: string;
  /** Milliseconds from one deployment to the next. */
  readonly period: number;
  readonly phase: number;
};

export type World = {
  readonly organizations: readonly DemoOrganization[];
  readonly projects: readonly DemoProject[];
  readonly organizationById: ReadonlyMap<string, DemoOrganization>;
  readonly projectById: ReadonlyMap<string, DemoProject>;
  readonly environmentById: ReadonlyMap<string, DemoEnvironment>;
};

const MINUTE = 60_000;
const EPOCH = Date.UTC(2025, 0, 6, 9);
/** The account has a gallery only from this number of environments. */
const GALLERY_FROM = 60;

/** Up to this period, in milliseconds, a user sees an environment change within minutes. */
export const QUICK_PERIOD = 6 * MINUTE;

const createdAt = (key: number): string => new Date(EPOCH + (hash(key, 90) % 300) * 1440 * MINUTE).toISOString();

/** The name at an index. Beyond the end of the list, names get a number, so that they stay unique. */
const nameAt = (names: readonly string[], index: number): string => {
  const round = Math.floor(index / names.length);
  const name = names[index % names.length] ?? 'unnamed';
  return round === 0 ? name : `${name}-${round + 1}`;
};

type NameAndMode = { readonly name: string; readonly mode: EnvironmentModeEnum };

function nameEnvironment(key: number, index: number): NameAndMode {
  if (index === 0) return { name: 'production', mode: 'PRODUCTION' };
  if (index === 1) return { name: 'staging', mode: 'STAGING' };
  const extra = EXTRA_ENVIRONMENTS[index - 2];
  if (extra !== undefined && fraction(key, 1) < 0.6) return extra;
  // Steps of three keep the number unique in its project for every random value.
  return { name: `pr-${1200 + index * 3 + (hash(key, 2) % 3)}`, mode: 'PREVIEW' };
}

function createEnvironment(key: number, project: DemoProject, fixedState?: string): DemoEnvironment {
  const generated = nameEnvironment(key, project.environments.length);
  const quick = fixedState === undefined && fraction(key, 3) < 0.25;
  const period = Math.round(quick ? (3 + 3 * fraction(key, 4)) * MINUTE : 20 * MINUTE * 24 ** fraction(key, 4));
  const cluster = pick(CLUSTERS, key, 5);
  return {
    id: uuid(key, 6),
    key,
    name: fixedState?.toLowerCase().replaceAll('_', '-') ?? generated.name,
    mode: fixedState === undefined ? generated.mode : 'DEVELOPMENT',
    createdAt: createdAt(key),
    project,
    cluster: { ...cluster, id: uuid(CLUSTERS.indexOf(cluster), 7) },
    neverDeployed:
      fixedState === undefined ? generated.mode === 'PREVIEW' && fraction(key, 8) < 0.2 : fixedState === 'READY',
    ...(fixedState === undefined ? {} : { fixedState }),
    period,
    phase: Math.floor(fraction(key, 9) * period),
  };
}

const MIN_SERVICES = 4;

/** The services of an environment, the same in each environment of the project, with one more in staging. */
export function servicesOf({ key, mode, project }: DemoEnvironment): readonly DemoService[] {
  const projectKey = Number.parseInt(project.id.slice(0, 8), 16);
  const count = MIN_SERVICES + (hash(projectKey, 10) % (SERVICES.length - MIN_SERVICES + 1));
  const services = SERVICES.slice(0, mode === 'PREVIEW' ? Math.min(count, MIN_SERVICES) : count);
  return [...services, ...(mode === 'STAGING' ? [STAGING_SERVICE] : [])].map((service, index) => ({
    ...service,
    id: uuid(key, 11, index),
  }));
}

/** The Argo CD app of an environment; undefined for three of four environments. */
export const argoCdAppOf = (environment: DemoEnvironment): ArgoCdApp | undefined =>
  hash(environment.key, 12) % 4 === 0 ? { ...ARGO_CD_APP, id: uuid(environment.key, 13) } : undefined;
type ArgoCdApp = typeof ARGO_CD_APP & { readonly id: string };

/** Builds the account and its indexes. Each simulation calls it once. */
export function createAccount(options: WorldOptions = {}): World {
  const { seed = 1, organizations: organizationCount = 3, projects: projectCount = 12, environments = 60 } = options;
  const organizations = Array.from({ length: Math.max(1, organizationCount) }, (_, index) => {
    const key = hash(seed, 100, index);
    return { id: uuid(key), name: nameAt(ORGANIZATION_NAMES, index), createdAt: createdAt(key) };
  });
  const createProject = (index: number, name: string, owner: DemoOrganization | undefined): DemoProject[] => {
    const key = hash(seed, 200, index);
    if (owner === undefined) return [];
    return [{ id: uuid(key), name, createdAt: createdAt(key), organization: owner, environments: [] }];
  };
  const hasGallery = environments >= GALLERY_FROM;
  const ordinary = Array.from({ length: Math.max(1, projectCount - (hasGallery ? 1 : 0)) }, (_, index) => {
    // The first organization gets half of the projects, so that its demo board has enough environments.
    const others = Math.max(1, organizations.length - 1);
    const owner = index % 2 === 0 ? 0 : (1 + (((index - 1) / 2) % others)) % organizations.length;
    return createProject(index, nameAt(PROJECT_NAMES, index), organizations[owner]);
  }).flat();
  const gallery = hasGallery ? createProject(-1, GALLERY_NAME, organizations[0]) : [];
  const fixedStates = hasGallery ? [...STATES, UNKNOWN_STATE] : [];
  for (let index = 0; index < environments; index += 1) {
    const fixedState = fixedStates[index];
    const project = fixedState === undefined ? ordinary[index % ordinary.length] : gallery[0];
    project?.environments.push(createEnvironment(hash(seed, 300, index), project, fixedState));
  }
  const projects = [...ordinary, ...gallery];
  const all = projects.flatMap((project) => project.environments);
  return {
    organizations,
    projects,
    organizationById: new Map(organizations.map((organization) => [organization.id, organization])),
    projectById: new Map(projects.map((project) => [project.id, project])),
    environmentById: new Map(all.map((environment) => [environment.id, environment])),
  };
}
