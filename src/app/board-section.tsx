import { Suspense, useCallback, useMemo, useState } from 'react';
import { useAsked } from '#data/api-context.tsx';
import { arrangedLike, movedTo } from '#domain/arrange.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { grouped } from '#domain/view.ts';
import { Board } from '#features/board/board.tsx';
import { hiddenText, unpinnedText } from '#ui/words/environment.ts';
import { CardMenu, CompactBoard, EditDialog, MenuKey, Notice, TableBoard } from './lazy-features.ts';

type Props = {
  readonly board: BoardAddress;
  /** All of the board, and what the filters leave of it; both in the order shown. */
  readonly all: readonly WatchedEnvironment[];
  readonly shown: readonly WatchedEnvironment[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
};

type Done = { readonly text: string; readonly before?: Pick<BoardAddress, 'pins' | 'hidden'> };

/** The environments in the view chosen, and what is done to one of them. */
export function BoardSection({ board, all, shown, onChange }: Props) {
  const [opened, setOpened] = useState<{ readonly id: string; readonly anchor: HTMLElement }>();
  const [labelling, setLabelling] = useState<string>();
  const [done, setDone] = useState<Done>();
  const { book } = useAsked();
  const { pins, hidden, group, view } = board;

  const groups = useMemo(() => grouped(shown, group), [shown, group]);
  const openMenu = useCallback((id: string, anchor: HTMLElement) => setOpened({ id, anchor }), []);
  const openDetails = useCallback((id: string) => onChange({ details: id }), [onChange]);
  // A card stays where it was put, so moving one makes the order of the pins the order shown.
  const move = useCallback(
    (id: string, target: string) => {
      const ids = all.map((one) => one.id);
      onChange({ pins: arrangedLike(pins, movedTo(ids, id, target)), sort: 'manual', isReversed: false });
    },
    [all, pins, onChange],
  );
  const unpin = ({ id, pinnedBy, failure, ...one }: WatchedEnvironment) => {
    if (pinnedBy !== undefined && failure?.kind === 'missing') return book.dismiss(id);
    const name = nameOf({ id, ...one });
    setDone({ text: pinnedBy === undefined ? unpinnedText(name) : hiddenText(name), before: { pins, hidden } });
    onChange(pinnedBy === undefined ? { pins: pins.filter((pin) => pin.id !== id) } : { hidden: [...hidden, id] });
  };

  const chosen = opened && shown.find(({ id }) => id === opened.id);
  const peers = groups.find(({ members }) => chosen && members.includes(chosen))?.members ?? [];
  const place = chosen ? peers.indexOf(chosen) : -1;
  const named = shown.find(({ id }) => id === labelling);
  const shared = { board, groups, onChange, onOpen: openDetails, onMenu: openMenu };
  return (
    <>
      {view === 'cards' && <Board {...shared} total={all.length} onMove={move} />}
      <Suspense>
        <MenuKey onMenu={openMenu} />
      </Suspense>
      <Suspense>
        {view === 'table' && <TableBoard {...shared} />}
        {view === 'compact' && <CompactBoard {...shared} />}
        {opened && chosen && (
          <CardMenu
            watched={chosen}
            anchor={opened.anchor}
            earlier={peers[place - 1]?.id}
            later={peers[place + 1]?.id}
            onDetails={() => openDetails(chosen.id)}
            onLabel={() => setLabelling(chosen.id)}
            onMove={(target) => move(chosen.id, target)}
            onUnpin={() => unpin(chosen)}
            onCopied={(text) => setDone({ text })}
            onClose={() => setOpened(undefined)}
          />
        )}
        {named && (
          <EditDialog watched={named} pins={pins} onChange={onChange} onClose={() => setLabelling(undefined)} />
        )}
        {done && (
          <Notice
            onDismiss={() => setDone(undefined)}
            onUndo={
              done.before &&
              (() => {
                onChange(done.before ?? {});
                setDone(undefined);
              })
            }
          >
            {done.text}
          </Notice>
        )}
      </Suspense>
    </>
  );
}
