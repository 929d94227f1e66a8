import { useEffect } from 'react';

/** An action of the page on screen that the command palette offers as well. */
export type PageAction = { readonly id: string; readonly title: string; readonly run: () => void };

const NONE: readonly PageAction[] = [];
let offered = NONE;

/** Returns the actions of the page on screen, as of its last rendering. */
export const pageActions = (): readonly PageAction[] => offered;

/** Offers the actions of the page that calls it, until it unmounts. Their buttons report the results. */
export function usePageActions(actions: readonly PageAction[]): void {
  useEffect(() => {
    offered = actions;
    return () => {
      offered = NONE;
    };
  });
}
