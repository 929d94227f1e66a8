import { useEffect, useLayoutEffect, useRef } from 'react';
import { environmentAt, focusEnvironment } from './environment-navigation.ts';

/** What opens over the page: the place to keep is the one under it. */
const OVER = 'dialog, [role="menu"]';

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
/** What a view that is being fetched hides meanwhile is not shown. */
const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

type FocusTarget = {
  readonly element: HTMLElement;
  /** The environment it belongs to, if any: that can be drawn anew. */
  readonly id: string | undefined;
};

/**
 * Keeps the keyboard's place. Where a dialog that followed a menu finds nothing to give the focus back to, it goes
 * where it was before both. An environment that is drawn anew, in another view or group, would lose the focus with its
 * old element; it has it again as soon as it is there. `look` is whatever draws all of them anew.
 */
export function useFocusRestoration(viewKey: string): void {
  const isDrawnAnew = useRef(false);
  useLayoutEffect(() => {
    isDrawnAnew.current = viewKey !== '';
  }, [viewKey]);
  useEffect(() => {
    let place: FocusTarget | undefined;
    const enter = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.closest(OVER)) return;
      isDrawnAnew.current = false;
      place = { element: target, id: environmentAt(target)?.id };
    };
    // Some browsers say so when the element vanishes too; only one that is still there was left on purpose.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target === place?.element && isShown(place.element) && isNowhere()) place = undefined;
      });
    const restore = () => {
      if (!place || !isNowhere() || document.querySelector(OVER)) return;
      if (place.element.isConnected) place.element.focus({ preventScroll: true });
      // One that merely comes back into sight, of very many, must not pull the page to it.
      else if (place.id !== undefined) focusEnvironment(place.id, isDrawnAnew.current);
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
