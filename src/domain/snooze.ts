/** How long an environment stays silent: until its state changes, for an hour, or until tomorrow morning. */
export const SNOOZES = ['changed', 'hour', 'tomorrow'] as const;
export type SnoozeLength = (typeof SNOOZES)[number];

export type Snooze = {
  /** The state it was silenced in: any other ends the snooze. */
  readonly state: string | undefined;
  /** Epoch milliseconds of its end; undefined when only a change ends it. */
  readonly until: number | undefined;
};

/** By environment id. */
export type Snoozes = Readonly<Record<string, Snooze>>;

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 8;

/** When a snooze that starts now ends, in epoch milliseconds; tomorrow is at eight, by the reader's clock. */
export function snoozeEnd(length: SnoozeLength, now: number): number | undefined {
  if (length === 'changed') return undefined;
  if (length === 'hour') return now + HOUR_MS;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return morning.getTime();
}

/** True while the snooze holds: the same state as when it began, and before its end. */
export const isSnoozing = (snooze: Snooze | undefined, state: string | undefined, now: number): boolean =>
  snooze !== undefined &&
  (snooze.state === undefined || state === undefined || snooze.state === state) &&
  (snooze.until === undefined || now < snooze.until);
