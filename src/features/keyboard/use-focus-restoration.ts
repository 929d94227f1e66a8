import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { environmentAt, focusEnvironment } from './environment-navigation.ts';
import {
  type FocusTarget,
  focusAdded,
  focusNeighbour,
  isInToast,
  isUndo,
  noteRemoval,
} from './neighbouring-control.ts';

/** Selects overlays. The focus to remember is in the page below them. */
const OVER = 'dialog, [role="menu"]';

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
/** False for content that a view hides while its file is being fetched. */
const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

/**
 * Restores the keyboard focus. When a dialog that a menu opened finds no opener to restore the focus to, the hook
 * focuses the element that had it before both. When another view or group replaces the element of the focused
 * environment, the hook focuses the environment's new element once it exists. When the focused control or environment is
 * removed, the hook focuses the next one; after Undo, it focuses the restored one. `viewKey` changes whenever all
 * environments are rendered again.
 */
export function useFocusRestoration(viewKey: string, environments: readonly BoardEnvironment[]): void {
  const isRerendered = useRef(false);
  useLayoutEffect(() => {
    isRerendered.current = viewKey !== '';
  }, [viewKey]);
  const isOnBoard = useEffectEvent((id: string) => environments.some((one) => one.id === id));
  useEffect(() => {
    let lastFocus: FocusTarget | undefined;
    let inDialog: FocusTarget | undefined;
    /** The environment that last had the focus, and the last one that left the board with the focus. */
    let lastId: string | undefined;
    let removedId: string | undefined;
    const enter = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const isOver = target.closest(OVER) !== null;
      inDialog = isOver ? { element: target, id: undefined } : undefined;
      if (isOver) return;
      isRerendered.current = false;
      const id = environmentAt(target)?.id;
      lastFocus = { element: target, id };
      lastId = id ?? lastId;
    };
    // Some browsers fire this event for removed elements too; only an element that is still in the document was left on
    // purpose.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target === lastFocus?.element && isShown(lastFocus.element) && isFocusLost()) lastFocus = undefined;
      });
    const restoreInPage = (target: FocusTarget) => {
      const { element, id } = target;
      if (element.isConnected) return element.focus({ preventScroll: true });
      // An environment of a large board that scrolls back into the rendered range must not scroll the page.
      if (id !== undefined && (isRerendered.current || isOnBoard(id)))
        return focusEnvironment(id, isRerendered.current);
      const main = document.querySelector('main');
      if (isRerendered.current || !main) return;
      // The environment may be rendered later than the notice is removed.
      if (isUndo(element) && removedId) return focusEnvironment(removedId, true);
      if (isInToast(element) && lastId && focusEnvironment(lastId, false)) return;
      focusNeighbour(target, main);
      removedId = id ?? removedId;
    };
    const restore = (records: readonly MutationRecord[]) => {
      noteRemoval(lastFocus, records);
      noteRemoval(inDialog, records);
      if (!isFocusLost()) return;
      const dialog = document.querySelector<HTMLElement>('dialog[open]');
      if (dialog && inDialog && !(isUndo(inDialog.element) && focusAdded(records, dialog))) {
        focusNeighbour(inDialog, dialog);
      }
      if (lastFocus && !document.querySelector(OVER)) restoreInPage(lastFocus);
    };
    const observer = new MutationObserver(restore);
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
      observer.disconnect();
    };
  }, []);
}
