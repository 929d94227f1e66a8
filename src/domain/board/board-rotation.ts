import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Board } from './board.ts';
import { encodeBoard } from './board-url.ts';
import { holds, keyOf, rotationStops, type Saved, type Stop } from './rotation-boards.ts';

/** The board on the wall, with the id of its saved board; undefined when that is unknown. */
export type OnWall = { readonly board: Board; readonly id: string | undefined };

/** Returns the index of the wall's board among the stops; -1 when it is not one of them. */
export function stopIndexOf<S extends Saved>(stops: readonly Stop<S>[], { board, id }: OnWall): number {
  const index = stops.findIndex(({ saved }) => saved.id === id);
  const key = keyOf(board);
  return index >= 0 ? index : stops.findIndex((stop) => stop.key === key);
}

/** Returns a stop's board in the wall view, with the rotation and the language of the present board. */
const turnedTo = <S extends Saved>({ saved, board }: Stop<S>, { rotateSeconds, language }: Board): S => ({
  ...saved,
  address: encodeBoard({ ...board, view: 'wall', details: undefined, rotateSeconds, language }),
});

/**
 * Returns the next board of the rotation; the first when the present board is not one of them. Undefined when there is
 * no other board.
 */
export function nextBoard<S extends Saved>(boards: readonly S[], current: OnWall): S | undefined {
  const stops = rotationStops(boards);
  const index = stopIndexOf(stops, current);
  const next = stops[(index + 1) % Math.max(1, stops.length)];
  return next === undefined || next === stops[index] ? undefined : turnedTo(next, current.board);
}

/**
 * Returns the epoch milliseconds of the last observed change to failing since `from`; undefined when there was none.
 * Snoozed environments do not count.
 */
export function turnedFailingAt(environments: readonly BoardEnvironment[], from: number): number | undefined {
  const failedAt = environments.flatMap(({ tone, since, isSinceSeen, isSnoozed }) =>
    tone === 'failing' && isSinceSeen === true && isSnoozed !== true && since !== undefined && since >= from
      ? [since]
      : [],
  );
  return failedAt.length === 0 ? undefined : Math.max(...failedAt);
}

/**
 * Returns the time of the next rotation, in epoch milliseconds: one dwell after the last failure, or after the start.
 */
export const nextTurnAt = (turn: {
  readonly shownAt: number;
  readonly dwellMs: number;
  readonly failedAt: number | undefined;
}): number => Math.max(turn.shownAt, turn.failedAt ?? turn.shownAt) + turn.dwellMs;

/**
 * Returns the first other board with the environment that changed to failing last since `from`, in epoch milliseconds.
 *
 * Environments of the present board do not count, because they are visible already. `everywhere` are the environments
 * of all boards of the rotation. Undefined when there was no such change.
 */
export function failingBoard<S extends Saved>(
  boards: readonly S[],
  current: OnWall,
  everywhere: readonly BoardEnvironment[],
  from: number,
): S | undefined {
  const elsewhere = everywhere.filter((environment) => !holds(current.board, environment));
  const at = turnedFailingAt(elsewhere, from);
  if (at === undefined) return undefined;
  const failing = elsewhere.filter((environment) => turnedFailingAt([environment], at) !== undefined);
  const stop = rotationStops(boards).find(({ board }) => failing.some((environment) => holds(board, environment)));
  return stop && turnedTo(stop, current.board);
}
