import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { columnRank } from '#domain/environment/mode.ts';
import type { Matrix } from './version-matrix.ts';

/** Two modes that a narrow screen compares. */
export type ModePair = readonly [left: string, right: string];

/** Returns the modes of the environments, in the order of the columns. */
export const modesOf = (environments: readonly BoardEnvironment[]): readonly string[] => {
  const modes = [...new Set(environments.map(({ info }) => info?.mode ?? ''))];
  return modes.toSorted((a, b) => columnRank(a) - columnRank(b));
};

/** Returns the last two modes before previews: staging and production where both exist, never a mode that is not known. */
export function defaultPair(modes: readonly string[]): ModePair {
  const lasting = modes.filter((mode) => columnRank(mode) < columnRank('PREVIEW'));
  const [left = '', right = left] = (lasting.length > 0 ? lasting : modes).slice(-2);
  return [left, right];
}

/** Returns the environments of a project that a pair of modes compares: the last of the left mode, the first of the right. */
export function pairColumns(
  members: readonly BoardEnvironment[],
  [left, right]: ModePair,
): readonly BoardEnvironment[] {
  const modeOf = ({ info }: BoardEnvironment) => info?.mode ?? '';
  if (left === right) return members.filter((one) => modeOf(one) === left).slice(0, 2);
  return [members.findLast((one) => modeOf(one) === left), members.find((one) => modeOf(one) === right)].filter(
    (one) => one !== undefined,
  );
}

/** Returns the matrices in their order, those with fewer than two columns last. */
export const pairsFirst = (matrices: readonly Matrix[]): readonly Matrix[] =>
  matrices.toSorted((a, b) => Number(a.columns.length < 2) - Number(b.columns.length < 2));
