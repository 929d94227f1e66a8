import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { InaccessiblePinsNotice } from '#features/tokens/inaccessible-pins-notice.tsx';
import { TokenExpiryNotice } from '#features/tokens/token-expiry-notice.tsx';
import { UnkeptNotice } from '#features/tokens/unkept-notice.tsx';

type Props = { readonly environments: readonly BoardEnvironment[]; readonly onNewToken: () => void };

/** What is to be said of the reader's tokens, short of a refusal. */
export function TokenNotices({ environments, onNewToken }: Props) {
  return (
    <>
      <TokenExpiryNotice onNewToken={onNewToken} />
      <UnkeptNotice />
      <InaccessiblePinsNotice environments={environments} onAdd={onNewToken} />
    </>
  );
}
