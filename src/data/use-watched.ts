import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { sorted } from '#domain/attention.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import type { Wanted } from '#domain/history.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { pinnedEnvironments, sourcesOf } from '#domain/source.ts';
import { isInProgress } from '#domain/tone.ts';
import { useAsked } from './api-context.tsx';
import { useSnoozes } from './snoozes.ts';
import { useDirectory, useNames } from './use-directory.ts';
import { useGathered } from './use-gathered.ts';
import { watch } from './watch.ts';

const wantedOf = ({ id, status, tone }: WatchedEnvironment): Wanted => ({
  id,
  deploymentId: status?.lastDeploymentId,
  isFinished: !isInProgress(tone),
});

/** A board's environments with all that we know of them; asks Qovery for as long as the caller is mounted. */
export function useWatched({ pins, hidden, view }: BoardAddress): readonly WatchedEnvironment[] {
  const asked = useAsked();
  const { poller, book, histories } = asked;
  const { directory: known, isPending } = useNames(pins.length > 0);
  const members = useGathered(book.members);
  const pinned = useMemo(
    () => pinnedEnvironments(pins, hidden, { directory: known, members }),
    [pins, hidden, known, members],
  );
  const lacking = useMemo(
    () => (isPending ? [] : pinned.map(({ id }) => id).filter((id) => !known.has(id))),
    [pinned, known, isPending],
  );
  const directory = useDirectory(known, lacking);

  const sources = useMemo(() => {
    const projects = pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    return sourcesOf(pinned, projects, directory);
  }, [pins, pinned, directory]);
  // Many pins without known projects would be asked one by one: wait for the names, they are a few requests.
  const isReady = !isPending || pins.length < 2;
  // Before the paint, which takes long: what is asked comes meanwhile.
  useLayoutEffect(() => poller.watch(isReady ? sources : []), [poller, sources, isReady]);
  useEffect(() => poller.setWall(view === 'wall'), [poller, view]);

  const labels = useMemo(() => new Map(pins.map(({ id, label }) => [id, label])), [pins]);
  const snoozes = useSnoozes();
  const shown = useRef<readonly WatchedEnvironment[]>([]);
  const look = useCallback(() => {
    shown.current = watch({ pinned, labels, directory, snoozes }, asked, shown.current);
    return shown.current;
  }, [pinned, labels, directory, snoozes, asked]);
  const watched = useGathered(look);
  // The worst first: theirs are looked at soonest, and the hour may not have room for all.
  useEffect(() => {
    const read = sorted(watched, 'attention').filter(({ status }) => status !== undefined);
    histories.want(read.map(wantedOf));
  }, [histories, watched]);
  return watched;
}
