import { useEffect } from 'react';
import { fetchInTime } from '#browser/fetch-in-time.ts';
import { pageAddress } from '#browser/page-address.ts';
import { reloadForSignOn } from '#browser/reload-after-deploy.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { isSignedOut, type PollingState } from '#domain/polling/polling-state.ts';

/** Milliseconds within which a self-renewing sign-on completes. */
const MAX_WAIT_MS = 120_000;
const CHECK_MS = 30_000;

/** True when the server ended the user's session, or when every source is answered by a sign-on page. */
const needsReload = (polling: PollingState): boolean =>
  isSignedOut(polling) ||
  (polling.sources.length > 0 &&
    polling.sources.every(({ key }) => polling.health.get(key)?.failure?.kind === 'signOn'));

/** True when the server, or a sign-on before it, answers. Without an answer a reload would replace the wall by an error page. */
async function isAnswering(): Promise<boolean> {
  try {
    const { status } = await fetchInTime(pageAddress(), { cache: 'no-store', redirect: 'manual' });
    return status < 500;
  } catch {
    return false;
  }
}

async function reloadWhenAnswering(): Promise<void> {
  if (await isAnswering()) reloadForSignOn();
}

/** Reloads a wall when only a page load can renew its sign-on. */
export function useSignOnReload(): void {
  const isOut = usePollingSelector(needsReload);
  useEffect(() => {
    if (!isOut) return;
    let checking: ReturnType<typeof setInterval> | undefined;
    const first = setTimeout(() => {
      void reloadWhenAnswering();
      checking = setInterval(() => void reloadWhenAnswering(), CHECK_MS);
    }, MAX_WAIT_MS);
    return () => {
      clearTimeout(first);
      clearInterval(checking);
    };
  }, [isOut]);
}
