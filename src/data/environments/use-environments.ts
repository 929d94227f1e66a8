import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useCurrentBoardId } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { useClusters } from '#data/directory/use-clusters.ts';
import { useCompletedDirectory, useDirectory } from '#data/directory/use-directory.ts';
import { useSnoozes } from '#data/preferences/snoozes.ts';
import { useSession } from '#data/session.ts';
import { type Board, hasClusters } from '#domain/board/board.ts';
import { boardOf } from '#domain/board/saved-board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { historyRequestOf } from '#domain/environment/deployment-history.ts';
import {
  type Pinned,
  type PollSource,
  pinnedEnvironments,
  reusePinned,
  sourcesOf,
} from '#domain/polling/poll-source.ts';
import { type InitialOrder, initialOrderOf, initialRank } from '#domain/view/loading-phase.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { createEnvironmentBuilder } from './build-environments.ts';
import { useBatchedSnapshot } from './use-batched-snapshot.ts';

/** Orders sources by their topmost environment, so that environments on screen are requested first. */
function sortSources(initialOrder: InitialOrder, sources: readonly PollSource[]): readonly PollSource[] {
  const ranked = sources.map((source) => ({
    source,
    rank: source.environmentIds.reduce(
      (minimum, id) => Math.min(minimum, initialRank(initialOrder, id)),
      Number.MAX_SAFE_INTEGER,
    ),
  }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ source }) => source);
}

/** Limit of single requests for ids that a complete directory lacks: new environments, or ones the token cannot read. */
const MAX_MISSING_NAMES = 10;

type BoardSnapshot = {
  readonly environments: readonly BoardEnvironment[];
  /** The position of each environment when the board, a name or the order last changed. */
  readonly initialOrder: InitialOrder;
};

/** Returns a board's environments with their readings. The session polls them while the caller is mounted. */
export function useEnvironments(board: Board): BoardSnapshot {
  const { pins, hidden, page, view, sort, isReversed } = board;
  const session = useSession();
  const { poller, readings, histories } = session;
  const { directory: fetchedDirectory, isPending, isComplete } = useDirectory(pins.length > 0);
  const isMine = useCurrentBoardId() !== undefined;
  const members = useBatchedSnapshot(readings.members);
  const before = useRef<readonly Pinned[]>([]);
  const pinned = useMemo(() => {
    before.current = reusePinned(
      before.current,
      pinnedEnvironments(pins, hidden, { directory: fetchedDirectory, members }),
    );
    return before.current;
  }, [pins, hidden, fetchedDirectory, members]);
  const missingNames = useMemo(() => {
    const ids = pinned.map(({ id }) => id).filter((id) => !fetchedDirectory.has(id));
    if (isPending) return [];
    return isComplete ? ids.slice(0, MAX_MISSING_NAMES) : ids;
  }, [pinned, fetchedDirectory, isPending, isComplete]);
  const completeDirectory = useCompletedDirectory(fetchedDirectory, missingNames);
  const showsClusters = hasClusters(board);
  const clusterIds = useMemo(() => (showsClusters ? pinned.map(({ id }) => id) : []), [showsClusters, pinned]);
  const directory = useClusters(completeDirectory, clusterIds);

  const labels = useMemo(() => new Map(pins.map(({ id, label }) => [id, label])), [pins]);
  const snoozes = useSnoozes();
  const [{ build, changesAt }] = useState(createEnvironmentBuilder);
  const snapshot = useMemo(() => {
    let previous: BoardSnapshot | undefined;
    return (): BoardSnapshot => {
      const built = build({ pinned, labels, directory, snoozes }, session);
      if (previous?.environments !== built)
        previous = {
          environments: built,
          initialOrder: previous?.initialOrder ?? initialOrderOf(built, sort, isReversed),
        };
      return previous;
    };
  }, [build, pinned, labels, directory, snoozes, session, sort, isReversed]);
  const { environments, initialOrder } = useBatchedSnapshot(snapshot, changesAt);

  const isRotating = view === 'wall' && board.rotateSeconds !== undefined;
  const boards = useBoards();
  /** The ids that the user's own boards pin, for a wall that rotates them with a board opened from a link. */
  const ownIds = useMemo(
    () => new Set(isRotating ? boards.flatMap((saved) => boardOf(saved).pins.map(({ id }) => id)) : []),
    [isRotating, boards],
  );
  const sources = useMemo(() => {
    const projects = pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    const all = sourcesOf(pinned, projects, directory).map((source): PollSource => {
      if (isComplete && source.kind === 'environment' && !directory.has(source.id))
        return { ...source, rank: 'unknown' };
      const isOwn = isMine || ownIds.has(source.id) || source.environmentIds.some((id) => ownIds.has(id));
      return isOwn ? source : { ...source, rank: 'shared' };
    });
    // On a rotating wall the current board's sources are already first.
    return isRotating ? all : sortSources(initialOrder, all);
  }, [pins, pinned, directory, initialOrder, isRotating, isComplete, isMine, ownIds]);
  // Without names, each pin would cost one request; the names cost a few, so polling waits for them.
  const isReady = !isPending || pins.length < 2;
  // A layout effect runs before the slow paint, so the requests are in flight meanwhile.
  useLayoutEffect(() => poller.setSources(isReady ? sources : []), [poller, sources, isReady]);
  useEffect(() => poller.setWall(view === 'wall'), [poller, view]);

  // The worst environments come first: the user reads them first, and the hourly budget may not cover all.
  useEffect(() => {
    const withStatus = sortEnvironments(environments, 'attention').filter(({ status }) => status !== undefined);
    const isOffScreen = page !== 'board';
    histories.request(withStatus.map(({ id, status }) => ({ ...historyRequestOf(id, status), isOffScreen })));
  }, [histories, environments, page]);
  return { environments, initialOrder };
}
