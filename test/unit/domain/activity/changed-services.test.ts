import { expect, it } from 'vitest';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import { changesOf } from '#domain/activity/changed-services.ts';
import type { DeployedService } from '#domain/environment/deployment.ts';

const service = (name: string, version: string, kind: 'commit' | 'tag' = 'commit'): DeployedService => ({
  id: name,
  name,
  version,
  kind,
});
const COMMIT = 'a'.repeat(40);

/** Returns the change of each deployment of an environment, the oldest first. */
function changes(...deployments: readonly (Partial<ActivityEntry> & Pick<ActivityEntry, 'services'>)[]) {
  const entries = deployments.map(
    (part, at): ActivityEntry => ({
      key: String(at),
      environmentId: 'e',
      at,
      state: 'DEPLOYED',
      action: 'DEPLOY',
      sources: ['history'],
      ...part,
    }),
  );
  return [...changesOf(entries).values()];
}

it('calls equal tags that can move the same moving tag, and equal fixed versions the same version', () => {
  const kindOfSecond = (...services: readonly DeployedService[]) => changes({ services }, { services }).at(1)?.kind;
  expect(kindOfSecond(service('web', COMMIT))).toBe('same');
  expect(kindOfSecond(service('web', '1.2.3', 'tag'))).toBe('same');
  expect(kindOfSecond(service('web', `1.2@sha256:${'b'.repeat(64)}`, 'tag'))).toBe('same');
  for (const tag of ['latest', 'main', 'v1', '1.4']) expect(kindOfSecond(service('web', tag, 'tag'))).toBe('sameTag');
  expect(kindOfSecond(service('web', COMMIT), service('mail', 'latest', 'tag'))).toBe('sameTag');
});

it('compares a service with its own last version when a deployment between names other services only', () => {
  const both = [service('web', COMMIT), service('mail', '1.0.0', 'tag')];
  const [, , last] = changes({ services: both }, { services: [service('mail', '1.0.0', 'tag')] }, { services: both });
  expect(last).toEqual({ kind: 'same', first: both[0] });
});

it('names the version of a second try as new when the first try failed', () => {
  const services = [service('web', '2.0.0', 'tag')];
  const before = { services: [service('web', '1.0.0', 'tag')] };
  const [, , second] = changes(before, { services, state: 'DEPLOYMENT_ERROR' }, { services });
  expect(second).toEqual({ kind: 'services', first: services[0], more: 0 });
});

it('claims no same version when a service of the deployment could not be read', () => {
  const services = [service('web', COMMIT)];
  expect(changes({ services }, { services }).at(1)?.kind).toBe('same');
  expect(changes({ services }, { services, hasUnreadServices: true }).at(1)).toEqual({ kind: 'unknown' });
  const both = [...services, service('mail', '1.0.0', 'tag')];
  const second = [...services, { id: 'mail', name: 'mail' }];
  expect(changes({ services: both }, { services: second }).at(1)).toEqual({ kind: 'unknown' });
  expect(changes({ services }, { services: second }).at(1)?.kind, 'mail never has a version').toBe('same');
});

it('claims no same version of a service that an earlier deployment may have changed unread', () => {
  const both = [service('web', COMMIT), service('mail', '1.0.0', 'tag')];
  const kindOfLast = (...between: readonly (Partial<ActivityEntry> & Pick<ActivityEntry, 'services'>)[]) =>
    changes({ services: both }, ...between, { services: both }).at(-1)?.kind;
  expect(kindOfLast()).toBe('same');
  expect(kindOfLast({ services: both.slice(1), hasUnreadServices: true })).toBe('services');
  expect(kindOfLast({ services: undefined })).toBe('services');
  expect(kindOfLast({ services: [{ id: 'web', name: 'web' }] })).toBe('services');
  expect(kindOfLast({ services: undefined, state: 'DEPLOYMENT_ERROR' })).toBe('same');
});
