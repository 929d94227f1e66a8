import { DEFAULT_BOARD, type View } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createAccount, type World } from '#simulator/account.ts';

/** The size of the account, all of which is on the board: each environment pinned, or each project. */
export type Workload = { readonly environments: number; readonly projects: number; readonly pins: Pin['kind'] };

export const WORKLOADS: readonly Workload[] = [
  { environments: 12, projects: 3, pins: 'environment' },
  { environments: 60, projects: 20, pins: 'environment' },
  { environments: 300, projects: 30, pins: 'environment' },
  { environments: 1_000, projects: 100, pins: 'environment' },
  // Users do not pin thousands one by one.
  { environments: 1_000, projects: 20, pins: 'project' },
  { environments: 8_000, projects: 200, pins: 'project' },
];

export const nameOfWorkload = ({ environments, projects }: Workload): string => `${environments}/${projects}`;

/** Returns the workload of this name whose environments are pinned one by one. Throws an `Error` if there is none. */
export function workloadNamed(name: string): Workload {
  const workload = WORKLOADS.find((one) => nameOfWorkload(one) === name && one.pins === 'environment');
  if (!workload) throw new Error(`no workload is called ${name}`);
  return workload;
}

const pinsOf = ({ projects }: World, pins: Workload['pins']): readonly Pin[] =>
  pins === 'project'
    ? projects.map(({ id }) => ({ kind: 'project', id }))
    : projects.flatMap((project) => project.environments.map(({ id }): Pin => ({ kind: 'environment', id })));

/** Returns the address of the board with the whole account: the query string, or the fragment if that is too long. */
export function addressOf(workload: Workload, view: View = 'cards'): string {
  const board = { ...DEFAULT_BOARD, view, name: 'Bench', pins: pinsOf(createAccount(workload), workload.pins) };
  const { search, hash } = boardLocation(board);
  return `${search}${hash}`;
}
