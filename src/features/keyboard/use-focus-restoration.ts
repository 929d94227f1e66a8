import { useEffect, useLayoutEffect, useRef } from 'react';
import { environmentAt, focusEnvironment } from './environment-navigation.ts';

/** Selects overlays. The focus to remember is in the page below them. */
const OVER = 'dialog, [role="menu"]';

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
/** False for content that a view hides while its file is being fetched. */
const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

type FocusTarget = {
  readonly element: HTMLElement;
  /** The environment that contains the element, if any: its element may be replaced. */
  readonly id: string | undefined;
};

/**
 * Restores the keyboard focus. When a dialog that a menu opened finds no opener to restore the focus to, the hook
 * focuses the element that had it before both. When another view or group replaces the element of the focused
 * environment, the hook focuses the environment's new element once it exists. `viewKey` changes whenever all
 * environments are rendered again.
 */
export function useFocusRestoration(viewKey: string): void {
  const isRerendered = useRef(false);
  useLayoutEffect(() => {
    isRerendered.current = viewKey !== '';
  }, [viewKey]);
  useEffect(() => {
    let lastFocus: FocusTarget | undefined;
    const enter = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.closest(OVER)) return;
      isRerendered.current = false;
      lastFocus = { element: target, id: environmentAt(target)?.id };
    };
    // Some browsers fire this event for removed elements too; only an element that is still in the document was left on
    // purpose.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target === lastFocus?.element && isShown(lastFocus.element) && isFocusLost()) lastFocus = undefined;
      });
    const restore = () => {
      if (!lastFocus || !isFocusLost() || document.querySelector(OVER)) return;
      if (lastFocus.element.isConnected) lastFocus.element.focus({ preventScroll: true });
      // An environment of a large board that scrolls back into the rendered range must not scroll the page.
      else if (lastFocus.id !== undefined) focusEnvironment(lastFocus.id, isRerendered.current);
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
