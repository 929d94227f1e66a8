import { type Board, GROUPINGS, PAGES, SORTS, VIEWS } from '#domain/board/board.ts';
import type { Tone } from '#domain/environment/tone.ts';
import type { PollingPhase } from '#domain/polling/polling-state.ts';
import { type Settings, THEMES } from '#domain/settings.ts';
import type { Command } from '#domain/text-search.ts';
import { isFiltering, NO_FILTER } from '#domain/view/filter.ts';
import { GROUPING_WORDS, PAGE_WORDS, SORT_WORDS, THEME_WORDS, VIEW_WORDS } from '#messages/choices.ts';
import { commandText, WORDS } from '#messages/command-palette.ts';
import { PALETTE_KEYS } from '#ui/key-cap.tsx';

/** An entry of the palette. */
export type PaletteCommand = Command & {
  readonly kind: 'environment' | 'board' | 'action';
  readonly tone?: Tone | undefined;
  /** Text at the right: the kind of the entry, or that it is already chosen. */
  readonly hint?: string | undefined;
  /** The keyboard shortcut of the same action. */
  readonly keyCap?: string | undefined;
  readonly run: () => void;
};

/** The overlays that the palette can open. */
export type PaletteOverlay = 'pins' | 'labels' | 'share' | 'settings' | 'keys';

export type CommandContext = {
  readonly board: Board;
  readonly phase: PollingPhase;
  readonly theme: Settings['theme'];
};

export type CommandHandlers = {
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (overlay: PaletteOverlay, only?: readonly string[]) => void;
  /** Selects the board's name in the header. */
  readonly onRename: () => void;
  readonly onTheme: (theme: Settings['theme']) => void;
  readonly onRefresh: () => void;
  readonly onPaused: (isPaused: boolean) => void;
};

type Action = Omit<PaletteCommand, 'kind' | 'detail'> & { readonly detail?: string };

const asCommand = ({ detail = '', ...action }: Action): PaletteCommand => ({ ...action, kind: 'action', detail });

/** Returns the most frequent actions with their shortcuts. The wall offers neither pinning nor sharing. */
export function mainCommands({ board, phase }: CommandContext, handlers: CommandHandlers): readonly PaletteCommand[] {
  const { onOpen, onRename, onRefresh, onPaused, onChange } = handlers;
  const isPaused = phase === 'paused';
  const onlyOnBoard: readonly Action[] = [
    { id: 'pin', title: WORDS.pin, also: WORDS.pinAlso, keyCap: 'p', run: () => onOpen('pins') },
    { id: 'share', title: WORDS.share, also: WORDS.shareAlso, keyCap: 's', run: () => onOpen('share') },
    { id: 'rename', title: WORDS.rename, also: WORDS.renameAlso, run: onRename },
    ...(board.pins.length > 0 ? [{ id: 'labels', title: WORDS.labels, run: () => onOpen('labels') }] : []),
  ];
  const always: readonly Action[] = [
    { id: 'refresh', title: WORDS.refresh, also: WORDS.refreshAlso, keyCap: 'r', run: onRefresh },
    {
      id: 'pause',
      title: isPaused ? WORDS.resume : WORDS.pause,
      also: WORDS.pauseAlso,
      run: () => onPaused(!isPaused),
    },
    {
      id: 'keys',
      title: WORDS.keys,
      also: `${WORDS.keysAlso} ${PALETTE_KEYS.join(' ')}`,
      keyCap: '?',
      run: () => onOpen('keys'),
    },
  ];
  const settings: Action = {
    id: 'settings',
    title: WORDS.settings,
    also: WORDS.settingsAlso,
    run: () => onOpen('settings'),
  };
  const clear: Action = {
    id: 'clear',
    title: WORDS.clear,
    run: () => onChange(NO_FILTER),
  };
  const isWall = board.view === 'wall';
  return [
    ...(isFiltering(board) ? [clear] : []),
    ...(isWall ? [] : onlyOnBoard),
    ...always,
    ...(isWall ? [] : [settings]),
  ].map(asCommand);
}

function choices<T extends string>(
  kind: string,
  all: readonly T[],
  words: Readonly<Record<T, string>>,
  chosen: T,
  choose: (value: T) => void,
  also = '',
): readonly PaletteCommand[] {
  return all.map((value) =>
    asCommand({
      id: `${kind}-${value}`.toLowerCase(),
      title: commandText(kind, words[value]),
      also,
      hint: value === chosen ? WORDS.chosen : undefined,
      run: () => choose(value),
    }),
  );
}

/** Returns a command for every page, view, grouping, sorting and theme. */
export function choiceCommands(
  { board, theme }: CommandContext,
  { onChange, onTheme }: CommandHandlers,
): readonly PaletteCommand[] {
  const { page, view, group, sort } = board;
  return [
    ...choices(WORDS.page, PAGES, PAGE_WORDS, page, (next) => onChange({ page: next })),
    ...choices(WORDS.view, VIEWS, VIEW_WORDS, view, (next) =>
      onChange({
        view: next,
        // The other pages have no view to choose, but Versions has a wall of its own.
        ...(!(page === 'versions' && next === 'wall') && { page: 'board' as const }),
        ...(view === 'wall' && { rotateSeconds: undefined }),
      }),
    ),
    ...choices(WORDS.group, GROUPINGS, GROUPING_WORDS, group, (next) => onChange({ group: next })),
    ...choices(WORDS.sort, SORTS, SORT_WORDS, sort, (next) => onChange({ sort: next, isReversed: false })),
    ...choices(WORDS.theme, THEMES, THEME_WORDS, theme, onTheme, WORDS.themeAlso),
  ];
}
