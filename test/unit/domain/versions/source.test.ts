import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commitUrl, compareUrl } from '#domain/versions/repository-links.ts';
import { repositoryOf, type ServiceSource, sameSource } from '#domain/versions/source.ts';

const git = (url: string, rootPath = '/'): ServiceSource => ({ kind: 'git', url, rootPath });
const A = 'a'.repeat(40);
const B = 'b'.repeat(40);

it.each([
  'https://github.com/acme/web.git',
  'https://github.com/Acme/Web',
  'https://x-access-token:secret@github.com/acme/web.git',
  'git@github.com:acme/web.git',
  'ssh://git@github.com:22/acme/web',
  ' https://github.com/acme/web/ ',
  'https://www.github.com/acme/web',
  'https://WWW.GitHub.com:443/acme/web.git',
  'ssh://git@ssh.github.com:443/acme/web.git',
])('reads one repository in %j', (url) => {
  expect(repositoryOf(url)).toBe('github.com/acme/web');
  expect(sameSource(git(url, './'), git('https://github.com/acme/web', ''))).toBe(true);
});

it('distinguishes folders, repositories, registries and kinds, and is undefined without a source', () => {
  const image: ServiceSource = { kind: 'image', registry: 'https://ghcr.io', image: 'acme/web' };
  expect(sameSource(git('https://github.com/acme/web', '/api'), git('https://github.com/acme/web', '/api/'))).toBe(
    true,
  );
  expect(sameSource(git('https://github.com/acme/web', '/api'), git('https://github.com/acme/web', '/'))).toBe(false);
  expect(sameSource(git('https://github.com/acme/web'), git('https://gitlab.com/acme/web'))).toBe(false);
  expect(sameSource(image, { ...image, registry: 'https://quay.io' })).toBe(false);
  expect(sameSource(image, git('https://ghcr.io/acme/web'))).toBe(false);
  expect(sameSource(image, undefined)).toBeUndefined();
});

it.each([
  [
    'https://github.com/acme/web.git',
    `https://github.com/acme/web/commit/${A}`,
    `https://github.com/acme/web/compare/${A}...${B}`,
  ],
  [
    'git@gitlab.com:acme/sub/web.git',
    `https://gitlab.com/acme/sub/web/-/commit/${A}`,
    `https://gitlab.com/acme/sub/web/-/compare/${A}...${B}`,
  ],
  [
    'https://gitlab.acme.test/acme/web',
    `https://gitlab.acme.test/acme/web/-/commit/${A}`,
    `https://gitlab.acme.test/acme/web/-/compare/${A}...${B}`,
  ],
  [
    'https://bitbucket.org/acme/web.git',
    `https://bitbucket.org/acme/web/commits/${A}`,
    `https://bitbucket.org/acme/web/branches/compare/${B}..${A}`,
  ],
  [
    'https://www.bitbucket.org/acme/web',
    `https://bitbucket.org/acme/web/commits/${A}`,
    `https://bitbucket.org/acme/web/branches/compare/${B}..${A}`,
  ],
  [
    'https://www.gitlab.com/acme/web',
    `https://gitlab.com/acme/web/-/commit/${A}`,
    `https://gitlab.com/acme/web/-/compare/${A}...${B}`,
  ],
  // The port of SSH is none of the web pages; that of https is.
  [
    'ssh://git@gitlab.acme.test:2222/acme/web.git',
    `https://gitlab.acme.test/acme/web/-/commit/${A}`,
    `https://gitlab.acme.test/acme/web/-/compare/${A}...${B}`,
  ],
  [
    'https://oauth2:secret@gitlab.acme.test:8443/acme/web.git',
    `https://gitlab.acme.test:8443/acme/web/-/commit/${A}`,
    `https://gitlab.acme.test:8443/acme/web/-/compare/${A}...${B}`,
  ],
])('links the commits of %s', (url, commit, compare) => {
  expect(commitUrl(url, A)).toBe(commit);
  expect(compareUrl(url, A, B)).toBe(compare);
});

it('returns only https links to the host of the repository, for any address', () => {
  expect(commitUrl('https://code.acme.test/acme/web', A)).toBeUndefined();
  // No https answers at this port.
  expect(commitUrl('http://gitlab.acme.test:8080/acme/web', A)).toBeUndefined();
  expect(commitUrl('http://gitlab.acme.test/acme/web', A)).toBe(`https://gitlab.acme.test/acme/web/-/commit/${A}`);
  expect(commitUrl('javascript:github.com/acme/web', A)).toBeUndefined();
  expect(commitUrl('https://github.com/acme/../evil', A)).toBeUndefined();
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((path) => `https://github.com/${path}`),
      ),
      fc.string(),
      (url, id) => {
        for (const link of [commitUrl(url, A), compareUrl(url, A, id)]) {
          if (link === undefined) continue;
          expect(new URL(link).protocol).toBe('https:');
          expect(new URL(link).hostname).toBe(repositoryOf(url).split('/')[0]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
