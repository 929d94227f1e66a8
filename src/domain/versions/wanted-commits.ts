import type { Matrix } from './version-matrix.ts';

/** A service whose list of commits is wanted, and the commits that the list should hold. */
export type WantedCommits = {
  readonly serviceId: string;
  readonly kind: string;
  readonly commitIds: readonly string[];
};

/**
 * Returns the lists of commits that would show the order of differing commits: one for each row, of the service in its
 * first environment, because the branch there is usually the furthest.
 */
export const wantedCommits = (matrices: readonly Matrix[]): readonly WantedCommits[] =>
  matrices.flatMap(({ rows }) =>
    rows.flatMap(({ kind, cells }) => {
      const running = cells.flatMap((cell) => (cell.kind === 'service' ? [cell.running] : []));
      const commitIds = [
        ...new Set(
          running.flatMap(({ deployed, service: { source } }) =>
            source?.kind === 'git' && deployed?.kind === 'commit' ? [deployed.text] : [],
          ),
        ),
      ];
      const [first] = running;
      return first && commitIds.length > 1 ? [{ serviceId: first.service.id, kind, commitIds }] : [];
    }),
  );
