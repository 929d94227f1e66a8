import * as v from 'valibot';
import { id, listOf } from './environment-schemas.ts';
import { optionalField, optionalName } from './fields.ts';
import { jsonObject } from './json-object.ts';

/** The cluster of each environment in a project's overview. */
export const overviewClusters = v.pipe(
  listOf(jsonObject({ id, cluster: optionalField(jsonObject({ id, name: optionalName })) })),
  v.transform((items) =>
    items.flatMap(({ id: environmentId, cluster }) =>
      cluster?.name ? { environmentId, clusterId: cluster.id, clusterName: cluster.name } : [],
    ),
  ),
);
