import { createAccount, type DemoEnvironment, QUICK_PERIOD, type WorldOptions } from './account.ts';

const BOARD_SIZE = 12;
const QUICK_SHARE = 6;

/** Interleaves groups: the first item of each, then the second of each, so that a board shows many projects. */
function interleave(groups: readonly (readonly DemoEnvironment[])[]): readonly DemoEnvironment[] {
  const longest = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, index) => groups.flatMap((group) => group[index] ?? [])).flat();
}

/** Returns the ids of twelve environments of the first organization. Up to six of them deploy every few minutes. */
export function demoPins(options: WorldOptions = {}): readonly string[] {
  const world = createAccount(options);
  const groups = world.projects
    .filter((project) => project.organization === world.organizations[0])
    .map((project) => project.environments.filter((item) => item.fixedState === undefined && !item.neverDeployed));
  const candidates = interleave(groups);
  const quick = candidates.filter((item) => item.period <= QUICK_PERIOD).slice(0, QUICK_SHARE);
  const others = candidates.filter((item) => !quick.includes(item));
  const chosen = new Set([...quick, ...others].slice(0, BOARD_SIZE));
  return candidates.filter((item) => chosen.has(item)).map((item) => item.id);
}
