import { nextIndex, type Step } from '#domain/view/grid-navigation.ts';

const ENVIRONMENT = 'main [data-environment-id]';
/** Frames for which a jump to an end follows rows that are still being rendered: two seconds at most. */
const FRAMES = { calm: 5, max: 120 } as const;

const environments = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ENVIRONMENT)];

type FocusedEnvironment = { readonly id: string; readonly element: HTMLElement };

/** Returns the environment whose card, tile or row contains this element. */
export function environmentAt(element: Element | null): FocusedEnvironment | undefined {
  const holder = element?.closest<HTMLElement>(ENVIRONMENT);
  const id = holder?.dataset.environmentId;
  return holder && id !== undefined ? { id, element: holder } : undefined;
}

/** Returns the environment's name, the first button in every view; the wall has none. */
const openerOf = (environment: HTMLElement | undefined): HTMLElement | null | undefined =>
  environment?.querySelector('button');

/** Returns the names of all rendered environments. */
export const environmentNames = (): readonly HTMLElement[] =>
  environments()
    .map(openerOf)
    .filter((name) => name instanceof HTMLElement);

function focusOn(environment: HTMLElement | undefined, canScroll = true): boolean {
  const opener = openerOf(environment);
  if (!opener) return false;
  opener.focus({ preventScroll: true });
  // Scrolls the whole card into view, not only its name.
  if (canScroll) environment?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

/** Focuses an environment's name, if it is rendered. */
export const focusEnvironment = (id: string, canScroll: boolean): boolean =>
  focusOn(
    environments().find(({ dataset: { environmentId } }) => environmentId === id),
    canScroll,
  );

const isInSight = (element: HTMLElement): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight;
};

/** Returns the first environment after or before the focused element, when the focus is outside the board. */
function enter(all: readonly HTMLElement[], active: Element | null, step: Step): HTMLElement | undefined {
  const isForwards = step === 'down' || step === 'right';
  const isBackwards = step === 'up' || step === 'left';
  if (active === null || active === document.body) {
    // Without a focus, the other keys scroll the page as usual.
    return isForwards ? (all.find(isInSight) ?? all[0]) : undefined;
  }
  // Radio buttons, lists and scrollable elements use the arrow keys themselves.
  if (!active.matches('button, a[href]')) return undefined;
  const isOn = (where: number) => (element: HTMLElement) => (active.compareDocumentPosition(element) & where) !== 0;
  if (isForwards) return all.find(isOn(Node.DOCUMENT_POSITION_FOLLOWING));
  return isBackwards ? all.findLast(isOn(Node.DOCUMENT_POSITION_PRECEDING)) : undefined;
}

function scrollAllTheWay(within: Element, step: 'first' | 'last'): void {
  for (let around = within.parentElement; around; around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight) around.scrollTop = step === 'first' ? 0 : around.scrollHeight;
  }
}

let following = 0;

/**
 * Scrolls to an end and focuses the environment there once it is rendered: a large board renders only those near the
 * screen. A new jump cancels the previous jump.
 */
function jumpToEnd(step: 'first' | 'last'): void {
  let reached = document.activeElement;
  let calm = 0;
  let frames = 0;
  const follow = () => {
    const { activeElement } = document;
    // The user has moved the focus since.
    if (activeElement !== reached && activeElement !== document.body) return;
    const target = environments().at(step === 'first' ? 0 : -1);
    if (!target) return;
    const isThere = openerOf(target) === activeElement;
    if (!isThere) focusOn(target, false);
    // Several frames may pass before the rows at the new position replace the previous rows.
    calm = isThere && isInSight(target) ? calm + 1 : 0;
    scrollAllTheWay(target, step);
    reached = document.activeElement;
    frames += 1;
    if (calm < FRAMES.calm && frames < FRAMES.max) following = requestAnimationFrame(follow);
  };
  cancelAnimationFrame(following);
  follow();
}

/**
 * Moves the focus between environments. Returns false when no environment lies in that direction; the browser then
 * handles the key.
 */
export function moveFocus(step: Step): boolean {
  const all = environments();
  const { activeElement } = document;
  const here = environmentAt(activeElement)?.element;
  if (!here) return focusOn(enter(all, activeElement, step));
  if (step === 'first' || step === 'last') {
    jumpToEnd(step);
    return true;
  }
  if (!isInSight(here)) {
    // Rows between the focus and the screen may not be rendered: scroll back to the focus first, then move on.
    here.scrollIntoView({ block: 'nearest' });
    return true;
  }
  const to = nextIndex(all.indexOf(here), step, all.length, (index) => boxOf(all[index]));
  return to !== undefined && focusOn(all[to]);
}

const boxOf = (element: HTMLElement | undefined): DOMRect => element?.getBoundingClientRect() ?? new DOMRect();
