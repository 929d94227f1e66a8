import { useEffect, useState } from 'react';
import { usePrintedAt } from '#browser/use-printed-at.ts';

/** Parts that render in one task of the browser. More would keep a click or a key waiting on a slow phone. */
const PARTS_PER_TASK = 8;

/** The turns of this task: ids of parts that rendered at once, and functions of parts that waited. */
const started = new Set<unknown>();
let isScheduled = false;
const waiting = new Set<() => void>();
/** A message starts a task at once. Browsers delay timers, most of all those of hidden pages. */
const { port1, port2 } = new MessageChannel();

/** Returns the same answer when React renders a part twice in a task, as after an error. */
function takeTurn(part: unknown): boolean {
  if (started.size < PARTS_PER_TASK) started.add(part);
  return started.has(part);
}

function scheduleTask(): void {
  if (!isScheduled) port2.postMessage(0);
  isScheduled = true;
}

port1.onmessage = () => {
  isScheduled = false;
  started.clear();
  for (const start of waiting) {
    if (!takeTurn(start)) break;
    waiting.delete(start);
    start();
  }
  if (waiting.size > 0) scheduleTask();
};

/**
 * Returns whether a part of a long list may render its content, and renders the part again when it may. Parts get their
 * turn in the order of the document, a few in each task, so that the browser paints and handles input in between. Until its
 * turn, a part renders an empty element of its size. On paper, each part has its content. `id` names the part while a task
 * lasts.
 */
export function useTurn(id: string): boolean {
  const [isTurn, setTurn] = useState(() => takeTurn(id));
  // Only parts in the document schedule the next task: React may spread one render over several tasks, or give it up.
  useEffect(() => {
    scheduleTask();
    if (isTurn) return;
    const start = () => setTurn(true);
    waiting.add(start);
    return () => {
      waiting.delete(start);
    };
  }, [isTurn]);
  return usePrintedAt() !== undefined || isTurn;
}
