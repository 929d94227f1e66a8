import * as v from 'valibot';
import { requestLock } from '#browser/locks.ts';
import { createPersistentStore } from '#browser/persistent-store.ts';
import { scopedKey } from '#data/api-scope.ts';
import { CHANGE_KINDS, isNotified, type NotifiedChange } from '#domain/view/alerts.ts';

/** `localStorage` writes reach other tabs slightly after the lock is released, so the lock is held for this long. */
const SETTLE_MS = 200;
/** Milliseconds after which a tab reports without the lock: a tab that the browser has frozen may keep it. */
const MAX_WAIT_MS = 5_000;
/** Maximum number of stored changes. It is high: a change drops out only after no tab can report it twice. */
const MAX_NOTIFIED = 500;

const text = v.string();
const reported = createPersistentStore<readonly NotifiedChange[]>({
  key: () => scopedKey('notified'),
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
  const recent = reported.get().slice(-MAX_NOTIFIED);
  const mine = changes.filter((change) => !isNotified(change, recent));
  if (mine.length > 0) reported.set([...recent, ...mine]);
  return mine;
}

/**
 * Returns the changes that no other tab has reported to the user, and claims them for this tab. Never throws, and
 * waits for at most five seconds: in a browser without locks or storage, each tab reports every change of its board.
 */
export async function claimNotifications(changes: readonly NotifiedChange[]): Promise<readonly NotifiedChange[]> {
  if (changes.length === 0) return [];
  let mine: readonly NotifiedChange[] | undefined;
  await requestLock(scopedKey('notifier'), { maxWaitMs: MAX_WAIT_MS }, async () => {
    mine = take(changes);
    // The next tab must read this write, or it would notify the user again. No event shows that the write has arrived.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  });
  return mine ?? take(changes);
}
