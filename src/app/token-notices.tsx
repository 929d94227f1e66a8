import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { UnseenNotice } from '#features/tokens/inaccessible-pins-notice.tsx';
import { ExpiryNotice } from '#features/tokens/token-expiry-notice.tsx';
import { UnkeptNotice } from '#features/tokens/unkept-notice.tsx';

type Props = { readonly watched: readonly WatchedEnvironment[]; readonly onNewToken: () => void };

/** What is to be said of the reader's tokens, short of a refusal. */
export function TokenNotices({ watched, onNewToken }: Props) {
  return (
    <>
      <ExpiryNotice onNewToken={onNewToken} />
      <UnkeptNotice />
      <UnseenNotice watched={watched} onAdd={onNewToken} />
    </>
  );
}
