import * as v from 'valibot';
import type { Snoozes } from '#domain/snooze.ts';
import { stored, useStored } from './stored.ts';

const schema = v.record(v.string(), v.object({ state: v.optional(v.string()), until: v.optional(v.number()) }));
export const snoozes = stored<Snoozes>({
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
