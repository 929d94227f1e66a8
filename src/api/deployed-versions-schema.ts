import * as v from 'valibot';
import { toneOf } from '#domain/environment/tone.ts';
import { type Version, versionOfTag } from '#domain/versions/version.ts';
import { optionalName, optionalWord } from './fields.ts';
import { jsonObject } from './json-object.ts';
import { listWithGaps } from './readable-list.ts';

const service = jsonObject({
  identifier: jsonObject({ service_id: v.string() }),
  status: v.string(),
  details: v.nullish(
    jsonObject({ tag: optionalName, repository: v.nullish(jsonObject({ chart_version: optionalName })) }),
  ),
});

const deployment = jsonObject({
  trigger_action: optionalWord,
  stages: listWithGaps(jsonObject({ services: listWithGaps(service) })),
});

/** Actions that deploy the configured version. A restart runs the deployed one again. */
const DEPLOY = 'DEPLOY';

/**
 * Returns the version of each service that a deployment deployed with success: undefined where it has neither tag nor chart
 * version. A service that is built and deployed is in two stages.
 */
function versionsIn(services: readonly (v.InferOutput<typeof service> | null | undefined)[]) {
  const versions = new Map<string, Version | undefined>();
  for (const one of services) {
    if (!one || toneOf(one.status) !== 'ok') continue;
    const id = one.identifier.service_id.toLowerCase();
    versions.set(id, versionOfTag(one.details?.tag ?? one.details?.repository?.chart_version) ?? versions.get(id));
  }
  return versions;
}

/**
 * The tag or chart version of each service's newest successful deployment, by service id. Services whose deployments are
 * not on the page, or that have no tag, are left out, and so are those whose newest deployment may be one that could not be
 * read: an older one would name a version that no longer runs.
 */
export const deployedVersions = v.pipe(
  jsonObject({ results: listWithGaps(deployment) }),
  v.check(({ results }) => results.length === 0 || results.some((one) => one != null)),
  v.transform(({ results }): ReadonlyMap<string, Version> => {
    const newest = new Map<string, Version | undefined>();
    // Qovery sends the newest deployment first.
    for (const one of results) {
      if (!one?.trigger_action) break;
      if (one.trigger_action !== DEPLOY) continue;
      const services = one.stages.flatMap((stage) => stage?.services ?? [undefined]);
      for (const [id, version] of versionsIn(services)) if (!newest.has(id)) newest.set(id, version);
      if (services.some((read) => read == null)) break;
    }
    return new Map([...newest].flatMap(([id, version]) => (version ? [[id, version]] : [])));
  }),
);
