import { useEffect, useEffectEvent, useState } from 'react';
import { useShortcuts } from '#browser/use-shortcuts.ts';
import { useSession } from '#data/session.ts';
import { type Board, GROUPINGS, PAGES, type Page, VIEWS } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Step } from '#domain/view/grid-navigation.ts';
import { GROUPING_WORDS, PAGE_WORDS, VIEW_WORDS } from '#messages/choices.ts';
import { CHECKING_NOW, groupText, pageText, viewText } from '#messages/keyboard.ts';
import { environmentAt, moveFocus } from './environment-navigation.ts';
import { filterField } from './neighbouring-control.ts';
import { useFocusRestoration } from './use-focus-restoration.ts';

const TYPING =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const OPEN = 'dialog[open], [role="menu"]';

/** Selects open overlays, which handle all keys themselves. */
const isCovered = (): boolean => document.querySelector(OPEN) !== null;
const isTyping = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.closest(TYPING) !== null;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const nextOf = <Item>(items: readonly [Item, ...Item[]], item: Item): Item =>
  items[(items.indexOf(item) + 1) % items.length] ?? items[0];

type Handler = (event: KeyboardEvent) => void;

export type BoardShortcutsOptions = {
  readonly board: Board;
  /** The whole board. */
  readonly environments: readonly BoardEnvironment[];
  /** True while an overlay is open or its file is being fetched. */
  readonly isBlocked: boolean;
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (overlay: 'keys' | 'pins' | 'share' | 'palette') => void;
  /** Called when the palette's modifier key goes down, so that the palette's files arrive before the user types. */
  readonly prefetchPalette: () => void;
};

/** Handles all shortcuts except those of the wall and the mute key. Returns the announcement of the last shortcut. */
export function useBoardShortcuts({
  board: { page, view, group },
  environments,
  isBlocked,
  onChange,
  onOpen,
  prefetchPalette,
}: BoardShortcutsOptions): string {
  const { poller } = useSession();
  const [announcement, announce] = useState('');
  useFocusRestoration(`${page} ${view} ${group}`, environments);
  const openPage = (next: Page) => {
    onChange({ page: next });
    announce(pageText(PAGE_WORDS[next]));
  };
  const nextView = () => {
    const next = nextOf(VIEWS, view);
    onChange(view === 'wall' ? { view: next, rotateSeconds: undefined } : { view: next });
    announce(viewText(VIEW_WORDS[next]));
  };
  const nextGrouping = () => {
    const next = nextOf(GROUPINGS, group);
    onChange({ group: next });
    announce(groupText(GROUPING_WORDS[next]));
  };
  const everywhere = {
    r: () => {
      poller.refresh();
      announce(CHECKING_NOW);
    },
    ...((page === 'board' || view === 'wall') && { v: nextView }),
    '?': () => onOpen('keys'),
  };
  const onBoard = {
    ...(page === 'board' && { g: nextGrouping }),
    p: () => onOpen('pins'),
    s: () => onOpen('share'),
    '/': () => filterField()?.focus(),
    ...Object.fromEntries(PAGES.map((next, index) => [String(index + 1), () => openPage(next)])),
  };
  const commands: Readonly<Record<string, () => void>> = view === 'wall' ? everywhere : { ...everywhere, ...onBoard };

  const isInert = () => isBlocked || isCovered();
  const press = (act: () => void) => (event: KeyboardEvent) => {
    if (event.repeat || isInert() || isTyping(event)) return;
    event.preventDefault();
    act();
  };
  const step = (to: Step) => (event: KeyboardEvent) => {
    if (isInert() || isTyping(event)) return;
    if (moveFocus(to)) event.preventDefault();
  };
  const find = (event: KeyboardEvent) => {
    if (event.repeat || isInert()) return;
    event.preventDefault();
    onOpen('palette');
  };
  const ofEach = <Value>(values: Readonly<Record<string, Value>>, handle: (value: Value) => Handler) =>
    Object.entries(values).map(([key, value]) => [key, handle(value)] as const);
  useShortcuts({
    ...Object.fromEntries([...ofEach(commands, press), ...ofEach(STEPS, step)]),
    'Mod+k': find,
  });
  const prefetch = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === 'Control' || key === 'Meta') prefetchPalette();
  });
  useEffect(() => {
    const done = new AbortController();
    addEventListener('keydown', (event) => prefetch(event), { signal: done.signal });
    return () => done.abort();
  }, []);
  return announcement;
}

/** A closing menu focuses its button; this focuses `to` instead, unless the keyboard had focused the button. */
function redirectFocus(button: HTMLElement, to: HTMLElement): void {
  const done = new AbortController();
  const pass = ({ target }: FocusEvent) => {
    if (target !== button) return;
    done.abort();
    to.focus();
  };
  document.addEventListener('focusin', pass, { signal: done.signal });
  const press = () => isCovered() || done.abort();
  document.addEventListener('keydown', press, { signal: done.signal, capture: true });
}

/** Opens the menu of the focused environment on `.`, and restores the focus afterwards. */
export function useMenuShortcut(open: (id: string, anchor: HTMLElement) => void): void {
  const press = (event: KeyboardEvent) => {
    const { activeElement } = document;
    const focused = environmentAt(activeElement);
    if (!focused || !(activeElement instanceof HTMLElement)) return;
    if (event.repeat || isCovered() || isTyping(event)) return;
    event.preventDefault();
    const button = focused.element.querySelector<HTMLElement>('button[aria-haspopup="menu"]');
    open(focused.id, button ?? activeElement);
    if (button) redirectFocus(button, activeElement);
  };
  useShortcuts({ '.': press });
}
