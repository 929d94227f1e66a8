import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useMemo } from 'react';
import type { ApiClient } from '#api/client.ts';
import { type Histories, openHistories } from './histories.ts';
import { loneTab } from './lone-tab.ts';
import type { Connection } from './open-connection.ts';
import { type BoardPoller, Poller } from './poller.ts';
import { ReadingBook } from './reading-book.ts';
import { followServerTime } from './server-now.ts';

/** What is asked, the one thing that polls it, what was heard when, and the past deployments. */
export type Asked = {
  readonly api: ApiClient;
  readonly poller: BoardPoller;
  readonly book: ReadingBook;
  readonly histories: Histories;
};

const AskedContext = createContext<Asked | undefined>(undefined);

type Props = Pick<Connection, 'api' | 'perHour'> & Partial<Connection> & { readonly children: ReactNode };

/** Polls while mounted. */
export function ApiProvider({ api, perHour, openTeam = loneTab, openPoller, children }: Props) {
  const client = useQueryClient();
  const asked = useMemo((): Asked => {
    const book = new ReadingBook(client, api);
    const poller = openPoller?.(client, book) ?? new Poller({ client, api, book, team: openTeam(), perHour });
    return { api, book, poller, histories: openHistories({ client, api, perHour, poller, book }) };
  }, [client, api, perHour, openTeam, openPoller]);
  useLayoutEffect(() => followServerTime(api.time), [api]);
  // Before the first paint, which takes long: whether this tab may ask is heard meanwhile.
  useLayoutEffect(() => asked.poller.start(), [asked]);
  useEffect(() => asked.histories.start(), [asked]);
  return <AskedContext value={asked}>{children}</AskedContext>;
}

export function useAsked(): Asked {
  const asked = use(AskedContext);
  if (!asked) throw new Error('useAsked needs an ApiProvider above it');
  return asked;
}
