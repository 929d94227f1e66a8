import type { DemoEnvironment, DemoOrganization, DemoProject, World } from './account.ts';

/** The token `qov_…_org2` can read the second organization only. */
const OF_ORGANIZATION = /^Token qov_\w+_org([1-9])$/;
/** The policy token `sk-qov-<environment id>` can read that environment, and no list. */
const OF_ENVIRONMENT = /^Token sk-qov-([0-9a-f-]{36})$/;

export type Scope = { readonly world: World; readonly isPolicy: boolean };

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((item) => [item.id, item]));

const worldOf = (
  organizations: readonly DemoOrganization[],
  projects: readonly DemoProject[],
  environments: readonly DemoEnvironment[],
): World => ({
  organizations,
  projects,
  organizationById: byId(organizations),
  projectById: byId(projects),
  environmentById: byId(environments),
});

/** Returns the part of the account that a request's token can read: all of it, except for the two forms above. */
export function scopeOf(world: World, authorization: string | null): Scope {
  const environmentId = OF_ENVIRONMENT.exec(authorization ?? '')?.[1];
  if (environmentId !== undefined) {
    const environment = world.environmentById.get(environmentId);
    return { world: worldOf([], [], environment ? [environment] : []), isPolicy: true };
  }
  const position = OF_ORGANIZATION.exec(authorization ?? '')?.[1];
  if (position === undefined) return { world, isPolicy: false };
  const organizations = world.organizations.slice(Number(position) - 1, Number(position));
  const projects = world.projects.filter(({ organization }) => organizations.includes(organization));
  const environments = projects.flatMap((project) => project.environments);
  return { world: worldOf(organizations, projects, environments), isPolicy: false };
}
