import type { DemoEnvironment, DemoOrganization, DemoProject, World } from './account.ts';
import { commitListOf } from './commit-answers.ts';
import { eventsOf } from './event-answers.ts';
import { readFeedSwitches } from './event-switches.ts';
import { historyPageOf } from './history-answers.ts';
import { organizationServicesOf } from './other-service-answers.ts';
import { statusesOf } from './service-answers.ts';
import { serviceListOf } from './service-list-answers.ts';
import {
  environmentOf,
  listedEnvironmentOf,
  organizationOf,
  overviewOf,
  projectOf,
  statusOf,
} from './status-answers.ts';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

type SimulatedRequest = {
  readonly query: URLSearchParams;
  readonly now: number;
  /** The switches of the change feed, see `event-switches.ts`. */
  readonly feed: string;
};

const list = (results: readonly unknown[]) => ({ results });

function pageSizeOf(query: URLSearchParams): number {
  const requested = Number(query.get('pageSize') ?? DEFAULT_PAGE);
  return Number.isInteger(requested) && requested > 0 ? Math.min(requested, MAX_PAGE) : DEFAULT_PAGE;
}

function ofOrganization(
  world: World,
  organization: DemoOrganization,
  rest: string,
  request: SimulatedRequest,
): unknown {
  const projects = world.projects.filter((project) => project.organization === organization);
  if (rest === 'project') return list(projects.map(projectOf));
  if (rest === 'environments')
    return list(projects.flatMap((project) => project.environments.map(listedEnvironmentOf)));
  if (rest === 'services')
    return list(projects.flatMap((project) => project.environments.flatMap(organizationServicesOf)));
  const { query, now, feed } = request;
  if (rest === 'events') return eventsOf(world, organization, { query, now, switches: readFeedSwitches(feed) });
  return undefined;
}

function ofProject(project: DemoProject, rest: string, now: number): unknown {
  if (rest === 'environment') return list(project.environments.map(environmentOf));
  if (rest === 'environment/status') return list(project.environments.map((item) => statusOf(item, now)));
  if (rest === 'environment/overview') return list(project.environments.map((item) => overviewOf(item, now)));
  return undefined;
}

function ofEnvironment(environment: DemoEnvironment, rest: string, now: number, query: URLSearchParams): unknown {
  switch (rest) {
    case '':
      return environmentOf(environment);
    case 'status':
      return statusOf(environment, now);
    case 'statuses':
      return statusesOf(environment, now);
    case 'services':
      return list(serviceListOf(environment, now));
    case 'deploymentHistoryV2':
      return historyPageOf(environment, now, pageSizeOf(query));
    default:
      return undefined;
  }
}

/** Returns the account's answer to a path; undefined for an unknown path or id. */
export function answer(world: World, path: string, request: SimulatedRequest): unknown {
  const { query, now } = request;
  const [kind, id, ...others] = path.split('/').filter((part) => part !== '');
  const rest = others.join('/');
  if (kind === 'organization' && id === undefined) return list(world.organizations.map(organizationOf));
  if (id === undefined) return undefined;
  const organization = kind === 'organization' ? world.organizationById.get(id) : undefined;
  if (organization !== undefined) return ofOrganization(world, organization, rest, request);
  const project = kind === 'project' ? world.projectById.get(id) : undefined;
  if (project !== undefined) return ofProject(project, rest, now);
  if (rest === 'commit') return commitListOf(world, kind ?? '', id, now);
  const environment = kind === 'environment' ? world.environmentById.get(id) : undefined;
  return environment === undefined ? undefined : ofEnvironment(environment, rest, now, query);
}
