import * as v from 'valibot';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

/** Absent, null and a wrong type all read as "not said": only ids and states are needed to show a card. */
export const said = <T extends v.GenericSchema>(schema: T) => v.fallback(v.nullish(schema), undefined);

const instant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);

const rawStatus = v.object({
  id: v.string(),
  state: v.string(),
  last_deployment_state: said(v.string()),
  last_deployment_date: said(instant),
  last_deployment_id: said(v.string()),
  total_deployment_duration_in_seconds: said(v.pipe(v.number(), v.finite(), v.minValue(0))),
  origin: said(v.string()),
  triggered_by: said(v.string()),
  deployment_status: said(v.string()),
});

export const environmentStatus = v.pipe(
  rawStatus,
  v.transform(
    (raw): EnvironmentStatus => ({
      id: raw.id.toLowerCase(),
      state: raw.state,
      lastDeploymentState: raw.last_deployment_state ?? raw.state,
      lastDeploymentAt: raw.last_deployment_date ?? undefined,
      lastDeploymentId: raw.last_deployment_id ?? undefined,
      durationSeconds: raw.total_deployment_duration_in_seconds ?? undefined,
      origin: raw.origin ?? undefined,
      triggeredBy: raw.triggered_by ?? undefined,
      configuration: raw.deployment_status ?? undefined,
    }),
  ),
);

/** `results` may be absent from any list, which means that the list is empty. */
const listOf = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.object({ results: v.nullish(v.array(item)) }),
    v.transform(({ results }) => results ?? []),
  );

export const statusList = listOf(environmentStatus);

const id = v.pipe(
  v.string(),
  v.transform((text) => text.toLowerCase()),
);
const reference = v.object({ id });

export const namedList = listOf(v.object({ id, name: v.string() }));

/** A project's overview, read for its statuses alone. A status that names another environment is no reading of either. */
export const overviewStatusList = v.pipe(
  listOf(v.object({ id, deployment_status: said(environmentStatus) })),
  v.transform((items) =>
    items.map(({ id: environmentId, deployment_status }) => ({
      id: environmentId,
      status: deployment_status?.id === environmentId ? deployment_status : undefined,
    })),
  ),
);

export const oneEnvironment = v.object({
  id,
  name: v.string(),
  mode: v.fallback(v.string(), ''),
  organization: reference,
  project: reference,
  cluster_id: said(id),
  cluster_name: said(v.string()),
});

export const environmentList = listOf(oneEnvironment);
