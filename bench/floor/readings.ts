import type { Heard } from '#bench/limit/card.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { toneOf } from '#domain/environment/tone.ts';

const same = (a: EnvironmentStatus, b: EnvironmentStatus): boolean =>
  a.state === b.state && a.lastDeploymentId === b.lastDeploymentId && a.configuration === b.configuration;

const BATCH_MS = 400;

/** Creates a store of readings. An answer without news writes the time of its readings, and notifies no component. */
export function createReadings() {
  const byId = new Map<string, Heard>();
  const emitter = createEmitter();
  let snapshot: readonly Heard[] = [];
  let hasStatus = false;
  let isDue = false;
  /** As in the app, the first answer is rendered at once, and later ones in batches. */
  const notifySoon = (waitMs: number) => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      snapshot = [...byId.values()];
      emitter.notify();
    }, waitMs);
  };
  return {
    subscribe: emitter.subscribe,
    getSnapshot: () => snapshot,
    follow(names: readonly EnvironmentInfo[]): void {
      if (names.length === 0) return;
      for (const info of names) {
        const known = byId.get(info.id);
        const unknown = { id: info.id, tone: 'unknown', freshness: 'late', heardAt: undefined } as const;
        byId.set(info.id, { ...(known ?? unknown), info });
      }
      notifySoon(0);
    },
    apply(statuses: readonly EnvironmentStatus[], freshness: Heard['freshness'], heardAt: number): void {
      for (const status of statuses) {
        const known = byId.get(status.id);
        if (!known) continue;
        if (known.status && same(known.status, status) && known.freshness === freshness) {
          // Only the age changes, and the clock updates it.
          Object.assign(known, { heardAt });
          continue;
        }
        byId.set(status.id, { ...known, status, tone: toneOf(status.state), freshness, heardAt });
        notifySoon(hasStatus ? BATCH_MS : 0);
        hasStatus = true;
      }
    },
  };
}
