import { useMemo } from 'react';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { useClusters } from './use-clusters.ts';

/**
 * Returns the environment's info with its cluster, and requests the cluster if the board has not. The info is undefined
 * until the directory has loaded.
 */
export function useInfoWithCluster(id: string, info: EnvironmentInfo | undefined): EnvironmentInfo | undefined {
  const directory = useMemo(() => new Map(info && [[id, info]]), [id, info]);
  const ids = useMemo(() => [id], [id]);
  return useClusters(directory, ids).get(id);
}
