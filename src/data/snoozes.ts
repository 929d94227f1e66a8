import * as v from 'valibot';
import { type Snoozes, snoozesAfter } from '#domain/snooze.ts';
import type { EnvironmentStatus } from '#domain/status.ts';
import { scopedKey } from './api-scope.ts';
import { serverNow } from './server-now.ts';
import { stored, useStored } from './stored.ts';

const ms = v.pipe(v.number(), v.finite());
const silenced = v.object({ state: v.string(), deploymentId: v.optional(v.string()), heardAt: ms });
const schema = v.record(v.string(), v.object({ silenced: v.optional(silenced), until: v.optional(ms) }));

/** Version 1 kept no deployment, so a snooze without an end might never end: it is dropped. */
const version1 = v.record(v.string(), v.object({ state: v.optional(v.string()), until: v.optional(ms) }));

const migrate = (value: unknown): Snoozes =>
  Object.fromEntries(
    Object.entries(v.parse(version1, value)).flatMap(([id, { until }]) =>
      until === undefined ? [] : [[id, { silenced: undefined, until }]],
    ),
  );

export const snoozes = stored<Snoozes>({
  key: () => scopedKey('snoozes'),
  version: 2,
  schema: v.pipe(
    schema,
    v.transform(
      (raw): Snoozes =>
        Object.fromEntries(
          Object.entries(raw).map(([id, { silenced: reading, until }]) => [
            id,
            { silenced: reading && { ...reading, deploymentId: reading.deploymentId }, until },
          ]),
        ),
    ),
  ),
  initial: {},
  migrate,
});

export const useSnoozes = (): Snoozes => useStored(snoozes);

/** Ends the snoozes whose environment has changed. `heardAt` in epoch milliseconds. */
export function endChangedSnoozes(statuses: readonly EnvironmentStatus[], heardAt: number): void {
  const before = snoozes.get();
  if (Object.keys(before).length === 0) return;
  const heard = new Map(
    statuses.map(({ id, state, lastDeploymentId }) => [id, { state, deploymentId: lastDeploymentId, heardAt }]),
  );
  const after = snoozesAfter(before, heard, serverNow());
  if (after !== before) snoozes.set(after);
}
