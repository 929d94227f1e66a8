import { useEffect, useState } from 'react';
import { useOpenBoard } from '#data/boards/current-board.ts';
import { failingBoard, nextBoard, type OnWall, turnedFailingAt, turnsAt } from '#domain/board/board-rotation.ts';
import type { SavedBoards } from '#domain/board/saved-board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';

type Props = {
  readonly current: OnWall;
  readonly boards: SavedBoards;
  readonly watched: readonly WatchedEnvironment[];
  readonly everywhere?: readonly WatchedEnvironment[] | undefined;
};

/** One board's turn: from when it is shown until the next one is due. */
function Turn({ current, boards, watched, everywhere }: Props) {
  const open = useOpenBoard();
  const [shownAt] = useState(Date.now);
  const dwellMs = (current.board.rotateSeconds ?? 0) * 1_000;
  const failedAt = turnedFailingAt(watched, shownAt);
  const endsAt = turnsAt({ shownAt, dwellMs, failedAt });
  const next = nextBoard(boards, current);
  // A board that fails here is not left for one that fails elsewhere: it has its further dwell first.
  const alarm = everywhere && failedAt === undefined ? failingBoard(boards, current, everywhere, shownAt) : undefined;
  const [address, id] = [alarm?.address ?? next?.address, alarm?.id ?? next?.id];
  const isAlarm = alarm !== undefined;
  useEffect(() => {
    if (address === undefined || id === undefined) return;
    // Each turn takes the place of the one before: Back leads out of the wall, not around it.
    const turn = () => open({ id, address, savedAt: 0 }, { replace: true });
    // No longer than a dwell, whatever becomes of the clock.
    const timer = setTimeout(turn, isAlarm ? 0 : Math.min(Math.max(0, endsAt - Date.now()), dwellMs));
    return () => clearTimeout(timer);
  }, [address, id, endsAt, dwellMs, isAlarm, open]);
  return null;
}

/** Shows my boards in turn while the address says so. */
export function Rotation(props: Props) {
  const { board, id } = props.current;
  if (board.rotateSeconds === undefined) return null;
  // Another board, or another dwell, is another turn.
  const key = `${board.rotateSeconds} ${id ?? board.pins.map((pin) => pin.id).join(' ')}`;
  return <Turn key={key} {...props} />;
}
