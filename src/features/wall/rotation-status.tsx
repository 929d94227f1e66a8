import { useEffect, useState } from 'react';
import { useOpenBoard } from '#data/boards/current-board.ts';
import { failingBoard, nextBoard, nextTurnAt, type OnWall, turnedFailingAt } from '#domain/board/board-rotation.ts';
import type { SavedBoards } from '#domain/board/saved-board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';

type Props = {
  readonly current: OnWall;
  readonly boards: SavedBoards;
  readonly environments: readonly BoardEnvironment[];
  readonly allBoards?: readonly BoardEnvironment[] | undefined;
};

/** Runs one board's turn, and opens the next board when the turn ends. */
function Turn({ current, boards, environments, allBoards }: Props) {
  const open = useOpenBoard();
  const [shownAt] = useState(Date.now);
  const dwellMs = (current.board.rotateSeconds ?? 0) * 1_000;
  const failedAt = turnedFailingAt(environments, shownAt);
  const endsAt = nextTurnAt({ shownAt, dwellMs, failedAt });
  const next = nextBoard(boards, current);
  // While this board fails, failures on other boards do not end its extended dwell.
  const alarm = allBoards && failedAt === undefined ? failingBoard(boards, current, allBoards, shownAt) : undefined;
  const [address, id] = [alarm?.address ?? next?.address, alarm?.id ?? next?.id];
  const isAlarm = alarm !== undefined;
  useEffect(() => {
    if (address === undefined || id === undefined) return;
    // Each turn replaces the history entry of the previous turn, so that Back leaves the wall.
    const turn = () => open({ id, address, savedAt: 0 }, { replace: true });
    // At most one dwell, even when the clock changes.
    const timer = setTimeout(turn, isAlarm ? 0 : Math.min(Math.max(0, endsAt - Date.now()), dwellMs));
    return () => clearTimeout(timer);
  }, [address, id, endsAt, dwellMs, isAlarm, open]);
  return null;
}

/** Shows the saved boards in turn while the address has a rotation. */
export function Rotation(props: Props) {
  const { board, id } = props.current;
  if (board.rotateSeconds === undefined) return null;
  // Another board or another dwell starts a new turn.
  const key = `${board.rotateSeconds} ${id ?? board.pins.map((pin) => pin.id).join(' ')}`;
  return <Turn key={key} {...props} />;
}
