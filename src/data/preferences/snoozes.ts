import * as v from 'valibot';
import { createPersistentStore, usePersistentStore } from '#browser/persistent-store.ts';
import { serverNow } from '#browser/server-now.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { type SnoozedReading, type SnoozeLength, type Snoozes, snoozeEnd, snoozesAfter } from '#domain/view/snooze.ts';

/**
 * Silences an environment on every board of this browser. `reading` is the environment's present reading; undefined
 * before the first.
 */
export function snooze(id: string, length: SnoozeLength, reading: SnoozedReading | undefined): void {
  snoozes.set({ ...snoozes.get(), [id]: { silenced: reading, until: snoozeEnd(length, Date.now()) } });
}

/** Ends the snooze of an environment, if it has one. */
export function endSnooze(id: string): void {
  const { [id]: _, ...rest } = snoozes.get();
  snoozes.set(rest);
}

/** Epoch milliseconds within the range of `Date`. */
const ms = v.pipe(v.number(), v.finite(), v.maxValue(8.64e15), v.minValue(-8.64e15));
const silenced = v.object({ state: v.string(), deploymentId: v.optional(v.string()), heardAt: ms });
const snoozed = v.object({ silenced: v.optional(silenced), until: v.optional(ms) });

/** Version 1 stored no deployment, so a snooze without an end might never end: `migrate` drops it. */
const version1 = v.record(v.string(), v.object({ state: v.optional(v.string()), until: v.optional(ms) }));

const migrate = (value: unknown): Snoozes =>
  Object.fromEntries(
    Object.entries(v.parse(version1, value)).flatMap(([id, { until }]) =>
      until === undefined ? [] : [[id, { silenced: undefined, until }]],
    ),
  );

const snoozes = createPersistentStore<Snoozes>({
  key: () => scopedKey('snoozes'),
  version: 2,
  // Each snooze is read by itself: one that cannot be read ends, and the others go on.
  schema: v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform(
      (stored): Snoozes =>
        Object.fromEntries(
          Object.entries(stored).flatMap(([id, one]) => {
            const { success, output } = v.safeParse(snoozed, one);
            if (!success) return [];
            const { silenced: reading, until } = output;
            return [[id, { silenced: reading && { ...reading, deploymentId: reading.deploymentId }, until }]];
          }),
        ),
    ),
  ),
  initial: {},
  migrate,
});

/** Returns the snoozes of this browser by environment id. */
export const useSnoozes = (): Snoozes => usePersistentStore(snoozes);

/** Ends the snoozes of environments that have changed. `heardAt` is the time of the statuses, in epoch milliseconds. */
export function endChangedSnoozes(statuses: readonly EnvironmentStatus[], heardAt: number): void {
  const before = snoozes.get();
  if (Object.keys(before).length === 0) return;
  const statusesById = new Map(
    statuses.map(({ id, state, lastDeploymentId }) => [id, { state, deploymentId: lastDeploymentId, heardAt }]),
  );
  const after = snoozesAfter(before, statusesById, serverNow());
  if (after !== before) snoozes.set(after);
}
