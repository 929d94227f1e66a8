import { useEffect } from 'react';
import { LazyFile } from '#browser/lazy-component.tsx';

const watcher = new LazyFile(() => import('./load-team-boards.ts'));

/** Loads the team boards, and loads their file again at intervals, while the page shows a team board. */
export function useTeamBoardsFile(slug: string | undefined): void {
  const isShown = slug !== undefined;
  useEffect(() => {
    if (!isShown) return;
    let stop: (() => void) | undefined;
    let hasEnded = false;
    // A file that cannot be fetched is requested again by `LazyFile`.
    watcher.load().catch(() => {});
    void watcher.whenLoaded.then(({ watchTeamBoards }) => {
      if (!hasEnded) stop = watchTeamBoards();
    });
    return () => {
      hasEnded = true;
      stop?.();
    };
  }, [isShown]);
}
