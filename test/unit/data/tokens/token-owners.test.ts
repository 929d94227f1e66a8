import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetOwners, readOwners, TokenOwners } from '#data/tokens/token-owners.ts';
import type { Directory, EnvironmentInfo } from '#domain/environment/directory.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

const [FIRST, SECOND] = ['aaaaaaaa', 'bbbbbbbb'];

const info: EnvironmentInfo = {
  id: 'e',
  name: '',
  mode: '',
  projectId: 'p',
  projectName: '',
  organizationId: 'o',
  organizationName: '',
};

beforeEach(stubHost);
afterEach(unstubHost);

describe('the owner of an organization', () => {
  test('owns its projects and environments, as soon as the directory names them', () => {
    let directory: Directory | undefined;
    const owners = new TokenOwners(() => directory);
    owners.remember('o', FIRST);
    expect(owners.ownerOf('e')).toBeUndefined();
    directory = new Map([['e', info]]);
    expect(['o', 'p', 'e'].map((id) => owners.ownerOf(id))).toEqual([FIRST, FIRST, FIRST]);
    directory = new Map([['e', { ...info, organizationId: 'another' }]]);
    expect(owners.ownerOf('e')).toBeUndefined();
  });

  test('owns no environment that another token answered for, and needs no entry for each of its own', () => {
    const owners = new TokenOwners(() => new Map([['e', info]]));
    owners.remember('o', FIRST);
    owners.remember('e', FIRST);
    expect(readOwners()).toEqual({ o: FIRST });
    owners.remember('e', SECOND);
    expect(owners.ownerOf('e')).toBe(SECOND);
    expect(owners.ownerOf('p')).toBe(FIRST);
    expect(readOwners()).toEqual({ o: FIRST, e: SECOND });
  });
});

test('a reload knows the owners, and those of a removed token no more', () => {
  const before = new TokenOwners(() => undefined);
  before.remember('a', FIRST);
  before.remember('b', SECOND);
  expect(new TokenOwners(() => undefined).ownerOf('a')).toBe(FIRST);
  forgetOwners(FIRST);
  const after = new TokenOwners(() => undefined);
  expect([after.ownerOf('a'), after.ownerOf('b')]).toEqual([undefined, SECOND]);
  forgetOwners(undefined);
  expect(readOwners()).toEqual({});
});

test('drops the owners that were remembered first when there are more than a thousand', () => {
  const ids = ['first', 'second', ...Array.from({ length: 998 }, (_, n) => `id ${n}`)];
  const value = Object.fromEntries(ids.map((id) => [id, FIRST]));
  localStorage.setItem('envboard.token-owners@', JSON.stringify({ version: 1, value }));
  const owners = new TokenOwners(() => undefined);
  // Another token answers, so this owner is the newest.
  owners.remember('first', SECOND);
  expect(readOwners()).toEqual({ ...value, first: SECOND });
  owners.remember('one more', FIRST);
  expect(readOwners()).toHaveProperty('first', SECOND);
  expect(readOwners()).not.toHaveProperty('second');
  expect(Object.keys(readOwners())).toHaveLength(1_000);
});
