import * as v from 'valibot';
import { expect, test } from 'vitest';
import { detailedHistory } from '#api/detailed-history-schema.ts';

const aService = (id: string, details: unknown, name = id) => ({
  identifier: { service_id: id, name, service_type: 'APPLICATION' },
  details,
});
const readAll = (stages: unknown) =>
  v.parse(detailedHistory, { results: [{ identifier: { execution_id: 'x' }, status: 'DEPLOYED', stages }] })[0];
const read = (stages: unknown) => readAll(stages)?.services;

const COMMIT = { git_commit_id: 'c97e40b', created_at: '2026-08-03T10:00:00Z', tag: 'TAGS_NOT_IMPLEMENTED' };

test('reads commits, tags and charts of services, and no tag that Qovery has not implemented', () => {
  const services = [
    aService('web', { commit: COMMIT }),
    aService('api', { image_name: 'api', tag: '1.2.0' }),
    aService('metrics', { commit: null, repository: { chart_version: '3.2.1' } }),
    aService('db', { commit: null }),
  ];
  expect(read([{ name: 'all', services }])).toEqual([
    { id: 'web', name: 'web', version: 'c97e40b', kind: 'commit', committedAt: Date.UTC(2026, 7, 3, 10) },
    { id: 'api', name: 'api', version: '1.2.0', kind: 'tag', committedAt: undefined },
    { id: 'metrics', name: 'metrics', version: '3.2.1', kind: 'tag', committedAt: undefined },
    { id: 'db', name: 'db', version: undefined, kind: undefined, committedAt: undefined },
  ]);
});

test('returns a service of two stages once, with the version that one of them names', () => {
  const stages = [
    { services: [aService('web', { commit: COMMIT })] },
    { services: [aService('web', { commit: null }), aService('api', { tag: 'main' })] },
  ];
  expect(read(stages)?.map(({ id, version }) => [id, version])).toEqual([
    ['web', 'c97e40b'],
    ['api', 'main'],
  ]);
});

test.each([
  ['absent', undefined],
  ['null', null],
  ['a text', 'all services'],
  ['a list of other things', [1, null, { services: 'x' }, { services: [{}, null, { identifier: {} }] }]],
])('keeps a deployment whose stages are %s', (_, stages) => {
  expect(read(stages)).toBeUndefined();
});

test('notes that services of a deployment could not be read', () => {
  const web = aService('web', { commit: COMMIT });
  expect(readAll([{ services: [web, { identifier: {} }] }])).toMatchObject({
    services: [{ id: 'web' }],
    hasUnreadServices: true,
  });
  expect(readAll([{ services: [web] }, 'a stage'])?.hasUnreadServices).toBe(true);
  expect(readAll([{ services: [null] }])?.hasUnreadServices).toBe(true);
  expect(readAll([{ services: [web] }, { services: null }, {}])?.hasUnreadServices).toBeUndefined();
});
