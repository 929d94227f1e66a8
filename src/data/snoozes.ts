import * as v from 'valibot';
import { type SnoozeLength, type Snoozes, snoozeEnd } from '#domain/snooze.ts';
import { stored, useStored } from './stored.ts';

const schema = v.record(v.string(), v.object({ state: v.optional(v.string()), until: v.optional(v.number()) }));
const snoozes = stored<Snoozes>({
  key: 'envboard.snoozes',
  version: 1,
  schema: v.pipe(
    schema,
    v.transform(
      (raw): Snoozes => Object.fromEntries(Object.entries(raw).map(([id, { state, until }]) => [id, { state, until }])),
    ),
  ),
  initial: {},
});

export const useSnoozes = (): Snoozes => useStored(snoozes);

/** Silences an environment in the state it is in now, in every board of this browser. */
export function snooze(id: string, length: SnoozeLength, state: string | undefined): void {
  snoozes.set({ ...snoozes.get(), [id]: { state, until: snoozeEnd(length, Date.now()) } });
}

export function endSnooze(id: string): void {
  const { [id]: _, ...rest } = snoozes.get();
  snoozes.set(rest);
}
