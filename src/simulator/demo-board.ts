import { createAccount, type DemoEnvironment, QUICK_PERIOD, type WorldOptions } from './account.ts';

const BOARD_SIZE = 12;
const QUICK_SHARE = 6;

/** The first of every project, then the second of every project, and so on: a board shows many projects. */
function inTurn(groups: readonly (readonly DemoEnvironment[])[]): readonly DemoEnvironment[] {
  const longest = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, index) => groups.flatMap((group) => group[index] ?? [])).flat();
}

/** Twelve environments of the first organization for a lively board: up to six of them deploy every few minutes. */
export function demoPins(options: WorldOptions = {}): readonly string[] {
  const world = createAccount(options);
  const groups = world.projects
    .filter((project) => project.organization === world.organizations[0])
    .map((project) => project.environments.filter((item) => item.fixedState === undefined && !item.neverDeployed));
  const candidates = inTurn(groups);
  const quick = candidates.filter((item) => item.period <= QUICK_PERIOD).slice(0, QUICK_SHARE);
  const others = candidates.filter((item) => !quick.includes(item));
  const chosen = new Set([...quick, ...others].slice(0, BOARD_SIZE));
  return candidates.filter((item) => chosen.has(item)).map((item) => item.id);
}
