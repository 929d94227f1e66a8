import { useMemo } from 'react';
import { useCommitRequests, useVersions } from '#data/versions/use-versions.ts';
import type { Board } from '#domain/board/board.ts';
import { type BoardEnvironment, isUnknown } from '#domain/environment/board-environment.ts';
import type { SpareWait } from '#domain/polling/spare-wait.ts';
import { defaultPair, type ModePair, modesOf, pairColumns, pairsFirst } from '#domain/versions/mode-pair.ts';
import type { Commit } from '#domain/versions/service-version.ts';
import { NO_ANSWER } from '#domain/versions/version-answer.ts';
import { isPreview, versionColumns } from '#domain/versions/version-columns.ts';
import { filterMatrices } from '#domain/versions/version-filter.ts';
import { type Matrix, versionMatrix } from '#domain/versions/version-matrix.ts';
import { chosenOptions } from '#domain/versions/version-options.ts';
import { summarizeVersions, type VersionSummary } from '#domain/versions/version-summary.ts';
import { wantedCommits } from '#domain/versions/wanted-commits.ts';

const NO_COMMITS: readonly Commit[] = [];

export type Matrices = {
  /** The matrices with the rows that pass the filter. */
  readonly matrices: readonly Matrix[];
  readonly summary: VersionSummary;
  /** The modes to choose from, and the chosen pair on a narrow screen. */
  readonly modes: readonly string[];
  readonly pair: ModePair | undefined;
  /** Number of environments, of those with an answer, and of those without an answer and without a failure. */
  readonly environments: number;
  readonly loaded: number;
  readonly waiting: number;
  readonly previews: number;
  /** Returns why the due requests are not sent at a time. */
  readonly waitAt: (now: number) => SpareWait;
  readonly commitsOf: (serviceIds: readonly string[]) => readonly Commit[];
  readonly retry: (id: string) => void;
};

/** Builds the matrices of the board's projects, and requests the missing versions. */
export function useMatrices(
  board: Board,
  shown: readonly BoardEnvironment[],
  { pair, isNarrow }: { readonly pair: ModePair | undefined; readonly isNarrow: boolean },
): Matrices {
  const { versions: options, query } = board;
  const { compareWith, rowOrder, hasPreviews } = chosenOptions(options);
  const allColumns = useMemo(() => versionColumns(shown, hasPreviews), [shown, hasPreviews]);
  const modes = useMemo(() => modesOf([...allColumns.values()].flat()), [allColumns]);
  const chosen = pair ?? (isNarrow ? defaultPair(modes) : undefined);
  const [left, right] = chosen ?? [];
  const columns = useMemo(
    () =>
      left === undefined || right === undefined
        ? allColumns
        : new Map([...allColumns].map(([id, members]) => [id, pairColumns(members, [left, right])])),
    [allColumns, left, right],
  );
  const environments = useMemo(() => [...columns.values()].flat(), [columns]);
  const { answers, commits, waitAt, retry } = useVersions(environments);
  const commitsOf = useMemo(
    () => (ids: readonly string[]) => ids.map((id) => commits.get(id)?.commits).find((list) => list) ?? NO_COMMITS,
    [commits],
  );
  const all = useMemo(
    () =>
      [...columns.values()]
        .filter(({ length }) => length > 0)
        .map((members) =>
          versionMatrix(
            members.map((environment) => ({ environment, answer: answers.get(environment.id) ?? NO_ANSWER })),
            { compareWith, order: rowOrder, commitsOf },
          ),
        ),
    [columns, answers, commitsOf, compareWith, rowOrder],
  );
  useCommitRequests(useMemo(() => wantedCommits(all), [all]));
  const matrices = useMemo(() => {
    const filtered = filterMatrices(all, query);
    return isNarrow ? pairsFirst(filtered) : filtered;
  }, [all, query, isNarrow]);
  const summary = useMemo(
    () => summarizeVersions(matrices, left !== undefined && right !== undefined ? [left, right] : undefined),
    [matrices, left, right],
  );
  const waiting = environments.filter((environment) => {
    const answer = answers.get(environment.id);
    return answer?.services === undefined && answer?.failure === undefined && !isUnknown(environment);
  });
  return {
    matrices,
    modes,
    pair: chosen,
    summary,
    environments: environments.length,
    loaded: environments.filter(({ id }) => answers.get(id)?.services).length,
    waiting: waiting.length,
    previews: shown.filter(isPreview).length,
    waitAt,
    commitsOf,
    retry,
  };
}
