import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Board } from './board.ts';
import { encodeBoard } from './board-url.ts';
import { holds, keyOf, rotationStops, type Saved, type Stop } from './rotation-boards.ts';

/** The board on the wall, and which of the reader's own it is, where that is known. */
export type OnWall = { readonly board: Board; readonly id: string | undefined };

/** The place of the board on the wall among the stops, from 0; -1 when it is none of them. */
export function placeOf<S extends Saved>(stops: readonly Stop<S>[], { board, id }: OnWall): number {
  const place = stops.findIndex(({ saved }) => saved.id === id);
  const key = keyOf(board);
  return place >= 0 ? place : stops.findIndex((stop) => stop.key === key);
}

/** A stop as it is shown when the wall turns to it: on the wall, and turning on. */
const turnedTo = <S extends Saved>({ saved, board }: Stop<S>, { rotateSeconds }: Board): S => ({
  ...saved,
  address: encodeBoard({ ...board, view: 'wall', details: undefined, rotateSeconds }),
});

/**
 * The board that follows on the wall; the first when the present one is none of them. Undefined when there is no other
 * to turn to.
 */
export function nextBoard<S extends Saved>(boards: readonly S[], current: OnWall): S | undefined {
  const stops = rotationStops(boards);
  const place = placeOf(stops, current);
  const next = stops[(place + 1) % Math.max(1, stops.length)];
  return next === undefined || next === stops[place] ? undefined : turnedTo(next, current.board);
}

/** Epoch milliseconds at which something was last seen to turn failing, from `from` on; undefined when nothing did. */
export function turnedFailingAt(environments: readonly BoardEnvironment[], from: number): number | undefined {
  const moments = environments.flatMap(({ tone, since, isSinceSeen, isSnoozed }) =>
    tone === 'failing' && isSinceSeen === true && isSnoozed !== true && since !== undefined && since >= from
      ? [since]
      : [],
  );
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** When the wall turns, in epoch milliseconds: after its dwell, and a further one after something turned failing. */
export const nextTurnAt = (turn: {
  readonly shownAt: number;
  readonly dwellMs: number;
  readonly failedAt: number | undefined;
}): number => Math.max(turn.shownAt, turn.failedAt ?? turn.shownAt) + turn.dwellMs;

/**
 * The other board on which something turned failing last, from `from` on. What the present board holds too is in view
 * already. `everywhere` is what is watched for all of them.
 */
export function failingBoard<S extends Saved>(
  boards: readonly S[],
  current: OnWall,
  everywhere: readonly BoardEnvironment[],
  from: number,
): S | undefined {
  const elsewhere = everywhere.filter((one) => !holds(current.board, one));
  const at = turnedFailingAt(elsewhere, from);
  if (at === undefined) return undefined;
  const failing = elsewhere.filter((one) => turnedFailingAt([one], at) !== undefined);
  const stop = rotationStops(boards).find(({ board }) => failing.some((one) => holds(board, one)));
  return stop && turnedTo(stop, current.board);
}
