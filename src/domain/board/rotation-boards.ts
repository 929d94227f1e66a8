import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Board } from './board.ts';
import { decodeBoard, encodeBoard } from './board-url.ts';
import type { Pin } from './pin.ts';

/** A board that the wall may turn to. `address` is what `encodeBoard` wrote. */
export type Saved = { readonly id: string; readonly address: string };

export type Stop<S extends Saved> = { readonly saved: S; readonly board: Board; readonly key: string };

/** A board by what it holds and shows, whatever its view, its rotation and the details open on it. */
export const keyOf = (board: Board): string =>
  encodeBoard({ ...board, view: 'cards', rotateSeconds: undefined, details: undefined });

/** The boards in turn, each once; those without pins have nothing to show and are passed over. */
export function rotationStops<S extends Saved>(boards: readonly S[]): readonly Stop<S>[] {
  const stops = new Map<string, Stop<S>>();
  for (const saved of boards) {
    const { board } = decodeBoard(saved.address);
    const key = keyOf(board);
    if (board.pins.length > 0 && !stops.has(key)) stops.set(key, { saved, board, key });
  }
  return [...stops.values()];
}

/** True when an environment is on a board: pinned itself, or by its project and not hidden there. */
export const holds = ({ pins, hidden }: Board, { id, info }: BoardEnvironment): boolean =>
  pins.some((pin) => (pin.kind === 'environment' ? pin.id === id : pin.id === info?.projectId && !hidden.includes(id)));

/** A board that holds what all boards in turn hold, to watch them together. The present one's pins come first. */
export function combineBoards<S extends Saved>(boards: readonly S[], current: Board): Board {
  const pins = new Map<string, Pin>();
  for (const board of [current, ...rotationStops(boards).map((stop) => stop.board)]) {
    for (const pin of board.pins) {
      const key = `${pin.kind} ${pin.id}`;
      // A label is that board's own, and none of the others'.
      if (!pins.has(key)) pins.set(key, board === current ? pin : { kind: pin.kind, id: pin.id });
    }
  }
  return { ...current, hidden: [], pins: [...pins.values()] };
}
