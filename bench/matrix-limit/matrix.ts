import { nameOf } from '#domain/environment/board-environment.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { isApart } from '#domain/versions/compare-versions.ts';
import { shortVersion } from '#domain/versions/version.ts';
import type { Cell, Column, Matrix, Row } from '#domain/versions/version-matrix.ts';
import { serviceKindText } from '#messages/deployments.ts';
import { modeText, stateText } from '#messages/qovery-terms.ts';
import { comparisonText } from '#messages/version-comparison.ts';
import { answerAgeText, cellAgeText } from '#messages/versions.ts';
import '#ui/theme.css';

const SERVICE_PX = 264;
const MIN_COLUMN_PX = 232;

/** Returns a function that copies the element of a template of the page. */
function copierOf(name: string): () => HTMLElement {
  const first = document.querySelector<HTMLTemplateElement>(`#${name}`)?.content.firstElementChild;
  return () => {
    const copy = first?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error(`the page has no template ${name}`);
    return copy;
  };
}

const [headCopy, rowCopy, cellCopy] = [copierOf('head'), copierOf('row'), copierOf('cell')];

const write = (element: HTMLElement, name: string, text: string): void =>
  element.querySelector(`[data-${name}]`)?.replaceChildren(text);

function headOf({ environment, answer }: Column, now: number): HTMLElement {
  const head = headCopy();
  write(head, 'name', nameOf(environment));
  write(head, 'mode', modeText(environment.info?.mode ?? ''));
  write(head, 'state', stateText(environment.status?.state));
  write(head, 'age', answerAgeText(answer.observedAt ?? now, now));
  return head;
}

function cellOf(cell: Cell, now: number): HTMLElement {
  const element = cellCopy();
  if (cell.kind !== 'service') return element;
  const { running, comparison } = cell;
  const apart = comparison !== undefined && isApart(comparison);
  element.dataset.relation = comparison?.relation ?? 'first';
  element.classList.toggle('bg-warning-soft/60', apart);
  write(element, 'state', stateText(running.state));
  write(element, 'text', running.deployed ? shortVersion(running.deployed) : '');
  element.querySelector('[data-text]')?.classList.add(apart ? 'font-bold' : 'text-mute');
  if (running.deployedAt !== undefined) write(element, 'age', cellAgeText(running.deployedAt, now, DEFAULT_SETTINGS));
  const note = comparison && comparisonText(comparison);
  if (note === undefined) element.querySelector('[data-chip]')?.remove();
  else write(element, 'note', note);
  return element;
}

function rowOf({ name, kind, cells }: Row, now: number): HTMLElement {
  const row = rowCopy();
  write(row, 'name', name);
  write(row, 'kind', serviceKindText(kind));
  row.append(...cells.map((cell) => cellOf(cell, now)));
  return row;
}

/** Returns the matrix as a table in a frame that scrolls. `now` is in epoch milliseconds. */
export function tableOf({ columns, rows }: Matrix, now: number): HTMLElement {
  const frame = document.createElement('section');
  frame.className =
    'mt-4 max-h-[calc(var(--window-height)-24px)] overflow-auto rounded-xl border border-line bg-surface';
  const table = document.createElement('table');
  table.className = 'w-full table-fixed border-separate border-spacing-0 text-[13px]';
  table.style.minWidth = `${SERVICE_PX + columns.length * MIN_COLUMN_PX}px`;
  const group = document.createElement('colgroup');
  const column = document.createElement('col');
  column.style.width = `${SERVICE_PX}px`;
  group.append(column);
  const head = document.createElement('thead');
  const line = head.insertRow();
  const corner = document.createElement('th');
  corner.className = 'sticky top-0 left-0 z-20 h-14 border-line border-b bg-strip px-4 py-2 text-left';
  line.append(corner, ...columns.map((one) => headOf(one, now)));
  table.append(group, head, document.createElement('tbody'));
  table.tBodies[0]?.append(...rows.map((row) => rowOf(row, now)));
  frame.append(table);
  return frame;
}
