import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { environmentsOnScreen } from '#browser/environments-on-screen.ts';
import { followServerTime } from '#browser/server-now.ts';
import { createHistories } from '#data/history/histories.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { type Session, SessionContext } from '#data/session.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import type { Connection } from './connection.ts';

/** The readings of a page's present session. A session with another token continues with them. */
const stores = new WeakMap<QueryClient, ReadingStore>();

/** True when the user had paused the session of the page that is being rendered again in another language. */
let wasPaused = false;

/** Polls while mounted. A pause lasts when the page is rendered in another language. */
function startPolling({ poller }: Session): () => void {
  const root = document.documentElement;
  const { lang } = root;
  if (wasPaused) poller.setPaused(true);
  const stop = poller.start();
  return () => {
    wasPaused = root.lang !== lang && poller.getSnapshot().phase === 'paused';
    stop();
  };
}

type Props = Pick<Connection, 'api' | 'perHour'> & Partial<Connection> & { readonly children: ReactNode };

/** Creates the session of a connection for the components below, and polls while mounted. */
export function SessionProvider({ api, perHour, openTabs = singleTab, openPoller, children }: Props) {
  const client = useQueryClient();
  const session = useMemo((): Session => {
    const readings = new ReadingStore(api, stores.get(client));
    stores.set(client, readings);
    const poller =
      openPoller?.(client, readings) ?? new PollScheduler({ client, api, readings, tabs: openTabs(), perHour });
    return {
      api,
      readings,
      poller,
      perHour,
      histories: createHistories({ client, api, perHour, onScreen: environmentsOnScreen, poller, readings }),
    };
  }, [client, api, perHour, openTabs, openPoller]);
  useLayoutEffect(() => followServerTime(api.time), [api]);
  // A layout effect runs before the first paint, which takes long. The leader election runs meanwhile.
  useLayoutEffect(() => startPolling(session), [session]);
  useEffect(() => session.histories.start(), [session]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
