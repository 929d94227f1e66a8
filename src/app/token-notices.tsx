import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { UnseenNotice } from '#features/tokens/inaccessible-pins-notice.tsx';
import { ExpiryNotice } from '#features/tokens/token-expiry-notice.tsx';

type Props = { readonly watched: readonly WatchedEnvironment[]; readonly onNewToken: () => void };

/** What is to be said of the reader's tokens, short of a refusal. */
export function TokenNotices({ watched, onNewToken }: Props) {
  return (
    <>
      <ExpiryNotice onNewToken={onNewToken} />
      <UnseenNotice watched={watched} onAdd={onNewToken} />
    </>
  );
}
