import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useCurrentBoardId } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { useDirectory, useNames } from '#data/directory/use-directory.ts';
import { wantedOf } from '#data/history/lazy-history.ts';
import { useSnoozes } from '#data/preferences/snoozes.ts';
import { useSession } from '#data/session.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import { boardOf } from '#domain/board/saved-board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { keepPinned, type Pinned, pinnedEnvironments, type Source, sourcesOf } from '#domain/polling/poll-source.ts';
import { type Places, placeIn, placesIn } from '#domain/view/loading-phase.ts';
import { sorted } from '#domain/view/sort.ts';
import { watch } from './build-environments.ts';
import { useGathered } from './use-batched-snapshot.ts';

/** Those first whose environments are seen first: of all that nobody has asked about yet, they are asked first. */
function inOrderOf(places: Places, sources: readonly Source[]): readonly Source[] {
  const placed = sources.map((source) => ({
    source,
    place: source.environmentIds.reduce((least, id) => Math.min(least, placeIn(places, id)), Number.MAX_SAFE_INTEGER),
  }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ source }) => source);
}

/** The complete list of names lacks new environments, and what the token may not see: a few are asked for by name. */
const MAX_STRANGERS = 10;

type Watched = {
  readonly watched: readonly WatchedEnvironment[];
  /** Where each stood by what was known when the board, a name or the order was last another. */
  readonly places: Places;
};

/** A board's environments with all that we know of them; asks Qovery for as long as the caller is mounted. */
export function useWatched(board: BoardAddress): Watched {
  const { pins, hidden, view, sort, isReversed } = board;
  const asked = useSession();
  const { poller, book, histories } = asked;
  const { directory: known, isPending, isComplete } = useNames(pins.length > 0);
  const isMine = useCurrentBoardId() !== undefined;
  const members = useGathered(book.members);
  const before = useRef<readonly Pinned[]>([]);
  const pinned = useMemo(() => {
    before.current = keepPinned(before.current, pinnedEnvironments(pins, hidden, { directory: known, members }));
    return before.current;
  }, [pins, hidden, known, members]);
  const lacking = useMemo(() => {
    const ids = pinned.map(({ id }) => id).filter((id) => !known.has(id));
    if (isPending) return [];
    return isComplete ? ids.slice(0, MAX_STRANGERS) : ids;
  }, [pinned, known, isPending, isComplete]);
  const directory = useDirectory(known, lacking);

  const labels = useMemo(() => new Map(pins.map(({ id, label }) => [id, label])), [pins]);
  const snoozes = useSnoozes();
  const shown = useRef<readonly WatchedEnvironment[]>([]);
  const look = useMemo(() => {
    let seen: Watched | undefined;
    return (): Watched => {
      shown.current = watch({ pinned, labels, directory, snoozes }, asked, shown.current);
      if (seen?.watched !== shown.current)
        seen = { watched: shown.current, places: seen?.places ?? placesIn(shown.current, sort, isReversed) };
      return seen;
    };
  }, [pinned, labels, directory, snoozes, asked, sort, isReversed]);
  const { watched, places } = useGathered(look);

  const isTurning = view === 'wall' && board.rotateSeconds !== undefined;
  const boards = useBoards();
  /** What the user's own boards pin, where the wall shows them in turn with a board that may be a link's. */
  const ownIds = useMemo(
    () => new Set(isTurning ? boards.flatMap((one) => boardOf(one).pins.map(({ id }) => id)) : []),
    [isTurning, boards],
  );
  const sources = useMemo(() => {
    const projects = pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    const all = sourcesOf(pinned, projects, directory).map((source): Source => {
      if (isComplete && source.kind === 'environment' && !directory.has(source.id))
        return { ...source, rank: 'unknown' };
      const isOwn = isMine || ownIds.has(source.id) || source.environmentIds.some((id) => ownIds.has(id));
      return isOwn ? source : { ...source, rank: 'shared' };
    });
    // Of boards in turn the present one's come first as it is.
    return isTurning ? all : inOrderOf(places, all);
  }, [pins, pinned, directory, places, isTurning, isComplete, isMine, ownIds]);
  // Many pins without known projects would be asked one by one: wait for the names, they are a few requests.
  const isReady = !isPending || pins.length < 2;
  // Before the paint, which takes long: what is asked comes meanwhile.
  useLayoutEffect(() => poller.watch(isReady ? sources : []), [poller, sources, isReady]);
  useEffect(() => poller.setWall(view === 'wall'), [poller, view]);

  // The worst first: theirs are looked at soonest, and the hour may not have room for all.
  useEffect(() => {
    const read = sorted(watched, 'attention').filter(({ status }) => status !== undefined);
    histories.want(read.map(({ id, status }) => wantedOf(id, status)));
  }, [histories, watched]);
  return { watched, places };
}
