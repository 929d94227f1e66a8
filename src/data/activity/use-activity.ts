import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { type Session, useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { SpareWait } from '#domain/polling/spare-wait.ts';
import { ActivityLog } from './activity-log.ts';
import type { ActivitySnapshot } from './activity-snapshot.ts';

/** The log of each session: Activity and Delivery show the same entries. */
const logs = new WeakMap<Session, ActivityLog>();

function useLog(): ActivityLog {
  const client = useQueryClient();
  const session = useSession();
  const log = logs.get(session) ?? new ActivityLog(client, session);
  logs.set(session, log);
  return log;
}

/** Returns the activity of environments, and follows it while the caller is mounted. */
export function useActivity(environments: readonly BoardEnvironment[]): ActivitySnapshot {
  const log = useLog();
  useEffect(() => log.start(), [log]);
  useEffect(() => log.request(environments), [log, environments]);
  return useSyncExternalStore(log.subscribe, log.getSnapshot);
}

/** Returns a function that says why the due histories are not requested at a time. */
export const useActivityWait = (): ((now: number) => SpareWait) => useLog().waitAt;
