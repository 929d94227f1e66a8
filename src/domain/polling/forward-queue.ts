/** Sources whose polls events bring forward, the longest waiting first. Times are epoch milliseconds. */
export type ForwardQueue = {
  readonly waiting: readonly Forward[];
  /** Polls that may be brought forward now. */
  readonly allowance: number;
  readonly countedAt: number;
};

type Forward = {
  readonly key: string;
  readonly notBefore: number;
  /** 2 until its first poll, then 1. */
  readonly polls: number;
};

export const EMPTY_FORWARDS: ForwardQueue = { waiting: [], allowance: 0, countedAt: 0 };

/** A poll follows another one of its source after ten seconds at the earliest. */
const AGAIN_MS = 10_000;
/** The first poll after an event, and one more should the state not have changed yet. */
const POLLS = 2;
const HOUR_MS = 3_600_000;

/** Queues sources that events are about. A source waits once, even if several events name it. */
export function bringForward(queue: ForwardQueue, keys: readonly string[], now: number): ForwardQueue {
  const waiting = new Map(queue.waiting.map((one) => [one.key, one]));
  for (const key of keys) {
    waiting.set(key, { key, notBefore: waiting.get(key)?.notBefore ?? now, polls: POLLS });
  }
  return { ...queue, waiting: [...waiting.values()] };
}

type Allowance = {
  readonly forwardPerHour: number;
  /** Number of polls that may be saved up for a time with a small budget. */
  readonly savedForwards: number;
};

/**
 * Returns the queue with its allowance at `now`. An hour brings forward at most its own allowance and the saved polls.
 */
export function replenish(
  queue: ForwardQueue,
  { forwardPerHour, savedForwards }: Allowance,
  now: number,
): ForwardQueue {
  const elapsedMs = Math.min(Math.max(now - queue.countedAt, 0), HOUR_MS);
  const earned = (Math.max(forwardPerHour, 0) * elapsedMs) / HOUR_MS || 0;
  return { ...queue, allowance: Math.min(queue.allowance + earned, Math.max(savedForwards, 0) || 0), countedAt: now };
}

/** Returns the keys of all sources that wait for the poll that an event brought forward. */
export const waitingForwards = ({ waiting }: ForwardQueue): ReadonlySet<string> =>
  new Set(waiting.map(({ key }) => key));

/** Returns the keys to poll now, within the allowance. */
export const dueForwards = ({ waiting, allowance }: ForwardQueue, now: number): readonly string[] =>
  waiting
    .filter(({ notBefore }) => notBefore <= now)
    .slice(0, Math.floor(Math.min(allowance, Number.MAX_SAFE_INTEGER)))
    .map(({ key }) => key);

/** Returns when a waiting source may be polled, in epoch milliseconds; infinite if none waits. May lie in the past. */
export function nextForwardAt({ waiting, allowance, countedAt }: ForwardQueue, forwardPerHour: number): number {
  const firstAt = waiting.reduce((earliest, { notBefore }) => Math.min(earliest, notBefore), Number.POSITIVE_INFINITY);
  const missing = Math.max(0, 1 - allowance);
  return missing === 0 ? firstAt : Math.max(firstAt, countedAt + (missing * HOUR_MS) / forwardPerHour);
}

/**
 * Returns the queue after a poll of a source was sent. After a first poll that was brought forward, the source waits
 * for a second, behind the sources that wait for their first. Only polls that were brought forward cost allowance.
 */
export function forwardSent(queue: ForwardQueue, key: string, now: number): ForwardQueue {
  const sent = queue.waiting.find((one) => one.key === key);
  if (sent === undefined) return queue;
  const others = queue.waiting.filter((one) => one !== sent);
  const again = { key, notBefore: now + AGAIN_MS, polls: sent.polls - 1 };
  return {
    ...queue,
    allowance: Math.max(0, queue.allowance - 1),
    waiting: again.polls > 0 ? [...others, again] : others,
  };
}

/**
 * Returns the queue after an answer of a source. A source that has changed or is in progress waits no longer: its own
 * interval is short enough.
 */
export const forwardSettled = (queue: ForwardQueue, key: string): ForwardQueue =>
  queue.waiting.some((one) => one.key === key)
    ? { ...queue, waiting: queue.waiting.filter((one) => one.key !== key) }
    : queue;
