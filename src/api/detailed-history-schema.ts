import * as v from 'valibot';
import type { DeployedService, Deployment } from '#domain/environment/deployment.ts';
import { deploymentFields, inOrder, toDeployment } from './deployment-history-schema.ts';
import { cleanName, optionalField, optionalName, optionalWord, parseInstant } from './fields.ts';
import { jsonObject } from './json-object.ts';
import { readableList } from './readable-list.ts';

const serviceItem = v.fallback(
  v.pipe(
    jsonObject({
      identifier: jsonObject({ service_id: v.string(), name: optionalName }),
      details: optionalField(
        jsonObject({
          commit: optionalField(jsonObject({ git_commit_id: optionalWord, created_at: optionalField(v.string()) })),
          tag: optionalWord,
          repository: optionalField(jsonObject({ chart_version: optionalWord })),
        }),
      ),
    }),
    v.transform(({ identifier, details }): DeployedService | undefined => {
      const commit = cleanName(details?.commit?.git_commit_id);
      const tag = cleanName(details?.tag ?? details?.repository?.chart_version);
      return {
        id: identifier.service_id,
        name: identifier.name ?? '',
        version: commit ?? tag,
        kind: commit !== undefined ? 'commit' : tag !== undefined ? 'tag' : undefined,
        committedAt: commit === undefined ? undefined : parseInstant(details?.commit?.created_at),
      };
    }),
  ),
  undefined,
);

const stages = optionalField(
  v.array(v.fallback(jsonObject({ services: v.nullish(v.array(serviceItem)) }), { services: [undefined] })),
);

/**
 * The services of all stages, each once, and whether some could not be read. A service that is built and deployed is in two
 * stages.
 */
function servicesIn(list: v.InferOutput<typeof stages>): Pick<Deployment, 'services' | 'hasUnreadServices'> {
  const all = (list ?? []).flatMap((stage) => stage.services ?? []);
  const services = all.filter((one) => one !== undefined);
  const versionedLast = services.toSorted((a, b) => Number(a.version !== undefined) - Number(b.version !== undefined));
  const byId = new Map(versionedLast.map((service) => [service.id, service]));
  const inOrderOfStages = [...new Set(services.map(({ id }) => id))].flatMap((id) => byId.get(id) ?? []);
  return {
    services: inOrderOfStages.length === 0 ? undefined : inOrderOfStages,
    ...(services.length < all.length && { hasUnreadServices: true }),
  };
}

/** Parses a history as `deploymentHistory` does, with the services of each deployment and their deployed versions. */
export const detailedHistory = v.pipe(
  jsonObject({
    results: readableList(
      v.pipe(
        jsonObject({ ...deploymentFields, stages }),
        v.transform(({ stages: list, ...one }): Deployment => ({ ...toDeployment(one), ...servicesIn(list) })),
      ),
    ),
  }),
  v.transform(({ results }) => inOrder(results)),
);
