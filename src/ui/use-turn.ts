import { useEffect, useState } from 'react';
import { usePrintedAt } from '#browser/use-printed-at.ts';

/**
 * Parts that render in the first task of the browser. Each further task renders twice as many, because each costs a frame: a
 * list of 300 takes six frames. A click or a key waits for one task.
 */
const FIRST_PARTS = 8;

let partsPerTask = FIRST_PARTS;
/** The turns of this task: names of parts that rendered at once, and functions of parts that waited. */
const started = new Set<unknown>();
let isScheduled = false;
const waiting = new Set<() => void>();
/** The parts in the document that have their content. */
const filled = new Set<string>();
/** A message starts a task at once. Browsers delay timers, most of all those of hidden pages. */
const { port1, port2 } = new MessageChannel();

/** Returns the same answer when React renders a part twice in a task, as after an error. */
function takeTurn(part: unknown): boolean {
  if (started.size < partsPerTask) started.add(part);
  return started.has(part);
}

function scheduleTask(): void {
  if (!isScheduled) port2.postMessage(0);
  isScheduled = true;
}

port1.onmessage = () => {
  isScheduled = false;
  started.clear();
  partsPerTask = waiting.size > 0 ? 2 * partsPerTask : FIRST_PARTS;
  for (const start of waiting) {
    if (!takeTurn(start)) break;
    waiting.delete(start);
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
  const [isTurn, setTurn] = useState(() => filled.has(part) || takeTurn(part));
  // Only parts in the document schedule the next task: React may spread one render over several tasks, or give it up. A
  // part that was started and left before it rendered schedules it too, so that the others do not wait for ever.
  useEffect(() => {
    const start = () => setTurn(true);
    if (isTurn) filled.add(part);
    else waiting.add(start);
    scheduleTask();
    return () => {
      filled.delete(part);
      waiting.delete(start);
      scheduleTask();
    };
  }, [part, isTurn]);
  return usePrintedAt() !== undefined || isTurn;
}
