import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import { environmentIdentity, environmentStatus, namedItems } from '#api/environment-schemas.ts';
import { eventPage } from '#api/event-schemas.ts';
import { cleanName } from '#api/fields.ts';
import { serviceNames } from '#api/service-schemas.ts';
import { anId } from '#test/support/ids.ts';

/** A name that reverses the text after it, breaks the line and rings a bell. */
const DIRTY = ' \u202EAda\u2066\n Love\u0007lace\u200F ';
const CLEAN = 'Ada Lovelace';
const reference = { id: anId(1) };

const identityWith = (name: unknown) =>
  v.parse(environmentIdentity, { id: anId(0), name, organization: reference, project: reference, cluster_name: name });
const statusWith = (text: unknown) =>
  v.parse(environmentStatus, {
    id: anId(0),
    state: 'DEPLOYED',
    last_deployment_state: text,
    last_deployment_id: text,
    origin: text,
    triggered_by: text,
    deployment_status: text,
  });
const deploymentWith = (text: unknown) =>
  v.parse(deploymentHistory, {
    results: [
      {
        identifier: { execution_id: 'x' },
        auditing_data: { triggered_by: text, origin: text },
        status: 'DEPLOYED',
        trigger_action: text,
      },
    ],
  })[0];

test('names and people are free of control and direction characters when Qovery sends some', () => {
  expect(identityWith(DIRTY)).toMatchObject({ name: CLEAN, cluster_name: CLEAN });
  expect(v.parse(namedItems, { results: [{ id: anId(0), name: DIRTY }] })).toEqual([{ id: anId(0), name: CLEAN }]);
  expect(statusWith(DIRTY).triggeredBy).toBe(CLEAN);
  expect(deploymentWith(DIRTY)?.triggeredBy).toBe(CLEAN);
  expect(v.parse(serviceNames, { results: [{ id: 's', name: DIRTY }] }).services[0]?.name).toBe(CLEAN);
  expect(v.parse(eventPage, { events: [{ triggered_by: DIRTY, environment_name: DIRTY }] }).events[0]).toMatchObject({
    triggeredBy: CLEAN,
    environmentName: CLEAN,
  });
});

test.each(['', null, undefined])('a text is absent when Qovery sends %j', (text) => {
  expect(statusWith(text)).toEqual({
    id: anId(0),
    state: 'DEPLOYED',
    lastDeploymentState: 'DEPLOYED',
  });
  expect(deploymentWith(text)).toMatchObject({ triggeredBy: undefined, origin: undefined, action: undefined });
  expect(identityWith(text)).toMatchObject({ name: '' });
  expect(identityWith(text).cluster_name).toBeUndefined();
});

test('cleanName keeps a plain name, and at most 200 characters', () => {
  expect(cleanName('production')).toBe('production');
  expect(cleanName('été 生产 🚀')).toBe('été 生产 🚀');
  expect(cleanName('a'.repeat(300))).toBe('a'.repeat(200));
  expect(cleanName(' \u202E ')).toBeUndefined();
});
