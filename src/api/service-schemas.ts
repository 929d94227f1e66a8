import * as v from 'valibot';
import type { ServiceName, ServiceStatus } from '#domain/environment/service.ts';
import { optionalField, optionalName, optionalWord, parseInstant } from './fields.ts';
import { jsonObject, jsonObjectWithRest } from './json-object.ts';
import { partialList, readableList } from './readable-list.ts';

const KIND_OF_LIST: Readonly<Record<string, string>> = {
  applications: 'APPLICATION',
  containers: 'CONTAINER',
  jobs: 'JOB',
  databases: 'DATABASE',
  helms: 'HELM',
  terraforms: 'TERRAFORM',
  agentic_workflows: 'AGENTIC_WORKFLOW',
};

const step = jsonObject({ step_name: optionalWord, status: optionalWord });
const steps = optionalField(jsonObject({ details: optionalField(v.array(step)) }));
const details = optionalField(jsonObject({ sub_action: optionalWord }));
/** The value of `sub_action` for none. */
const NO_SUB_ACTION = 'NONE';

const STATUS_ENTRIES = {
  id: v.string(),
  state: optionalField(v.string()),
  last_deployment_date: optionalField(v.string()),
  service_deployment_status: optionalWord,
  execution_id: optionalWord,
  steps,
  status_details: details,
};
const rawStatus = jsonObject(STATUS_ENTRIES);

/** A list of statuses, or an empty list for any other value: unknown fields must not make the answer invalid. */
const ifStatuses = v.pipe(
  v.unknown(),
  v.transform((value) => {
    const result = v.safeParse(v.array(jsonObject({ ...STATUS_ENTRIES, state: v.string() })), value);
    return result.success ? result.output : [];
  }),
);

const environment = v.fallback(
  v.nullish(
    jsonObject({
      id: v.pipe(
        v.string(),
        v.transform((text) => text.toLowerCase()),
      ),
    }),
  ),
  undefined,
);

/**
 * The statuses of an environment's services, the number of those that could not be read, and the environment's id when the
 * answer contains it.
 *
 * Qovery sends one list for each kind of service. Unreadable statuses are left out: the state of the service is then not
 * known. A list of an unknown kind counts when each item has an id and a state.
 */
export const serviceStatuses = v.pipe(
  jsonObjectWithRest(
    {
      environment,
      applications: partialList(rawStatus),
      containers: partialList(rawStatus),
      jobs: partialList(rawStatus),
      databases: partialList(rawStatus),
      helms: partialList(rawStatus),
      terraforms: partialList(rawStatus),
      agentic_workflows: partialList(rawStatus),
    },
    ifStatuses,
  ),
  v.transform(({ environment: named, ...lists }) => ({
    environmentId: named?.id,
    unread: Object.values(lists).reduce((sum, list) => sum + ('unread' in list ? list.unread : 0), 0),
    services: Object.entries(lists).flatMap(([list, statuses]) =>
      ('items' in statuses ? statuses.items : statuses).map(
        (status): ServiceStatus => ({
          id: status.id.toLowerCase(),
          kind: KIND_OF_LIST[list] ?? list,
          state: status.state ?? undefined,
          lastDeployedAt: parseInstant(status.last_deployment_date),
          configuration: status.service_deployment_status,
          executionId: status.execution_id,
          failedStep: status.steps?.details?.find((one) => one.status === 'ERROR')?.step_name,
          subAction:
            status.status_details?.sub_action === NO_SUB_ACTION ? undefined : status.status_details?.sub_action,
        }),
      ),
    ),
  })),
  v.check(({ services, unread }) => unread === 0 || services.length > 0),
);

/** Parses the ids, names and kinds of an environment's services, and the number of services that could not be read. */
export const serviceNames = v.pipe(
  jsonObject({
    results: readableList(jsonObject({ id: v.string(), name: optionalName, service_type: optionalWord })),
  }),
  v.transform(({ results: { items, unread } }) => ({
    services: items.map(
      ({ id, name, service_type }): ServiceName => ({ id: id.toLowerCase(), name, kind: service_type }),
    ),
    unread,
  })),
);
