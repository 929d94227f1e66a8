import { type KeyboardEvent, useMemo, useState } from 'react';
import { isComposing, shortcutOf } from '#browser/use-shortcuts.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { createSearch, MAX_SHOWN } from '#domain/text-search.ts';
import { foundText, moreText, WORDS } from '#messages/command-palette.ts';
import { ComboboxField } from '#ui/combobox-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { CommandList, LIST_ID, optionId } from './command-list.tsx';
import type { PaletteCommand, PaletteOverlay } from './commands.ts';
import { useCommands } from './use-commands.ts';

type Props = {
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (overlay: PaletteOverlay, only?: readonly string[]) => void;
  readonly onRename: () => void;
  readonly onClose: () => void;
};

/** For each key, the index it moves to from index `at` of `count`; the ends wrap around. */
const NEXT_INDEX_OF_KEY: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Finds environments, boards and actions by parts of their names, and runs the chosen command. */
export function CommandPalette({ board, environments, onChange, onOpen, onRename, onClose }: Props) {
  const [query, setQuery] = useState('');
  const commands = useCommands({ board, environments, query, onChange, onOpen, onRename });
  const search = useMemo(() => createSearch(commands), [commands]);
  const [activeId, setActiveId] = useState<string>();
  const found = useMemo(() => search(query), [search, query]);
  const shown = found.slice(0, MAX_SHOWN);
  // By id, because a poll may reorder the commands while the palette is open.
  const active = shown.find(({ id }) => id === activeId) ?? shown[0];

  const choose = ({ run }: PaletteCommand) => {
    onClose();
    run();
  };
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
    if (isComposing(nativeEvent) || altKey || shiftKey) return;
    const isCommand = ctrlKey || metaKey;
    const nextIndex = NEXT_INDEX_OF_KEY[key];
    if (key === 'Escape' || shortcutOf(nativeEvent) === 'Mod+k') onClose();
    else if (isCommand) return;
    else if (key === 'Enter' && active) choose(active);
    else if (nextIndex && active) setActiveId(shown[nextIndex(shown.indexOf(active), shown.length)]?.id);
    else return;
    // Includes Escape: otherwise it would also leave the wall.
    event.preventDefault();
  };
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      <div className="px-[22px] pt-2.5 pb-3">
        <ComboboxField
          aria-label={WORDS.field}
          placeholder={WORDS.field}
          listId={LIST_ID}
          hasOptions={shown.length > 0}
          activeId={active && optionId(active.id)}
          value={query}
          onType={(text) => {
            setQuery(text);
            setActiveId(undefined);
          }}
          onKeyDown={press}
        />
      </div>
      {shown.length > 0 && <CommandList commands={shown} active={active} onChoose={choose} />}
      <p role="status" className="px-[22px] text-mute">
        {found.length === 0 ? (
          <span className="block pt-3 pb-9 text-center">{WORDS.nothing}</span>
        ) : found.length > shown.length ? (
          <span className="block pt-1 pb-3 text-[12.5px]">{moreText(found.length - shown.length)}</span>
        ) : (
          <span className="sr-only">{query.trim() === '' ? '' : foundText(found.length)}</span>
        )}
      </p>
    </Dialog>
  );
}
