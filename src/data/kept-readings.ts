import * as v from 'valibot';
import type { Members } from '#domain/membership.ts';
import type { Moments } from '#domain/moments.ts';
import type { EnvironmentStatus } from '#domain/status.ts';
import { keptStatus } from './status-schema.ts';

const VERSION = 1;
export const READINGS = 'envboard.readings.';
/** Larger than this is not kept: this browser's storage holds some millions of characters for everything. */
const MOST_CHARACTERS = 2_000_000;

/** Grows with each forgetting: a board that was open then must not write down again what it knows. */
let era = 0;
export const readingsEra = (): number => era;
export const endEra = (): void => {
  era += 1;
};

const ms = v.pipe(v.number(), v.finite());
const entry = v.object({
  status: keptStatus,
  heardAt: ms,
  since: ms,
  isSinceSeen: v.boolean(),
  transitions: v.array(v.object({ at: ms, from: v.string(), to: v.string() })),
});
const kept = v.object({
  version: v.literal(VERSION),
  entries: v.array(entry),
  members: v.record(v.string(), v.record(v.string(), v.nullable(ms))),
});

export type Readings = {
  readonly statuses: Readonly<Record<string, EnvironmentStatus>>;
  readonly moments: ReadonlyMap<string, Moments>;
  readonly members: Readonly<Record<string, Members>>;
};

const NOTHING: Readings = { statuses: {}, moments: new Map(), members: {} };

/** What was heard before this page was opened. Damaged, foreign or refused storage reads as nothing. */
export function readKeptReadings(source: string): Readings {
  try {
    const result = v.safeParse(kept, JSON.parse(localStorage.getItem(READINGS + source) ?? 'null'));
    if (!result.success) return NOTHING;
    const { entries, members } = result.output;
    return {
      statuses: Object.fromEntries(entries.map(({ status }) => [status.id, status])),
      moments: new Map(
        // Asked for at the beginning of time, so that any answer replaces it.
        entries.map(({ status, ...rest }) => [status.id, { ...rest, askedAt: 0, isKept: true }]),
      ),
      members,
    };
  } catch {
    return NOTHING;
  }
}

/** Keeps what is known over a reload, unless it was to be forgotten since `begun`. What does not fit this browser's storage is asked for again instead. */
export function keepReadings(source: string, begun: number, { statuses, moments, members }: Readings): void {
  if (begun !== era) return;
  const entries = [...moments].flatMap(([id, { heardAt, since, isSinceSeen, transitions }]) => {
    const status = statuses[id];
    return status ? [{ status, heardAt, since, isSinceSeen, transitions }] : [];
  });
  try {
    const text = JSON.stringify({ version: VERSION, entries, members });
    if (text.length <= MOST_CHARACTERS) localStorage.setItem(READINGS + source, text);
  } catch {
    // Storage is full or refused.
  }
}
