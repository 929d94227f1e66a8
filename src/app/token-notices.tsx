import type { WatchedEnvironment } from '#domain/reading.ts';
import { ExpiryNotice } from '#features/connect/expiry-notice.tsx';
import { UnseenNotice } from '#features/connect/unseen-notice.tsx';

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
