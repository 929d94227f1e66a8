import { nextIndex, type Step } from '#domain/view/grid-navigation.ts';

const ENVIRONMENT = 'main [data-environment-id]';
/** How long to follow what is still being drawn after a leap to an end, in frames: two seconds at most. */
const FRAMES = { calm: 5, most: 120 } as const;

const environments = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ENVIRONMENT)];

type FocusedEnvironment = { readonly id: string; readonly element: HTMLElement };

/** The environment whose card, tile or row holds this element. */
export function environmentAt(element: Element | null): FocusedEnvironment | undefined {
  const holder = element?.closest<HTMLElement>(ENVIRONMENT);
  const id = holder?.dataset.environmentId;
  return holder && id !== undefined ? { id, element: holder } : undefined;
}

/** Its name, in every view the first button; the wall has none. */
const openerOf = (environment: HTMLElement | undefined): HTMLElement | null | undefined =>
  environment?.querySelector('button');

function focusOn(environment: HTMLElement | undefined, canScroll = true): boolean {
  const opener = openerOf(environment);
  if (!opener) return false;
  opener.focus({ preventScroll: true });
  // All of the card, not its name alone.
  if (canScroll) environment?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

/** Puts the focus on an environment's name, if it is drawn. */
export const focusEnvironment = (wanted: string, canScroll: boolean): boolean =>
  focusOn(
    environments().find(({ dataset: { environmentId } }) => environmentId === wanted),
    canScroll,
  );

const isInSight = (element: HTMLElement): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight;
};

/** From outside the board: into it, forwards or backwards from what has the focus. */
function enter(all: readonly HTMLElement[], active: Element | null, step: Step): HTMLElement | undefined {
  const isForwards = step === 'down' || step === 'right';
  const isBackwards = step === 'up' || step === 'left';
  if (active === null || active === document.body) {
    // Without a focus the other keys scroll the page, as ever.
    return isForwards ? (all.find(isInSight) ?? all[0]) : undefined;
  }
  // Radio buttons, lists and what scrolls have their own use for arrows.
  if (!active.matches('button, a[href]')) return undefined;
  const isOn = (where: number) => (one: HTMLElement) => (active.compareDocumentPosition(one) & where) !== 0;
  if (isForwards) return all.find(isOn(Node.DOCUMENT_POSITION_FOLLOWING));
  return isBackwards ? all.findLast(isOn(Node.DOCUMENT_POSITION_PRECEDING)) : undefined;
}

function scrollAllTheWay(within: Element, step: 'first' | 'last'): void {
  for (let around = within.parentElement; around; around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight) around.scrollTop = step === 'first' ? 0 : around.scrollHeight;
  }
}

let following = 0;

/** Scrolls there and follows: of many environments only those near the screen are drawn. One leap ends the one before. */
function jumpToEnd(step: 'first' | 'last'): void {
  let reached = document.activeElement;
  let calm = 0;
  let frames = 0;
  const follow = () => {
    const { activeElement } = document;
    // The reader is elsewhere by now.
    if (activeElement !== reached && activeElement !== document.body) return;
    const target = environments().at(step === 'first' ? 0 : -1);
    if (!target) return;
    const isThere = openerOf(target) === activeElement;
    if (!isThere) focusOn(target, false);
    // What is drawn may still be of the place left behind, however many frames that takes.
    calm = isThere && isInSight(target) ? calm + 1 : 0;
    scrollAllTheWay(target, step);
    reached = document.activeElement;
    frames += 1;
    if (calm < FRAMES.calm && frames < FRAMES.most) following = requestAnimationFrame(follow);
  };
  cancelAnimationFrame(following);
  follow();
}

/** Moves the focus from one environment to another. False when there is nowhere to go, and the key is the browser's. */
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
    // What is between here and the screen may not be drawn: back to where the focus is, then on.
    here.scrollIntoView({ block: 'nearest' });
    return true;
  }
  const to = nextIndex(all.indexOf(here), step, all.length, (index) => boxOf(all[index]));
  return to !== undefined && focusOn(all[to]);
}

const boxOf = (element: HTMLElement | undefined): DOMRect => element?.getBoundingClientRect() ?? new DOMRect();
