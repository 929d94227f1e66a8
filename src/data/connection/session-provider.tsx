import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { followServerTime } from '#browser/server-now.ts';
import { openHistories } from '#data/history/lazy-history.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { ReadingBook } from '#data/readings/reading-store.ts';
import { type Session, SessionContext } from '#data/session.ts';
import { loneTab } from '#data/tabs/tab-coordinator.ts';
import type { Connection } from './connection.ts';

/** The readings of the present session of a page: a session with another token goes on with them. */
const readings = new WeakMap<QueryClient, ReadingBook>();

type Props = Pick<Connection, 'api' | 'perHour'> & Partial<Connection> & { readonly children: ReactNode };

/** Creates the session of a connection, and polls while mounted. */
export function SessionProvider({ api, perHour, openTeam = loneTab, openPoller, children }: Props) {
  const client = useQueryClient();
  const session = useMemo((): Session => {
    const book = new ReadingBook(api, readings.get(client));
    readings.set(client, book);
    const poller = openPoller?.(client, book) ?? new PollScheduler({ client, api, book, team: openTeam(), perHour });
    return { api, book, poller, histories: openHistories({ client, api, perHour, poller, book }) };
  }, [client, api, perHour, openTeam, openPoller]);
  useLayoutEffect(() => followServerTime(api.time), [api]);
  // Before the first paint, which takes long: the election of the leader runs meanwhile.
  useLayoutEffect(() => session.poller.start(), [session]);
  useEffect(() => session.histories.start(), [session]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
