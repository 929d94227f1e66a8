import * as v from 'valibot';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { jsonObject } from './json-object.ts';

/** A field that becomes undefined when it is absent, null or of another type. A card needs only an id and a state. */
export const optionalField = <T extends v.GenericSchema>(schema: T) => v.fallback(v.nullish(schema), undefined);

const instant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);

const rawStatus = jsonObject({
  id: v.string(),
  state: v.string(),
  last_deployment_state: optionalField(v.string()),
  last_deployment_date: optionalField(instant),
  last_deployment_id: optionalField(v.string()),
  total_deployment_duration_in_seconds: optionalField(v.pipe(v.number(), v.finite(), v.minValue(0))),
  origin: optionalField(v.string()),
  triggered_by: optionalField(v.string()),
  deployment_status: optionalField(v.string()),
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
    jsonObject({ results: v.nullish(v.array(item)) }),
    v.transform(({ results }) => results ?? []),
  );

export const statusList = listOf(environmentStatus);

const id = v.pipe(
  v.string(),
  v.transform((text) => text.toLowerCase()),
);
const reference = jsonObject({ id });

export const namedItems = listOf(jsonObject({ id, name: v.string() }));

/** A project's overview, read for its statuses alone. A status that names another environment is no reading of either. */
export const overviewStatusList = v.pipe(
  listOf(jsonObject({ id, deployment_status: optionalField(environmentStatus) })),
  v.transform((items) =>
    items.map(({ id: environmentId, deployment_status }) => ({
      id: environmentId,
      status: deployment_status?.id === environmentId ? deployment_status : undefined,
    })),
  ),
);

export const environmentIdentity = jsonObject({
  id,
  name: v.string(),
  mode: v.fallback(v.string(), ''),
  organization: reference,
  project: reference,
  cluster_id: optionalField(id),
  cluster_name: optionalField(v.string()),
});

export const environmentList = listOf(environmentIdentity);
