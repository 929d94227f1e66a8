import * as v from 'valibot';
import { requestLock } from '#browser/locks.ts';
import { createPersistentStore } from '#browser/persistent-store.ts';
import { scopedKey } from '#data/api-scope.ts';
import { CHANGE_KINDS, isNotified, type NotifiedChange } from '#domain/view/alerts.ts';

/** `localStorage` writes reach other tabs slightly after the lock is released, so the lock is held for this long. */
const SETTLE_MS = 200;
/** More changes than all tabs notify of within the time in which a change could be notified twice. */
const MAX_NOTIFIED = 500;

const text = v.string();
const told = createPersistentStore<readonly NotifiedChange[]>({
  key: () => scopedKey('told'),
  version: 1,
  schema: v.array(
    v.pipe(
      v.object({
        id: text,
        kind: v.picklist(CHANGE_KINDS),
        state: text,
        deploymentId: v.optional(text),
        at: v.pipe(v.number(), v.finite()),
      }),
      v.transform((one): NotifiedChange => ({ ...one, deploymentId: one.deploymentId })),
    ),
  ),
  initial: [],
});

function take(changes: readonly NotifiedChange[]): readonly NotifiedChange[] {
  const recent = told.get().slice(-MAX_NOTIFIED);
  const mine = changes.filter((change) => !isNotified(change, recent));
  if (mine.length > 0) told.set([...recent, ...mine]);
  return mine;
}

/**
 * Returns the changes that this tab is the first to tell of, whichever boards the tabs show. Never throws: in a browser
 * without locks or storage each tab tells by itself.
 */
export async function claimNotifications(changes: readonly NotifiedChange[]): Promise<readonly NotifiedChange[]> {
  if (changes.length === 0) return [];
  let mine: readonly NotifiedChange[] | undefined;
  await requestLock(scopedKey('notifier'), {}, async () => {
    mine = take(changes);
    // The next tab must read this write, or it would notify again: no event tells that the write has arrived.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  });
  return mine ?? take(changes);
}
