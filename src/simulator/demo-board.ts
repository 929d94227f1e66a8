import { createAccount, QUICK_PERIOD, type WorldOptions } from './account.ts';

const PROJECTS = 6;
/** With two cards each, the frames of the projects fill rows of two, four and six columns in every order. */
const ENVIRONMENTS_EACH = 2;

/**
 * Returns the ids of twelve environments in six projects of the first organization: the first environment of each
 * project, then the second. If a project has an environment that deploys every few minutes, it comes first, and the
 * calmest environment second.
 */
export function demoPins(options: WorldOptions = {}): readonly string[] {
  const world = createAccount(options);
  const groups = world.projects
    .filter((project) => project.organization === world.organizations[0])
    .map((project) => {
      const usable = project.environments.filter((item) => item.fixedState === undefined && !item.neverDeployed);
      const quick = usable.find((item) => item.period <= QUICK_PERIOD);
      const calm = usable.filter((item) => item !== quick).toSorted((a, b) => b.period - a.period);
      return [...(quick ? [quick] : []), ...calm].slice(0, ENVIRONMENTS_EACH);
    })
    .filter(({ length }) => length >= ENVIRONMENTS_EACH)
    .slice(0, PROJECTS);
  return Array.from({ length: ENVIRONMENTS_EACH }, (_, index) =>
    groups.flatMap((group) => group[index]?.id ?? []),
  ).flat();
}
