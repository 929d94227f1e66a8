import * as v from 'valibot';
import { requestLock } from '#browser/locks.ts';
import { scopedKey } from './api-scope.ts';
import { stored } from './stored.ts';

/** Tabs hear of one change within seconds of each other, or a minute where a hidden tab's timers are slowed down. */
const SAID_MS = 120_000;
/** One tab's writing reaches another's reading by another way than the lock, a little later. */
const SETTLE_MS = 200;

const said = stored<readonly (readonly [key: string, at: number])[]>({
  key: () => scopedKey('said'),
  version: 1,
  schema: v.array(v.tuple([v.string(), v.number()])),
  initial: [],
});

function take(keys: readonly string[]): readonly string[] {
  const now = Date.now();
  const recent = said.get().filter(([, at]) => Math.abs(now - at) < SAID_MS);
  const mine = keys.filter((key) => !recent.some(([other]) => other === key));
  if (mine.length > 0) said.set([...recent, ...mine.map((key) => [key, now] as const)]);
  return mine;
}

/**
 * Those of the changes that this tab is the first to tell of, whichever boards the tabs show. Never throws: a browser
 * without locks or storage lets each tab speak for itself.
 */
export async function claim(keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  let mine: readonly string[] | undefined;
  await requestLock(scopedKey('notifier'), {}, async () => {
    mine = take(keys);
    // The lock is held a little longer: what was just written reaches the other tabs' storage a moment later.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  });
  return mine ?? take(keys);
}
