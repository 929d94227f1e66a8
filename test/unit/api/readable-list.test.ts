import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deployedVersions } from '#api/deployed-versions-schema.ts';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import { detailedHistory } from '#api/detailed-history-schema.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';
import { commitList, serviceVersions } from '#api/version-schemas.ts';
import { compareVersions } from '#domain/versions/compare-versions.ts';

const UNREADABLE = [null, 7, 'x', [], {}, { id: null, identifier: null, git_commit_id: null }].map(
  (bad) => [bad] as const,
);
const among = <T>(first: T, second: T, bad: unknown) => ({ results: [first, bad, second] });
const past = (id: string) => ({ identifier: { execution_id: id }, status: 'DEPLOYED' });

test.each(UNREADABLE)('leaves out an unreadable deployment and keeps the others: %j', (bad) => {
  // Qovery may send a deployment twice.
  for (const schema of [deploymentHistory, detailedHistory])
    for (const twice of [[], [past('b')]]) {
      const history = v.parse(schema, { results: [past('b'), bad, ...twice, past('a')] });
      expect(history.map(({ id, unread }) => [id, unread])).toEqual([
        ['a', undefined],
        ['b', 1],
      ]);
    }
});

test.each(UNREADABLE)('leaves out an unreadable service and keeps the others: %j', (bad) => {
  const body = among({ id: 'A', name: 'api' }, { id: 'b', name: 'web' }, bad);
  const names = v.parse(serviceNames, body);
  expect(names.services.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(names.unread).toBe(1);
  const { services, unreadServices } = v.parse(serviceVersions, body);
  expect(services.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(unreadServices).toBe(1);
  const statuses = v.parse(serviceStatuses, { jobs: [{ id: 'A', state: 'DEPLOYED' }, bad], helms: [{ id: 'b' }] });
  expect(statuses.services.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(statuses.unread).toBe(1);
});

test.each(UNREADABLE)('keeps the place of an unreadable commit, so that no distance becomes shorter: %j', (bad) => {
  const [newer, older] = ['a'.repeat(40), 'b'.repeat(40)];
  const commits = v.parse(commitList, among({ git_commit_id: newer }, { git_commit_id: older }, bad));
  const at = (text: string) => ({
    version: { kind: 'commit', text } as const,
    source: { kind: 'git', url: 'https://git.example.com/a', rootPath: '', branch: undefined } as const,
  });
  expect(compareVersions(at(older), at(newer), commits)).toEqual({ relation: 'behind', commits: 2 });
});

const deploying = (stages: unknown, trigger_action = 'DEPLOY') => ({ trigger_action, stages });
const tagged = (id: string, tag: string) => ({ identifier: { service_id: id }, status: 'DEPLOYED', details: { tag } });
const tagsIn = (results: readonly unknown[]) =>
  Object.fromEntries([...v.parse(deployedVersions, { results })].map(([id, { text }]) => [id, text]));

test.each(UNREADABLE)(
  'reads the deployed tags before an unreadable deployment, and none of older deployments: %j',
  (bad) => {
    const newest = deploying([{ services: [tagged('api', '1.2.0')] }]);
    const older = deploying([{ services: [tagged('api', '1.1.0'), tagged('web', '2.0.0')] }]);
    expect(tagsIn([newest, older])).toEqual({ api: '1.2.0', web: '2.0.0' });
    // The unreadable deployment may have deployed another version of `web`.
    expect(tagsIn([newest, bad, older])).toEqual({ api: '1.2.0' });
  },
);

test.each(UNREADABLE)('refuses a list of which nothing can be read, because it is not empty: %j', (bad) => {
  for (const schema of [deploymentHistory, detailedHistory, serviceNames, serviceVersions])
    expect(v.safeParse(schema, { results: [bad, bad] }).success).toBe(false);
});

test.each([...UNREADABLE, ['nothing but this']] as const)(
  'takes no version of an older deployment when a newer one has an unreadable stage or service: %j',
  (bad) => {
    const older = deploying([{ services: [tagged('web', '2.0.0')] }]);
    const withStages = (stages: unknown) => tagsIn([deploying(stages), older]);
    const api = tagged('api', '1.2.0');
    expect(withStages([{ services: [api] }])).toEqual({ api: '1.2.0', web: '2.0.0' });
    expect(withStages([{ services: [bad, api] }])).toEqual({ api: '1.2.0' });
    expect(withStages([{ services: [bad] }])).toEqual({});
    expect(withStages([{ services: [{ ...api, identifier: bad }] }])).toEqual({});
    expect(withStages([{ services: [{ ...api, status: [bad] }] }])).toEqual({});
    // A restart deploys no version.
    expect(tagsIn([deploying([{ services: [bad] }], 'RESTART'), older])).toEqual({ web: '2.0.0' });
  },
);

test.each([7, 'x', {}])('takes no version of an older deployment when the stages of a newer one are %j', (stages) => {
  expect(tagsIn([deploying([]), deploying([{ services: [tagged('web', '2.0.0')] }])])).toEqual({ web: '2.0.0' });
  expect(tagsIn([deploying(stages), deploying([{ services: [tagged('web', '2.0.0')] }])])).toEqual({});
});

test('takes no tag of an older deployment when the newest successful one has none', () => {
  const untagged = { identifier: { service_id: 'web' }, status: 'DEPLOYED' };
  const older = deploying([{ services: [tagged('web', '2.0.0')] }]);
  expect(tagsIn([deploying([{ services: [untagged] }]), older])).toEqual({});
  // A service that is built and deployed is in two stages, and only one of them names the tag.
  const inTwoStages = [{ services: [untagged] }, { services: [tagged('web', '2.1.0')] }];
  expect(tagsIn([deploying(inTwoStages), older])).toEqual({ web: '2.1.0' });
  expect(tagsIn([deploying(inTwoStages.toReversed()), older])).toEqual({ web: '2.1.0' });
});

test.each(UNREADABLE)('counts the states that cannot be read, also where a kind has no other: %j', (bad) => {
  const read = (lists: object) => v.safeParse(serviceStatuses, lists);
  expect(read({ containers: [{ id: 'a', state: 'DEPLOYED' }], jobs: [bad] })).toMatchObject({ output: { unread: 1 } });
  expect(read({ containers: [], jobs: [bad] }).success).toBe(false);
});

test.each([[{ results: 'x' }], [[]], [null]])('refuses an answer that is no list: %j', (body) => {
  for (const schema of [deploymentHistory, detailedHistory, serviceNames, serviceVersions, commitList])
    expect(v.safeParse(schema, body).success).toBe(false);
});
