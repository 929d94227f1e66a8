import type { QueryClient } from '@tanstack/react-query';
import { directoryQuery } from '#data/directory/directory-queries.ts';
import { hasDirectory } from '#data/directory/persisted-directory.ts';
import { currentAccess, enterApi } from '#data/tokens/credential-store.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { createConnection } from './connection.ts';

/**
 * Requests the names before the first render: only they show which projects to poll. The promise resolves after the
 * response, and never rejects. Returns undefined when no request is necessary.
 */
export function prefetchDirectory(client: QueryClient, config: AppConfig): Promise<void> | undefined {
  enterApi(config);
  const { api, auth } = config;
  const chosen = currentAccess();
  const credentials = auth === 'token' && chosen?.kind === 'token' ? chosen.credentials : [];
  // Several tokens need one request each, and the demo in the page needs none.
  const isOne = auth === 'token' ? credentials.length === 1 : auth === 'gateway' || api.startsWith('/');
  if (!isOne || !/[?#&]pins=/.test(location.search + location.hash)) return undefined;
  const connection = createConnection(api, credentials[0]);
  return hasDirectory(connection.api) ? undefined : client.prefetchQuery(directoryQuery(connection.api));
}
