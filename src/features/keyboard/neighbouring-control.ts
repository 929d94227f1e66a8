import { matchesMedia } from '#browser/media.ts';
import { environmentNames } from './environment-navigation.ts';

/** Not text fields: they would take the shortcuts, and open the keyboard of a phone. */
const CONTROL = 'button:enabled, a[href], select:enabled, :checked, [type=file]';

/** An element that had the focus. */
export type FocusTarget = {
  readonly element: HTMLElement;
  /** The environment that contains the element, if any: its element may be replaced. */
  readonly id: string | undefined;
  /** Set once the element is removed: tells where it was. */
  removal?: MutationRecord | undefined;
};

/** Returns the field that filters the content of the page. */
export const filterField = (): HTMLInputElement | null => document.querySelector('main input[type="search"]');

export const isInToast = (element: Element): boolean => element.closest('[data-toast]') !== null;
export const isUndo = (element: Element): boolean => element.matches('[data-toast] [data-undo]');

/** Notes how an element was removed. */
export function noteRemoval(target: FocusTarget | undefined, records: readonly MutationRecord[]): void {
  if (!target || target.element.isConnected) return;
  target.removal ??= records.find(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(target.element)),
  );
}

/** Returns false for a control that is not displayed, which cannot have the focus. */
function takesFocus(control: HTMLElement): boolean {
  control.focus({ preventScroll: true });
  return document.activeElement === control;
}

/** Focuses the first control in what was added to a dialog. Returns false when nothing with a control was added. */
export const focusAdded = (records: readonly MutationRecord[], dialog: HTMLElement): boolean =>
  records
    .flatMap(({ addedNodes }) => [...addedNodes])
    .flatMap((node) => (node instanceof Element && dialog.contains(node) ? (node.querySelector('button') ?? []) : []))
    .some(takesFocus);

/**
 * Focuses the control after the place of a removed element. After an environment this is the next environment; after a
 * button that cleared the filters, the filter. Without a later control, the function focuses the nearest earlier one,
 * and without any control the container.
 */
export function focusNeighbour({ element, id, removal }: FocusTarget, within: HTMLElement): void {
  if (!removal) return;
  const { target, previousSibling } = removal;
  const from = previousSibling?.isConnected ? previousSibling : target;
  const isEarlier = (control: HTMLElement) =>
    (from !== target && from.contains(control)) ||
    (from.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) === 0;
  const names = id === undefined ? [] : environmentNames();
  const all = names.length > 0 ? names : [...within.querySelectorAll<HTMLElement>(CONTROL)];
  const controls = all.filter((control) => !isInToast(control));
  const earlier = controls.filter(isEarlier);
  const filter = element.matches('[data-clears]') && !matchesMedia('(pointer: coarse)') && filterField();
  const order = [...(filter ? [filter] : []), ...controls.slice(earlier.length), ...earlier.toReversed()];
  if (order.some(takesFocus)) return;
  within.tabIndex = -1;
  takesFocus(within);
}
