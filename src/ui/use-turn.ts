import { useEffect, useState } from 'react';
import { usePrintedAt } from '#browser/use-printed-at.ts';

/**
 * Parts that render in the first task of the browser, and at most. Each task renders twice as many as the one before, because
 * each costs a frame: a list of 300 takes seven frames. A click or a key waits for one task.
 */
const FIRST_PARTS = 8;
const MAX_PARTS = 64;

let partsPerTask = FIRST_PARTS;
/** How many more parts may render in this task. */
let turnsLeft = FIRST_PARTS;
let isScheduled = false;
/** The functions that start the parts that wait, in the order of the document. */
const waiting = new Map<string, () => void>();
/** The parts that have their content, or get it in this task. */
const filled = new Set<string>();
/** A message starts a task at once. Browsers delay timers, most of all those of hidden pages. */
const { port1, port2 } = new MessageChannel();

/** Returns true for a part that has its content, also when React renders it in another place or twice, as after an error. */
function takeTurn(part: string): boolean {
  if (!filled.has(part) && turnsLeft > 0) {
    turnsLeft -= 1;
    filled.add(part);
  }
  return filled.has(part);
}

function scheduleTask(): void {
  if (!isScheduled) port2.postMessage(0);
  isScheduled = true;
}

port1.onmessage = () => {
  isScheduled = false;
  partsPerTask = waiting.size > 0 ? Math.min(2 * partsPerTask, MAX_PARTS) : FIRST_PARTS;
  turnsLeft = partsPerTask;
  for (const [part, start] of waiting) {
    if (!takeTurn(part)) break;
    waiting.delete(part);
    start();
  }
};

/**
 * Returns whether a part of a long list may render its content, and renders the part again when it may. Parts get their
 * turn in the order of the document, some in each task, so that the browser paints and handles input in between. Until its
 * turn, a part renders an empty element of its size. A part that moves to another place of the list keeps its content, and
 * on paper each part has it. `part` names the view and the environment.
 */
export function useTurn(part: string): boolean {
  // React renders the part in its new place before it removes the old one.
  const [isTurn, setTurn] = useState(() => takeTurn(part));
  // Only parts in the document schedule the next task: React may spread one render over several tasks, or give it up. A
  // part that unmounts before it renders schedules it too; otherwise the waiting parts would never render.
  useEffect(() => {
    if (isTurn) filled.add(part);
    else waiting.set(part, () => setTurn(true));
    scheduleTask();
    return () => {
      filled.delete(part);
      waiting.delete(part);
      scheduleTask();
    };
  }, [part, isTurn]);
  return usePrintedAt() !== undefined || isTurn;
}
