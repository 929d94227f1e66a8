import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useCurrentBoardId } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { useCompletedDirectory, useDirectory } from '#data/directory/use-directory.ts';
import { historyRequestOf } from '#data/history/lazy-history.ts';
import { useSnoozes } from '#data/preferences/snoozes.ts';
import { useSession } from '#data/session.ts';
import type { Board } from '#domain/board/board.ts';
import { boardOf } from '#domain/board/saved-board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import {
  type Pinned,
  type PollSource,
  pinnedEnvironments,
  reusePinned,
  sourcesOf,
} from '#domain/polling/poll-source.ts';
import { type InitialOrder, initialOrderOf, initialRank } from '#domain/view/loading-phase.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { buildEnvironments } from './build-environments.ts';
import { useBatchedSnapshot } from './use-batched-snapshot.ts';

/** Those first whose environments are seen first: of all that nobody has asked about yet, they are asked first. */
function sortSources(initialOrder: InitialOrder, sources: readonly PollSource[]): readonly PollSource[] {
  const placed = sources.map((source) => ({
    source,
    place: source.environmentIds.reduce(
      (least, id) => Math.min(least, initialRank(initialOrder, id)),
      Number.MAX_SAFE_INTEGER,
    ),
  }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ source }) => source);
}

/** The complete list of names lacks new environments, and what the token may not see: a few are asked for by name. */
const MAX_MISSING_NAMES = 10;

type BoardSnapshot = {
  readonly environments: readonly BoardEnvironment[];
  /** Where each stood by what was known when the board, a name or the order was last another. */
  readonly initialOrder: InitialOrder;
};

/** A board's environments with all that we know of them; asks Qovery for as long as the caller is mounted. */
export function useEnvironments(board: Board): BoardSnapshot {
  const { pins, hidden, view, sort, isReversed } = board;
  const asked = useSession();
  const { poller, readings, histories } = asked;
  const { directory: known, isPending, isComplete } = useDirectory(pins.length > 0);
  const isMine = useCurrentBoardId() !== undefined;
  const members = useBatchedSnapshot(readings.members);
  const before = useRef<readonly Pinned[]>([]);
  const pinned = useMemo(() => {
    before.current = reusePinned(before.current, pinnedEnvironments(pins, hidden, { directory: known, members }));
    return before.current;
  }, [pins, hidden, known, members]);
  const missingNames = useMemo(() => {
    const ids = pinned.map(({ id }) => id).filter((id) => !known.has(id));
    if (isPending) return [];
    return isComplete ? ids.slice(0, MAX_MISSING_NAMES) : ids;
  }, [pinned, known, isPending, isComplete]);
  const directory = useCompletedDirectory(known, missingNames);

  const labels = useMemo(() => new Map(pins.map(({ id, label }) => [id, label])), [pins]);
  const snoozes = useSnoozes();
  const shown = useRef<readonly BoardEnvironment[]>([]);
  const snapshot = useMemo(() => {
    let seen: BoardSnapshot | undefined;
    return (): BoardSnapshot => {
      shown.current = buildEnvironments({ pinned, labels, directory, snoozes }, asked, shown.current);
      if (seen?.environments !== shown.current)
        seen = {
          environments: shown.current,
          initialOrder: seen?.initialOrder ?? initialOrderOf(shown.current, sort, isReversed),
        };
      return seen;
    };
  }, [pinned, labels, directory, snoozes, asked, sort, isReversed]);
  const { environments, initialOrder } = useBatchedSnapshot(snapshot);

  const isTurning = view === 'wall' && board.rotateSeconds !== undefined;
  const boards = useBoards();
  /** What the user's own boards pin, where the wall shows them in turn with a board that may be a link's. */
  const ownIds = useMemo(
    () => new Set(isTurning ? boards.flatMap((one) => boardOf(one).pins.map(({ id }) => id)) : []),
    [isTurning, boards],
  );
  const sources = useMemo(() => {
    const projects = pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    const all = sourcesOf(pinned, projects, directory).map((source): PollSource => {
      if (isComplete && source.kind === 'environment' && !directory.has(source.id))
        return { ...source, rank: 'unknown' };
      const isOwn = isMine || ownIds.has(source.id) || source.environmentIds.some((id) => ownIds.has(id));
      return isOwn ? source : { ...source, rank: 'shared' };
    });
    // Of boards in turn the present one's come first as it is.
    return isTurning ? all : sortSources(initialOrder, all);
  }, [pins, pinned, directory, initialOrder, isTurning, isComplete, isMine, ownIds]);
  // Many pins without known projects would be asked one by one: wait for the names, they are a few requests.
  const isReady = !isPending || pins.length < 2;
  // Before the paint, which takes long: what is asked comes meanwhile.
  useLayoutEffect(() => poller.setSources(isReady ? sources : []), [poller, sources, isReady]);
  useEffect(() => poller.setWall(view === 'wall'), [poller, view]);

  // The worst first: theirs are looked at soonest, and the hour may not have room for all.
  useEffect(() => {
    const read = sortEnvironments(environments, 'attention').filter(({ status }) => status !== undefined);
    histories.request(read.map(({ id, status }) => historyRequestOf(id, status)));
  }, [histories, environments]);
  return { environments, initialOrder };
}
