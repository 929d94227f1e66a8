import { TONES } from '#domain/environment/tone.ts';
import { packGroups } from '#domain/view/group-columns.ts';
import type { Group } from '#domain/view/grouping.ts';
import { summarize } from '#domain/view/summary.ts';
import { groupConditionText } from '#messages/group-conditions.ts';
import { TONE_WORDS } from '#messages/qovery-terms.ts';
import { groupTitle } from '#messages/titles.ts';
import { cardFor, type Heard } from './card.ts';

type Frame = { readonly group: Group | undefined; readonly cards: readonly Heard[]; readonly span: number };
/** Frames side by side, or one row of a frame with several rows. Only the first of them has the group's heading. */
type Row = readonly Frame[];

const COLUMN_PX = 256;
const CARD_PX = 101;
const HEADING_PX = 36;
const GAP_PX = 12;
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

const heightOf = (row: Row): number => CARD_PX + (row[0]?.group ? HEADING_PX + GAP_PX : 0);

const template = document.querySelector<HTMLTemplateElement>('#frame')?.content.firstElementChild;

function frameOf({ group, cards, span }: Frame): Element {
  const element = template?.cloneNode(true);
  if (!(element instanceof HTMLElement)) throw new Error('the page has no template');
  element.style.gridColumn = `span ${span}`;
  const set = (name: string, text: string) => element.querySelector(`[data-${name}]`)?.replaceChildren(text);
  if (group) {
    set('title', groupTitle('project', group.title));
    set('count', String(group.members.length));
    set('worst', groupConditionText(group.worst, group.members.length));
  } else element.firstElementChild?.remove();
  const cells = element.querySelector<HTMLElement>('[data-cells]');
  cells?.replaceChildren(...cards.map(cardFor));
  if (cells) cells.style.gridTemplateColumns = `repeat(${span}, minmax(0, 1fr))`;
  return element;
}

function elementOf(row: Row): HTMLElement {
  const element = document.createElement('div');
  element.className = row[0]?.group ? 'grid pt-3' : 'grid';
  element.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  element.replaceChildren(...row.map(frameOf));
  return element;
}

const keyOf = (row: Row): string =>
  row
    .flatMap(({ group, cards }) => [group ? groupConditionText(group.worst, 0) : '', ...cards.map(({ id }) => id)])
    .join();

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
    if (known?.key === key) for (const { cards } of row) cards.forEach(cardFor);
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

function rowsOf(groups: readonly Group[], readings: ReadonlyMap<string, Heard>): readonly Row[] {
  const done: Row[] = [];
  let side: Frame[] = [];
  let room = 0;
  for (const { group, span } of packGroups(groups, { columns, fillsGaps: true })) {
    const cards = group.members.flatMap(({ id }) => readings.get(id) ?? []);
    if (span > room) {
      if (side.length > 0) done.push(side);
      side = [];
      room = columns;
    }
    room -= span;
    side.push({ group, cards: cards.slice(0, columns), span });
    for (let start = columns; start < cards.length; start += columns) {
      if (side.length > 0) done.push(side);
      side = [{ group: undefined, cards: cards.slice(start, start + columns), span }];
    }
  }
  return side.length > 0 ? [...done, side] : done;
}

export function drawBoard(groups: readonly Group[], readings: ReadonlyMap<string, Heard>): void {
  columns = Math.max(1, Math.floor((board?.clientWidth ?? 0) / COLUMN_PX));
  isWhole = readings.size <= MANY;
  rows = rowsOf(groups, readings);
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
