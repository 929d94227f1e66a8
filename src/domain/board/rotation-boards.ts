import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Board } from './board.ts';
import { decodeBoard, encodeBoard } from './board-url.ts';
import type { Pin } from './pin.ts';

/** A saved board of a rotation. `address` is the result of `encodeBoard`. */
export type Saved = { readonly id: string; readonly address: string };

/** A board in a rotation. `key` is equal for boards with the same content. */
export type Stop<S extends Saved> = { readonly saved: S; readonly board: Board; readonly key: string };

/** Returns a key of a board's content: equal for boards that differ only in page, view, language, rotation and open details. */
export const keyOf = (board: Board): string =>
  encodeBoard({
    ...board,
    page: 'board',
    view: 'cards',
    rotateSeconds: undefined,
    details: undefined,
    language: undefined,
  });

/** Returns the boards of a rotation, each content once. Boards without pins are left out. */
export function rotationStops<S extends Saved>(boards: readonly S[]): readonly Stop<S>[] {
  const stops = new Map<string, Stop<S>>();
  for (const saved of boards) {
    const { board } = decodeBoard(saved.address);
    const key = keyOf(board);
    if (board.pins.length > 0 && !stops.has(key)) stops.set(key, { saved, board, key });
  }
  return [...stops.values()];
}

/** True when a board shows the environment: it is pinned, or its project is pinned and it is not hidden. */
export const holds = ({ pins, hidden }: Board, { id, info }: BoardEnvironment): boolean =>
  pins.some((pin) => (pin.kind === 'environment' ? pin.id === id : pin.id === info?.projectId && !hidden.includes(id)));

/** Returns `current` with the pins of all boards of the rotation added, so that all can be polled together. */
export function combineBoards<S extends Saved>(boards: readonly S[], current: Board): Board {
  const pins = new Map<string, Pin>();
  for (const board of [current, ...rotationStops(boards).map((stop) => stop.board)]) {
    for (const pin of board.pins) {
      const key = `${pin.kind} ${pin.id}`;
      // Only the labels of the current board apply: another board may use another label for the same pin.
      if (!pins.has(key)) pins.set(key, board === current ? pin : { kind: pin.kind, id: pin.id });
    }
  }
  return { ...current, hidden: [], pins: [...pins.values()] };
}
