import * as v from 'valibot';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { nameOrEmpty, optionalField, optionalName, optionalWord } from './fields.ts';
import { jsonObject } from './json-object.ts';

const instant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);

const rawStatus = jsonObject({
  id: v.string(),
  state: v.string(),
  last_deployment_state: optionalWord,
  last_deployment_date: optionalField(instant),
  last_deployment_id: optionalWord,
  total_deployment_duration_in_seconds: optionalField(v.pipe(v.number(), v.finite(), v.minValue(0))),
  origin: optionalWord,
  triggered_by: optionalName,
  deployment_status: optionalWord,
});

/** Parses the status of an environment. The time is in epoch milliseconds, the duration in seconds. */
export const environmentStatus = v.pipe(
  rawStatus,
  v.transform(
    (raw): EnvironmentStatus => ({
      id: raw.id.toLowerCase(),
      state: raw.state,
      lastDeploymentState: raw.last_deployment_state ?? raw.state,
      lastDeploymentAt: raw.last_deployment_date ?? undefined,
      lastDeploymentId: raw.last_deployment_id,
      durationSeconds: raw.total_deployment_duration_in_seconds ?? undefined,
      origin: raw.origin,
      triggeredBy: raw.triggered_by,
      configuration: raw.deployment_status,
    }),
  ),
);

/** `results` may be absent from any list, which means that the list is empty. */
export const listOf = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    jsonObject({ results: v.nullish(v.array(item)) }),
    v.transform(({ results }) => results ?? []),
  );

/** Parses the statuses of a project's environments. */
export const statusList = listOf(environmentStatus);

/** Parses an id, in lower case. */
export const id = v.pipe(
  v.string(),
  v.transform((text) => text.toLowerCase()),
);
const reference = jsonObject({ id });

/** Parses a list of organizations or projects. A missing name is empty. */
export const namedItems = listOf(jsonObject({ id, name: nameOrEmpty }));

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

/** Parses the names and ids of an environment, without its status. */
export const environmentIdentity = jsonObject({
  id,
  name: nameOrEmpty,
  mode: v.fallback(v.string(), ''),
  organization: reference,
  project: reference,
  cluster_id: optionalField(id),
  cluster_name: optionalName,
});

/** Parses the environments of an organization. */
export const environmentList = listOf(environmentIdentity);
