import { TONES } from '#domain/environment/tone.ts';
import type { Group } from '#domain/view/grouping.ts';
import { summarize } from '#domain/view/summary.ts';
import { plural } from '#messages/common.ts';
import { TONE_WORDS } from '#messages/qovery-terms.ts';
import { groupTitle } from '#messages/titles.ts';
import { cardFor, type Heard } from './card.ts';

type Row = { readonly heading: Group } | { readonly cards: readonly Heard[] };

const CARD_PX = 300;
const GAP_PX = 14;
const ROW_PX = 248;
const HEADING_PX = 40;
const MARGIN_PX = 400;
/** Up to this number of cards the app renders all of them. */
const MANY = 200;

const board = document.querySelector<HTMLElement>('#board');
const bar = document.querySelector('#summary [aria-hidden]');
const counts = document.querySelector('#summary [data-counts]');
let rows: readonly Row[] = [];
let columns = 1;
let isWhole = true;
const drawn = new Map<number, { readonly key: string; readonly element: HTMLElement }>();

const heightOf = (row: Row): number => ('heading' in row ? HEADING_PX : ROW_PX);

function elementOf(row: Row): HTMLElement {
  const element = document.createElement('div');
  if ('heading' in row) {
    const { title, members } = row.heading;
    element.className = 'font-semibold text-[13px]';
    element.textContent = `${groupTitle('project', title)} ${plural(members.length, 'environment')}`;
  } else {
    element.className = 'grid gap-3.5 pb-3.5';
    element.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
    element.replaceChildren(...row.cards.map(cardFor));
  }
  return element;
}

const keyOf = (row: Row): string => ('heading' in row ? row.heading.key : row.cards.map(({ id }) => id).join());

/** Adds the rows near the window to the document, or all rows of a small board. */
export function place(): void {
  if (!board) return;
  const top = board.getBoundingClientRect().top;
  const until = innerHeight + MARGIN_PX;
  let offset = top;
  let above = 0;
  const near = new Set<number>();
  rows.forEach((row, index) => {
    const height = heightOf(row);
    if (isWhole || (offset + height > -MARGIN_PX && offset < until)) near.add(index);
    else if (offset < 0) above += height;
    offset += height;
  });
  for (const [index, { element }] of drawn) {
    if (near.has(index)) continue;
    element.remove();
    drawn.delete(index);
  }
  let before: Element | null = null;
  for (const index of near) {
    const row = rows[index];
    if (!row) continue;
    const key = keyOf(row);
    const known = drawn.get(index);
    if (known?.key === key && 'cards' in row) for (const one of row.cards) cardFor(one);
    const element: HTMLElement = known?.key === key ? known.element : elementOf(row);
    if (known && known.element !== element) known.element.replaceWith(element);
    else if (!known) {
      if (before) before.after(element);
      else board.prepend(element);
    }
    drawn.set(index, { key, element });
    before = element;
  }
  if (isWhole) return;
  board.style.paddingTop = `${above}px`;
  board.style.height = `${offset - top}px`;
}

export function drawBoard(groups: readonly Group[], readings: ReadonlyMap<string, Heard>): void {
  columns = Math.max(1, Math.floor(((board?.clientWidth ?? 0) + GAP_PX) / (CARD_PX + GAP_PX)));
  isWhole = readings.size <= MANY;
  rows = groups.flatMap((group): readonly Row[] => {
    const cards = group.members.flatMap(({ id }) => readings.get(id) ?? []);
    const starts = Array.from({ length: Math.ceil(cards.length / columns) }, (_, row) => row * columns);
    return [{ heading: group }, ...starts.map((start) => ({ cards: cards.slice(start, start + columns) }))];
  });
  for (const index of [...drawn.keys()].filter((at) => at >= rows.length)) {
    drawn.get(index)?.element.remove();
    drawn.delete(index);
  }
  place();
}

export function drawSummary(readings: readonly Heard[]): void {
  const summary = summarize(readings);
  const present = TONES.toReversed().filter((tone) => summary.counts[tone] > 0);
  const pieces = present.map((tone) => {
    const piece = document.createElement('span');
    piece.style.flexGrow = String(summary.counts[tone]);
    piece.className = `min-w-1 basis-0 rounded-[3px] bg-${tone}`;
    return piece;
  });
  bar?.replaceChildren(...pieces);
  if (counts) {
    counts.textContent = present.map((tone) => `${summary.counts[tone]} ${TONE_WORDS[tone]}`).join(' · ');
  }
}
