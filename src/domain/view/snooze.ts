/** How long an environment stays silent: until another state or deployment is heard, for an hour, or until tomorrow morning. */
export const SNOOZES = ['changed', 'hour', 'tomorrow'] as const;
export type SnoozeLength = (typeof SNOOZES)[number];

/** The lengths that end by themselves: the only ones on offer while an environment has no reading that could change. */
export const TIMED_SNOOZES = ['hour', 'tomorrow'] as const satisfies readonly SnoozeLength[];

/** The part of a reading that a snooze silences. */
export type SnoozedReading = {
  readonly state: string;
  readonly deploymentId: string | undefined;
  /** Epoch milliseconds of the answer. */
  readonly heardAt: number;
};

export type Snooze = {
  /** The reading that was silenced: another state or deployment ends the snooze. Undefined before the first reading. */
  readonly silenced: SnoozedReading | undefined;
  /** Epoch milliseconds of its end; undefined when only a change ends it. */
  readonly until: number | undefined;
};

/** By environment id. */
export type Snoozes = Readonly<Record<string, Snooze>>;

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 8;

/** When a snooze that starts now ends, in epoch milliseconds; tomorrow is at eight, by the user's clock. */
export function snoozeEnd(length: SnoozeLength, now: number): number | undefined {
  if (length === 'changed') return undefined;
  if (length === 'hour') return now + HOUR_MS;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return morning.getTime();
}

/**
 * True when `reading` is news for the snooze: another state or deployment, and not heard before the silenced one.
 *
 * A tab that opens with persisted readings may hold an older one than the tab that snoozed. A silenced reading from the
 * future was dated by a clock that was set back since, so its time proves nothing.
 */
function isNews({ silenced }: Snooze, reading: SnoozedReading, now: number): boolean {
  if (silenced === undefined) return false;
  if (reading.heardAt < silenced.heardAt && silenced.heardAt <= now) return false;
  return reading.state !== silenced.state || isOtherDeployment(silenced.deploymentId, reading.deploymentId);
}

/** True when `reading` is the first one, or names the deployment that the silenced one lacks. */
const isBetterKnown = (silenced: SnoozedReading | undefined, reading: SnoozedReading): boolean =>
  silenced === undefined ||
  (silenced.deploymentId === undefined && reading.deploymentId !== undefined && reading.heardAt >= silenced.heardAt);

/** Some of Qovery's answers carry no deployment: an absent id is not another one. */
const isOtherDeployment = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== undefined && before !== after;

/**
 * True while the snooze holds, given the present reading. `now` is this computer's time, by which a snooze ends, and
 * `serverNow` the server's, by which readings are dated; both in epoch milliseconds.
 */
export const isSnoozing = (
  snooze: Snooze | undefined,
  reading: SnoozedReading | undefined,
  now: number,
  serverNow = now,
): boolean =>
  snooze !== undefined &&
  (snooze.until === undefined || now < snooze.until) &&
  (reading === undefined || !isNews(snooze, reading, serverNow));

/**
 * The snoozes after an answer. A reading that is news ends its environment's snooze for good, so that the same state
 * after a later deployment is not silent; a snooze that knows no deployment yet takes over the reading. The very same
 * object when nothing is news and no snooze lacks its deployment. `serverNow` in epoch milliseconds.
 */
export function snoozesAfter(snoozes: Snoozes, heard: ReadonlyMap<string, SnoozedReading>, serverNow: number): Snoozes {
  let after = snoozes;
  for (const [id, reading] of heard) {
    const snooze = snoozes[id];
    if (snooze === undefined) continue;
    if (isNews(snooze, reading, serverNow)) {
      const { [id]: _, ...rest } = after;
      after = rest;
    } else if (isBetterKnown(snooze.silenced, reading)) {
      after = { ...after, [id]: { ...snooze, silenced: reading } };
    }
  }
  return after;
}
