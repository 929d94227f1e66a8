import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isComposing } from '#browser/use-shortcuts.ts';
import { useSession } from '#data/session.ts';
import { boardOf, type SavedBoard } from '#domain/board/saved-board.ts';
import { lastSeenOf } from '#domain/view/last-seen.ts';
import { groupConditionText } from '#messages/group-conditions.ts';
import { TOKEN_IN_NAME } from '#messages/header.ts';
import {
  deleteText,
  duplicateText,
  lastSeenText,
  moveDownText,
  moveUpText,
  NEW_NAME,
  OPEN_NOW,
  pinsText,
  renameText,
} from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { NOT_A_CREDENTIAL } from '#ui/not-a-credential.ts';
import { ARROW_UP } from '#ui/stroke-icon.tsx';
import { useHeldToken } from '#ui/use-held-token.ts';
import { ARROW_DOWN, BIN, COPY, PENCIL } from './saved-board-icons.ts';

type Props = {
  readonly saved: SavedBoard;
  readonly isCurrent: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  /** Number of positions to move down; -1 moves the board one position up. */
  readonly onMove: (by: number) => void;
  readonly onDelete: () => void;
};

/** Renders one saved board with all its actions. */
export function BoardRow({ saved, isCurrent, isFirst, isLast, onOpen, onRename, ...actions }: Props) {
  const [isRenaming, setIsRenaming] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { name, pins } = boardOf(saved);
  const title = boardTitle(name);
  const { readings } = useSession();
  const lastSeen = lastSeenOf(pins, { statuses: readings.statuses(), members: readings.members() });
  return (
    <li ref={row} className="flex flex-wrap items-center gap-x-2 border-line border-b py-1.5 last:border-b-0">
      <div className="min-w-0 grow basis-40">
        {isRenaming ? (
          <NameField
            name={name}
            onDone={(typed) => {
              if (typed !== name) onRename(typed);
              setIsRenaming(false);
            }}
            onLeave={() => row.current?.querySelector('button')?.focus()}
          />
        ) : (
          <button
            type="button"
            aria-current={isCurrent ? 'true' : undefined}
            onClick={onOpen}
            translate="no"
            className="block max-w-full truncate rounded-md px-2 py-0.5 text-left font-semibold hover:bg-idle-soft"
          >
            {title}
          </button>
        )}
        <p className="px-2 text-[12.5px] text-mute">
          <span>{isCurrent ? `${pinsText(pins.length)}${OPEN_NOW}` : pinsText(pins.length)}</span>
          {lastSeen && (
            <span className={lastSeen.worst.condition === 'failing' ? 'font-semibold text-failing' : ''}>
              {lastSeenText(groupConditionText(lastSeen.worst, lastSeen.total))}
            </span>
          )}
        </p>
      </div>
      <div className="flex max-sm:[&>button]:size-11">
        <IconButton label={renameText(title)} path={PENCIL} onClick={() => setIsRenaming(true)} />
        <IconButton label={duplicateText(title)} path={COPY} onClick={actions.onDuplicate} />
        <MoveButton label={moveUpText(title)} path={ARROW_UP} isAtEnd={isFirst} onMove={() => actions.onMove(-1)} />
        <MoveButton label={moveDownText(title)} path={ARROW_DOWN} isAtEnd={isLast} onMove={() => actions.onMove(1)} />
        <IconButton label={deleteText(title)} path={BIN} onClick={actions.onDelete} />
      </div>
    </li>
  );
}

/**
 * At the end of the list the button stays focusable: a disabled button would lose the keyboard focus after the last
 * move.
 */
function MoveButton({
  label,
  path,
  isAtEnd,
  onMove,
}: {
  readonly label: string;
  readonly path: string;
  readonly isAtEnd: boolean;
  readonly onMove: () => void;
}) {
  return (
    <IconButton
      label={label}
      path={path}
      aria-disabled={isAtEnd}
      className="aria-disabled:opacity-40"
      onClick={({ currentTarget }) => {
        if (isAtEnd) return;
        onMove();
        // A move may have moved the row's element, which removes the focus.
        currentTarget.focus();
      }}
    />
  );
}

/**
 * Renders a field for a new name: Enter and leaving the field save it, Escape does not. A token is never saved, because
 * the name is in the address.
 */
function NameField({
  name,
  onDone,
  onLeave,
}: {
  readonly name: string;
  readonly onDone: (typed: string) => void;
  /** Called after the keyboard closed the field and the field was removed. */
  readonly onLeave: () => void;
}) {
  const id = useId();
  const { isHeld, check } = useHeldToken();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget, key, nativeEvent } = event;
    if (isComposing(nativeEvent) || (key !== 'Enter' && key !== 'Escape')) return;
    // This Escape closes the field, not the dialog.
    event.preventDefault();
    if (key === 'Enter' && isHeld) return;
    if (key === 'Escape') currentTarget.value = name;
    flushSync(() => currentTarget.blur());
    onLeave();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the user opened this field with the button that it replaces.
        autoFocus
        {...NOT_A_CREDENTIAL}
        aria-label={NEW_NAME}
        aria-describedby={isHeld ? id : undefined}
        onChange={({ target }) => check(target.value)}
        defaultValue={name}
        maxLength={120}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget }) => onDone(isHeld ? name : currentTarget.value)}
        className="block w-full rounded-md border border-line bg-bg px-2 py-0.5 font-semibold"
      />
      {isHeld && (
        <p id={id} role="alert" className="text-[13px] text-warning">
          {TOKEN_IN_NAME}
        </p>
      )}
    </>
  );
}
