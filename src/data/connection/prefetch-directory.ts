import type { QueryClient } from '@tanstack/react-query';
import { directoryQuery } from '#data/directory/directory-queries.ts';
import { hasDirectory } from '#data/directory/persisted-directory.ts';
import { currentAccess, enterApi } from '#data/tokens/credential-store.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { createConnection } from './connection.ts';

/**
 * Asks for the names before anything is drawn: until they are here, nobody knows which projects to ask about. What is
 * returned ends with the answer, whatever it is; undefined where nothing needs to be asked.
 */
export function prefetchDirectory(client: QueryClient, config: AppConfig): Promise<void> | undefined {
  enterApi(config);
  const { api, auth } = config;
  const chosen = currentAccess();
  const credentials = auth === 'token' && chosen?.kind === 'token' ? chosen.credentials : [];
  // Several tokens are asked each what it may read, and the demo in the page asks nobody.
  const isOne = auth === 'token' ? credentials.length === 1 : auth === 'gateway' || api.startsWith('/');
  if (!isOne || !/[?#&]pins=/.test(location.search + location.hash)) return undefined;
  const connection = createConnection(api, credentials[0]);
  return hasDirectory(connection.api) ? undefined : client.prefetchQuery(directoryQuery(connection.api));
}
