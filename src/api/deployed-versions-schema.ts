import * as v from 'valibot';
import { toneOf } from '#domain/environment/tone.ts';
import { type Version, versionOfTag } from '#domain/versions/version.ts';
import { optionalField, optionalName, optionalWord } from './fields.ts';
import { jsonObject } from './json-object.ts';
import { readableList } from './readable-list.ts';

const service = jsonObject({
  identifier: optionalField(jsonObject({ service_id: optionalWord })),
  status: optionalWord,
  details: optionalField(
    jsonObject({
      tag: optionalName,
      repository: optionalField(jsonObject({ chart_version: optionalName })),
    }),
  ),
});

const item = jsonObject({
  trigger_action: optionalWord,
  stages: optionalField(readableList(jsonObject({ services: optionalField(readableList(service)) }))),
});

/** Actions that deploy the configured version. A restart runs the deployed one again. */
const DEPLOY = 'DEPLOY';

type Item = v.InferOutput<typeof item>;

/** The services of one deployment, and true when some of them could not be read. */
function servicesIn({ stages }: Item) {
  const all = stages?.items ?? [];
  return {
    services: all.flatMap((stage) => stage.services?.items ?? []),
    hasGap: (stages?.unread ?? 0) > 0 || all.some((stage) => (stage.services?.unread ?? 0) > 0),
  };
}

/**
 * The tag or chart version of each service's newest successful deployment, by service id. Services whose deployments are
 * not on the page, or that have no tag, are left out, and so are those whose newest deployment may be one that could not be
 * read: an older one would name a version that no longer runs.
 */
export const deployedVersions = v.pipe(
  jsonObject({ results: readableList(item) }),
  v.transform(({ results }): ReadonlyMap<string, Version> => {
    const deployed = new Map<string, Version>();
    // Qovery sends the newest deployment first.
    for (const one of results.list) {
      if (!one?.trigger_action) break;
      if (one.trigger_action !== DEPLOY) continue;
      const { services, hasGap } = servicesIn(one);
      for (const { identifier, status, details } of services) {
        const id = identifier?.service_id?.toLowerCase();
        const version = versionOfTag(details?.tag ?? details?.repository?.chart_version);
        if (id !== undefined && version && toneOf(status) === 'ok' && !deployed.has(id)) deployed.set(id, version);
      }
      if (hasGap) break;
    }
    return deployed;
  }),
);
