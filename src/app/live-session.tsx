import { type ReactNode, useMemo } from 'react';
import { type Connection, createConnection } from '#data/connection/connection.ts';
import { useMultiToken } from '#data/connection/load-multi-token.ts';
import { SessionProvider } from '#data/connection/session-provider.tsx';
import type { AppConfig } from '#domain/app-config.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { BoardPage } from './board-page.tsx';

/** Polls the connection that `connect` creates, while it is mounted. */
export function ConnectedSession({
  connect,
  children,
}: {
  readonly connect: () => Connection;
  readonly children: ReactNode;
}) {
  const connection = useMemo(connect, [connect]);
  return <SessionProvider {...connection}>{children}</SessionProvider>;
}

type LiveProps = {
  readonly config: AppConfig;
  readonly credentials?: readonly Credential[];
  readonly onForget?: () => void;
};

const NONE: readonly Credential[] = [];

/** Renders a board over HTTP: with the user's tokens, or without a token where the server holds it. */
export function LiveSession({ config, credentials = NONE, onForget }: LiveProps) {
  const multiToken = useMultiToken(credentials.length > 1);
  const connect = useMemo(
    () => () =>
      multiToken?.createMultiTokenConnection(config.api, credentials) ?? createConnection(config.api, credentials[0]),
    [config, credentials, multiToken],
  );
  return (
    <ConnectedSession connect={connect}>
      <BoardPage config={config} onForget={onForget} />
    </ConnectedSession>
  );
}
