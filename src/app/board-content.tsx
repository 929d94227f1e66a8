import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useRecoveredFiles } from '#browser/lazy-component.tsx';
import { useStableCallback } from '#browser/use-stable-callback.ts';
import { useSession } from '#data/session.ts';
import type { Board } from '#domain/board/board.ts';
import { packId } from '#domain/board/packed-id.ts';
import { moveTo, reorderPins } from '#domain/board/pin-edits.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { groupEnvironments } from '#domain/view/grouping.ts';
import { CardBoard } from '#features/cards/card-board.tsx';
import { hiddenText, unpinnedText } from '#messages/environment.ts';
import { PART_KEYS, PART_MENU, PART_NOTICE, PART_VIEW } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { CardMenu, CompactBoard, MenuShortcut, Notice, TableBoard } from './lazy-components.ts';

type Props = {
  readonly board: Board;
  /** `all` is the whole board, `shown` the part that passes the filters; both in display order. */
  readonly all: readonly BoardEnvironment[];
  readonly shown: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>) => void;
  readonly onLabel: (id: string) => void;
};

type FinishedAction = { readonly text: string; readonly previous?: Pick<Board, 'pins' | 'hidden'> };

/** Renders the environments in the chosen view, with the menu of one environment. */
export function BoardContent({ board, all, shown, onChange, onLabel }: Props) {
  const [opened, setOpened] = useState<{ readonly id: string; readonly anchor: HTMLElement }>();
  const [done, setDone] = useState<FinishedAction>();
  const { poller } = useSession();
  const { pins, hidden, group, view } = board;
  // Renders the fallbacks for missing parts of cards again once the file has loaded.
  const recovered = useRecoveredFiles();
  const closeMenu = () => setOpened(undefined);

  const groups = useMemo(() => groupEnvironments(shown, group), [shown, group]);
  const openMenu = useCallback((id: string, anchor: HTMLElement) => setOpened({ id, anchor }), []);
  const openDetails = useCallback((id: string) => onChange({ details: id }), [onChange]);
  const openActivity = useCallback((id: string) => onChange({ page: 'activity', only: `e${packId(id)}` }), [onChange]);
  // A moved card must stay at its new position, so a move first saves the display order as the order of the pins.
  const move = useStableCallback((id: string, target: string) => {
    const ids = all.map((environment) => environment.id);
    onChange({ pins: reorderPins(pins, moveTo(ids, id, target)), sort: 'manual', isReversed: false });
  });
  const unpin = useStableCallback(({ id, pinnedBy, failure, ...environment }: BoardEnvironment) => {
    if (pinnedBy !== undefined && failure?.kind === 'missing') return poller.hideMissing(id);
    const name = nameOf({ id, ...environment });
    setDone({ text: pinnedBy === undefined ? unpinnedText(name) : hiddenText(name), previous: { pins, hidden } });
    onChange(pinnedBy === undefined ? { pins: pins.filter((pin) => pin.id !== id) } : { hidden: [...hidden, id] });
  });

  const chosen = opened && shown.find(({ id }) => id === opened.id);
  const peers = groups.find(({ members }) => chosen && members.includes(chosen))?.members ?? [];
  const index = chosen ? peers.indexOf(chosen) : -1;
  const shared = { board, groups, onChange, onOpen: openDetails, onMenu: openMenu };
  const cards = (
    <CardBoard key={recovered} {...shared} total={all.length} onMove={move} onActivity={openActivity} onUnpin={unpin} />
  );
  // The board falls back to cards while the file of another view is missing.
  const withCards = (message: ReactNode) => (
    <>
      {message}
      {cards}
    </>
  );
  return (
    <>
      <PartBoundary key={view} name={PART_VIEW} of={groups} instead={view === 'cards' ? undefined : withCards}>
        {(view === 'cards' || view === 'wall') && cards}
        {view === 'table' && <TableBoard {...shared} />}
        {view === 'compact' && <CompactBoard {...shared} />}
      </PartBoundary>
      <PartBoundary name={PART_KEYS} isQuiet>
        <MenuShortcut onMenu={openMenu} />
      </PartBoundary>
      {opened && chosen && (
        <PartBoundary name={PART_MENU} onClose={closeMenu}>
          <CardMenu
            environment={chosen}
            anchor={opened.anchor}
            earlier={peers[index - 1]?.id}
            later={peers[index + 1]?.id}
            onDetails={() => openDetails(chosen.id)}
            onActivity={() => openActivity(chosen.id)}
            onLabel={() => onLabel(chosen.id)}
            onMove={(target) => move(chosen.id, target)}
            onUnpin={() => unpin(chosen)}
            onCopied={(text) => setDone({ text })}
            onClose={closeMenu}
          />
        </PartBoundary>
      )}
      {done && (
        <PartBoundary name={PART_NOTICE} of={done} onClose={() => setDone(undefined)}>
          <Notice
            onDismiss={() => setDone(undefined)}
            onUndo={
              done.previous &&
              (() => {
                onChange(done.previous ?? {});
                setDone(undefined);
              })
            }
          >
            {done.text}
          </Notice>
        </PartBoundary>
      )}
    </>
  );
}
