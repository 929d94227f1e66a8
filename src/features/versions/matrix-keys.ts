import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the next cell in the direction of an arrow key, past cells without a button. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const { target, currentTarget } = event;
  const from = target instanceof HTMLElement ? target.dataset.place : undefined;
  if (!step || from === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const [row = 0, column = 0] = from.split(' ').map(Number);
  const places = new Map(
    [...currentTarget.querySelectorAll<HTMLElement>('[data-place]')].map((cell) => [cell.dataset.place ?? '', cell]),
  );
  const size = 1 + Math.max(...[...places.keys()].flatMap((place) => place.split(' ').map(Number)));
  event.preventDefault();
  // The keys of the board move the focus between environments.
  event.stopPropagation();
  for (let distance = 1; distance < size; distance += 1) {
    const cell = places.get(`${row + step[0] * distance} ${column + step[1] * distance}`);
    if (!cell) continue;
    cell.focus();
    return;
  }
}
