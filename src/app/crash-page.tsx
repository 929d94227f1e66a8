import { useEffect } from 'react';
import { pageAddress, withoutCredentials } from '#browser/page-address.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import {
  CRASH_TITLE,
  EMPTY_BOARD_NAME,
  NOTHING_LOST,
  OPEN_EMPTY,
  RELOAD_PAGE,
  UNKNOWN_ERROR,
  versionText,
} from '#messages/errors.ts';
import { Button } from '#ui/button.tsx';
import { MessagePage } from '#ui/message-page.tsx';

/**
 * The address of an unsaved board. Its name makes it a board, so that no saved board opens by itself and crashes again.
 */
const emptyBoard = (): string =>
  `${pageAddress()}${boardLocation({ ...DEFAULT_BOARD, name: EMPTY_BOARD_NAME }).search}`;

/** Time until the page renders again by itself: an unattended screen has no user to press the button. */
const RETRY_MS = 60_000;

type Props = { readonly error: unknown; readonly onRetry?: () => void };

/** Renders the error and the ways back. It shows none of the data that this browser stores. */
export function CrashPage({ error, onRetry }: Props) {
  useEffect(() => {
    const timer = onRetry && setTimeout(onRetry, RETRY_MS);
    return () => clearTimeout(timer);
  }, [onRetry]);
  return (
    <MessagePage title={CRASH_TITLE}>
      <p className="mb-4">{`${error instanceof Error ? withoutCredentials(error.message) : UNKNOWN_ERROR} ${NOTHING_LOST}`}</p>
      <p className="flex flex-wrap items-center gap-4">
        <Button variant="primary" onClick={() => location.reload()}>
          {RELOAD_PAGE}
        </Button>
        <a href={emptyBoard()} className="underline">
          {OPEN_EMPTY}
        </a>
      </p>
      <p translate="no" className="mt-6 text-[13px] text-mute">
        {versionText(import.meta.env.VERSION)}
      </p>
    </MessagePage>
  );
}
