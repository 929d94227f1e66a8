import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { InaccessiblePinsNotice } from '#features/tokens/inaccessible-pins-notice.tsx';
import { TokenExpiryNotice } from '#features/tokens/token-expiry-notice.tsx';
import { UnkeptNotice } from '#features/tokens/unkept-notice.tsx';

type Props = { readonly environments: readonly BoardEnvironment[]; readonly onNewToken: () => void };

/** Renders the notices about the user's tokens, except a refusal, which the failure banner reports. */
export function TokenNotices({ environments, onNewToken }: Props) {
  return (
    <>
      <TokenExpiryNotice onNewToken={onNewToken} />
      <UnkeptNotice />
      <InaccessiblePinsNotice environments={environments} onAdd={onNewToken} />
    </>
  );
}
