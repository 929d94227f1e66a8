import { Suspense } from 'react';
import { lazyPart } from '#data/lazy-part.tsx';
import type { ReceivedBoard } from '#data/use-my-board.ts';
import type { AddressProblems } from '#domain/board-address.ts';
import type { AppConfig } from '#domain/config.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { TroubleBanner } from '#features/polling/trouble-banner.tsx';
import { AddressNotice } from './address-notice.tsx';

const SharedBoardBanner = lazyPart(
  async () => (await import('#features/boards/shared-board-banner.tsx')).SharedBoardBanner,
);
const TokenNotices = lazyPart(async () => (await import('./token-notices.tsx')).TokenNotices);

type Props = {
  readonly access: AppConfig['auth'];
  readonly problems: AddressProblems;
  readonly received: ReceivedBoard | undefined;
  readonly watched: readonly WatchedEnvironment[];
  readonly onNewToken: () => void;
};

/** What is to be said before the board itself, the worst first. */
export function BoardNotices({ access, problems, received, watched, onNewToken }: Props) {
  return (
    <>
      <TroubleBanner access={access} onNewToken={onNewToken} />
      <AddressNotice problems={problems} />
      <Suspense fallback={received && <div className="mt-4 h-15 max-sm:h-28" />}>
        <SharedBoardBanner received={received} />
      </Suspense>
      <Suspense>{access === 'token' && <TokenNotices watched={watched} onNewToken={onNewToken} />}</Suspense>
    </>
  );
}
