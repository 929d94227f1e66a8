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

/**
 * The tag or chart version of each service's newest successful deployment, by service id. Services whose deployments are
 * not on the page, or that have no tag, are left out.
 */
export const deployedVersions = v.pipe(
  jsonObject({ results: readableList(item) }),
  v.transform(({ results }): ReadonlyMap<string, Version> => {
    const deployed = new Map<string, Version>();
    const services = results.items
      .filter(({ trigger_action }) => trigger_action === DEPLOY)
      .flatMap(({ stages }) => (stages?.items ?? []).flatMap((stage) => stage.services?.items ?? []));
    // Qovery sends the newest deployment first.
    for (const { identifier, status, details } of services) {
      const id = identifier?.service_id?.toLowerCase();
      const version = versionOfTag(details?.tag ?? details?.repository?.chart_version);
      if (id !== undefined && version && toneOf(status) === 'ok' && !deployed.has(id)) deployed.set(id, version);
    }
    return deployed;
  }),
);
