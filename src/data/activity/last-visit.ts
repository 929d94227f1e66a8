import * as v from 'valibot';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { scopedKey } from '#data/api-scope.ts';

/** A page that was left for less than this, in milliseconds, continues the same visit: a reload is no new one. */
const SAME_VISIT_MS = 600_000;

const schema = v.object({ before: v.optional(v.number()), last: v.number() });

const keyOf = (api: string): string => scopedKey('activity-visit', api);

/**
 * Notes that the user sees the activity now. Returns the end of the visit before, in epoch milliseconds; undefined at the
 * first visit. `now` is in epoch milliseconds.
 */
export function noteVisit(api: string, now: number): number | undefined {
  const stored = v.safeParse(schema, readJson('local', keyOf(api)));
  const { before, last } = stored.success ? stored.output : { before: undefined, last: undefined };
  const isSame = last !== undefined && now - last < SAME_VISIT_MS;
  const visitBefore = isSame ? before : last;
  writeJson('local', keyOf(api), { before: visitBefore, last: now });
  return visitBefore !== undefined && visitBefore <= now ? visitBefore : undefined;
}
