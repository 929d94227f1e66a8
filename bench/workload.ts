import { DEFAULT_BOARD, type View } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createAccount, type World } from '#simulator/account.ts';

/** The size of the account, all of which is on the board. */
export type Workload = { readonly environments: number; readonly projects: number };

export const WORKLOADS: readonly Workload[] = [
  { environments: 12, projects: 3 },
  { environments: 60, projects: 20 },
  { environments: 300, projects: 30 },
  { environments: 1_000, projects: 100 },
  { environments: 8_000, projects: 200 },
];

/** A board with at least this many environments pins projects: users do not pin thousands one by one. */
const PROJECT_PINS_FROM = 2_000;

export const nameOfWorkload = ({ environments, projects }: Workload): string => `${environments}/${projects}`;

const pinsOf = ({ projects }: World, environments: number): readonly Pin[] =>
  environments >= PROJECT_PINS_FROM
    ? projects.map(({ id }) => ({ kind: 'project', id }))
    : projects.flatMap((project) => project.environments.map(({ id }): Pin => ({ kind: 'environment', id })));

/** Returns the address of the board with the whole account: the query string, or the fragment if that is too long. */
export function addressOf(workload: Workload, view: View = 'cards'): string {
  const board = { ...DEFAULT_BOARD, view, name: 'Bench', pins: pinsOf(createAccount(workload), workload.environments) };
  const { search, hash } = boardLocation(board);
  return `${search}${hash}`;
}
