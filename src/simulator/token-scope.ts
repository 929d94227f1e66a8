import type { DemoEnvironment, DemoOrganization, DemoProject, World } from './account.ts';

/** `qov_…_org2` sees the second organization alone. */
const OF_ORGANIZATION = /^Token qov_\w+_org([1-9])$/;
/** `sk-qov-<environment id>` is a policy token: it reads that environment, and lists nothing. */
const OF_ENVIRONMENT = /^Token sk-qov-([0-9a-f-]{36})$/;

export type Scope = { readonly world: World; readonly isPolicy: boolean };

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));

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

/** How much of the account the token of a request sees: all of it, but for the two forms above. */
export function scopeOf(world: World, authorization: string | null): Scope {
  const environmentId = OF_ENVIRONMENT.exec(authorization ?? '')?.[1];
  if (environmentId !== undefined) {
    const environment = world.environmentById.get(environmentId);
    return { world: worldOf([], [], environment ? [environment] : []), isPolicy: true };
  }
  const place = OF_ORGANIZATION.exec(authorization ?? '')?.[1];
  if (place === undefined) return { world, isPolicy: false };
  const organizations = world.organizations.slice(Number(place) - 1, Number(place));
  const projects = world.projects.filter(({ organization }) => organizations.includes(organization));
  const environments = projects.flatMap((project) => project.environments);
  return { world: worldOf(organizations, projects, environments), isPolicy: false };
}
