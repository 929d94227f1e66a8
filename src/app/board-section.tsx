import { useCallback, useState } from 'react';
import { arrangedLike, labelled, movedTo } from '#domain/arrange.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { grouped } from '#domain/view.ts';
import { Board } from '#features/board/board.tsx';
import { EditDialog } from '#features/board/edit-dialog.tsx';
import { UndoNotice } from '#ui/undo-notice.tsx';

type Props = {
  readonly board: BoardAddress;
  /** All of the board, and what the filters leave of it; both in the order shown. */
  readonly all: readonly WatchedEnvironment[];
  readonly shown: readonly WatchedEnvironment[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
};

/** The cards and what is done to a pin: label, move, unpin, and undo of that. */
export function BoardSection({ board, all, shown, onChange }: Props) {
  const [editing, setEditing] = useState<string>();
  const [unpinned, setUnpinned] = useState<{ readonly name: string; readonly before: BoardAddress['pins'] }>();
  const { pins, group } = board;

  const unpin = useCallback(
    (id: string) => {
      const gone = all.find((one) => one.id === id);
      setUnpinned({ name: gone ? nameOf(gone) : id, before: pins });
      onChange({ pins: pins.filter((pin) => pin.id !== id) });
    },
    [all, pins, onChange],
  );
  // A card stays where it was put, so moving one makes the order of the pins the order shown.
  const move = useCallback(
    (id: string, target: string) => {
      const ids = all.map((one) => one.id);
      onChange({ pins: arrangedLike(pins, movedTo(ids, id, target)), sort: 'manual' });
    },
    [all, pins, onChange],
  );

  const edited = shown.find(({ id }) => id === editing);
  const peers = grouped(shown, group).find(({ members }) => edited && members.includes(edited))?.members ?? [];
  const place = edited ? peers.indexOf(edited) : -1;
  return (
    <>
      <Board watched={shown} group={group} onEdit={setEditing} onMove={move} onUnpin={unpin} />
      {edited && (
        <EditDialog
          watched={edited}
          earlier={peers[place - 1]?.id}
          later={peers[place + 1]?.id}
          onLabel={(text) => onChange({ pins: labelled(pins, edited.id, text) })}
          onMove={(target) => move(edited.id, target)}
          onClose={() => setEditing(undefined)}
        />
      )}
      {unpinned && (
        <UndoNotice
          onDismiss={() => setUnpinned(undefined)}
          onUndo={() => {
            onChange({ pins: unpinned.before });
            setUnpinned(undefined);
          }}
        >
          {`${unpinned.name} unpinned.`}
        </UndoNotice>
      )}
    </>
  );
}
