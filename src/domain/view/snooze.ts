/** The lengths of a snooze: until the state or the deployment changes, for an hour, or until tomorrow morning. */
export const SNOOZES = ['changed', 'hour', 'tomorrow'] as const;
export type SnoozeLength = (typeof SNOOZES)[number];

/** The lengths that end at a time. Only these are offered for an environment without a reading, which cannot change. */
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

/**
 * Returns the end of a snooze that starts at `now`, in epoch milliseconds; undefined when only a change ends it.
 * `tomorrow` ends at eight o'clock in the user's time zone.
 */
export function snoozeEnd(length: SnoozeLength, now: number): number | undefined {
  if (length === 'changed') return undefined;
  if (length === 'hour') return now + HOUR_MS;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return morning.getTime();
}

/**
 * True when `reading` ends the snooze: it has another state or deployment, and is not older than the silenced reading.
 *
 * A tab that opens with persisted readings may hold an older one than the tab that snoozed. A silenced reading from the
 * future was dated by a clock that was set back since, so its time proves nothing.
 */
function isNews({ silenced }: Snooze, reading: SnoozedReading, now: number): boolean {
  if (silenced === undefined) return false;
  if (reading.heardAt < silenced.heardAt && silenced.heardAt <= now) return false;
  return reading.state !== silenced.state || isOtherDeployment(silenced.deploymentId, reading.deploymentId);
}

/** True when `reading` is the first one, or contains the deployment that the silenced reading lacks. */
const isBetterKnown = (silenced: SnoozedReading | undefined, reading: SnoozedReading): boolean =>
  silenced === undefined ||
  (silenced.deploymentId === undefined && reading.deploymentId !== undefined && reading.heardAt >= silenced.heardAt);

/** True when both ids are known and differ. Some of Qovery's answers contain no deployment id. */
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
 * Returns the snoozes after an answer with these readings, by environment id; the very same object when none changes.
 *
 * A reading with another state or deployment removes its environment's snooze, so that the old state is not silent when
 * it returns with a later deployment. A snooze without a deployment gets the reading's. `serverNow` is epoch
 * milliseconds of the server's clock.
 */
export function snoozesAfter(
  snoozes: Snoozes,
  readings: ReadonlyMap<string, SnoozedReading>,
  serverNow: number,
): Snoozes {
  let after = snoozes;
  for (const [id, reading] of readings) {
    const snooze = snoozes[id];
    if (snooze === undefined) continue;
    if (isNews(snooze, reading, serverNow)) {
      const { [id]: _, ...others } = after;
      after = others;
    } else if (isBetterKnown(snooze.silenced, reading)) {
      after = { ...after, [id]: { ...snooze, silenced: reading } };
    }
  }
  return after;
}
