import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import type { ApiClient } from '#api/client.ts';
import { Poller } from './poller.ts';

type Asked = { readonly api: ApiClient; readonly poller: Poller };

const AskedContext = createContext<Asked | undefined>(undefined);

/** What is asked, and the one thing that polls it. Polls while mounted. */
export function ApiProvider({
  api,
  perHour,
  children,
}: {
  readonly api: ApiClient;
  readonly perHour: () => number;
  readonly children: ReactNode;
}) {
  const client = useQueryClient();
  const asked = useMemo(() => ({ api, poller: new Poller(client, api, perHour) }), [client, api, perHour]);
  useEffect(() => asked.poller.start(), [asked]);
  return <AskedContext value={asked}>{children}</AskedContext>;
}

export function useAsked(): Asked {
  const asked = use(AskedContext);
  if (!asked) throw new Error('useAsked needs an ApiProvider above it');
  return asked;
}
