import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import type { ApiClient } from '#api/client.ts';
import { Poller } from './poller.ts';
import { ReadingBook } from './reading-book.ts';
import { loneTab, type TabTeam } from './tab-team.ts';

/** What is asked, the one thing that polls it, and what was heard when. */
export type Asked = { readonly api: ApiClient; readonly poller: Poller; readonly book: ReadingBook };

const AskedContext = createContext<Asked | undefined>(undefined);

type Props = {
  readonly api: ApiClient;
  readonly perHour: () => number;
  /** The other tabs of this browser that ask the same; none where it is left out. */
  readonly openTeam?: (() => TabTeam) | undefined;
  readonly children: ReactNode;
};

/** Polls while mounted. */
export function ApiProvider({ api, perHour, openTeam = loneTab, children }: Props) {
  const client = useQueryClient();
  const asked = useMemo((): Asked => {
    const book = new ReadingBook(client, api);
    return { api, book, poller: new Poller({ client, api, book, team: openTeam(), perHour }) };
  }, [client, api, perHour, openTeam]);
  useEffect(() => asked.poller.start(), [asked]);
  return <AskedContext value={asked}>{children}</AskedContext>;
}

export function useAsked(): Asked {
  const asked = use(AskedContext);
  if (!asked) throw new Error('useAsked needs an ApiProvider above it');
  return asked;
}
