import { useState } from 'react';
import { isFragmentLost } from '#browser/handed-fragment.ts';
import { lazyComponent } from '#browser/lazy-component.tsx';
import type { ReceivedBoard } from '#data/boards/use-board.ts';
import type { BoardProblems } from '#data/boards/use-board-problems.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { hasProblems } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { FailureBanner } from '#features/polling/failure-banner.tsx';
import { PART_BOARDS, PART_NOTICE, PART_TOKEN } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';

const SharedBoardBanner = lazyComponent(
  async () => (await import('#features/saved-boards/shared-board-banner.tsx')).SharedBoardBanner,
);
const TeamBoardBanner = lazyComponent(
  async () => (await import('#features/saved-boards/team-board-banner.tsx')).TeamBoardBanner,
);
const UrlProblemsNotice = lazyComponent(async () => (await import('./url-problems-notice.tsx')).UrlProblemsNotice);
const LostFragmentNotice = lazyComponent(async () => (await import('./lost-fragment-notice.tsx')).LostFragmentNotice);
const TokenNotices = lazyComponent(async () => (await import('./token-notices.tsx')).TokenNotices);

type Props = {
  readonly access: AppConfig['auth'];
  readonly found: BoardProblems;
  readonly pins: readonly Pin[];
  readonly received: ReceivedBoard | undefined;
  /** The name of the team board in the address. */
  readonly slug: string | undefined;
  readonly environments: readonly BoardEnvironment[];
  readonly onNewToken: () => void;
};

/** Renders the notices above the board, the most severe first. */
export function BoardNotices({ access, found, pins, received, slug, environments, onNewToken }: Props) {
  // Once fetched, the notice stays mounted, because it decides when to close.
  const [hasReported, setHasReported] = useState(false);
  if (!hasReported && hasProblems(found.problems)) setHasReported(true);
  return (
    <>
      <PartBoundary name={PART_NOTICE}>
        <FailureBanner access={access} onNewToken={onNewToken} />
      </PartBoundary>
      {hasReported && (
        // While it loads, as high as a notice of one line.
        <PartBoundary name={PART_NOTICE} of={found} waiting={<div className="mt-4 h-14.5" />}>
          <UrlProblemsNotice found={found} pins={pins} />
        </PartBoundary>
      )}
      <PartBoundary
        name={PART_BOARDS}
        of={received}
        waiting={received ? <div className="mt-4 h-15 max-sm:h-28" /> : null}
      >
        <SharedBoardBanner received={received} />
      </PartBoundary>
      {isFragmentLost() && (
        <PartBoundary name={PART_NOTICE} waiting={null}>
          <LostFragmentNotice />
        </PartBoundary>
      )}
      {slug !== undefined && (
        <PartBoundary name={PART_BOARDS} of={slug} waiting={null}>
          <TeamBoardBanner slug={slug} />
        </PartBoundary>
      )}
      {access === 'token' && (
        <PartBoundary name={PART_TOKEN} waiting={null}>
          <TokenNotices environments={environments} onNewToken={onNewToken} />
        </PartBoundary>
      )}
    </>
  );
}
