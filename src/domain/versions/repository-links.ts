import { wellFormed } from '#domain/text.ts';
import { repositoryOf } from './source.ts';

/** The web pages of a repository's host. */
type Forge = 'github' | 'gitlab' | 'bitbucket';

const FORGE_OF_HOST: readonly (readonly [RegExp, Forge])[] = [
  [/^github\./, 'github'],
  [/^gitlab\./, 'gitlab'],
  [/^bitbucket\.org$/, 'bitbucket'],
];

/** A host name, and the path of a repository on it: nothing that a browser would read as another address. */
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const PATH = /^[\w.~-]+(?:\/[\w.~-]+)+$/;
const COMMIT = /^[0-9a-f]{7,64}$/;
/** The port of a web address. The port of an SSH address is none of the web pages. */
const WEB_PORT = /^\s*(https?):\/\/(?:[^/]*@)?[^/@:]+(:\d{1,5})(?:\/|$)/i;

function pageOf(address: string): { readonly forge: Forge; readonly page: string } | undefined {
  const [host = '', ...path] = repositoryOf(wellFormed(address)).split('/');
  const forge = FORGE_OF_HOST.find(([pattern]) => pattern.test(host))?.[1];
  const isSafe = HOST.test(host) && PATH.test(path.join('/')) && !path.includes('..') && !path.includes('.');
  const [, scheme = 'https', port = ''] = WEB_PORT.exec(address) ?? [];
  // Links are https alone, and the port of an http address does not answer that.
  const isSecure = scheme.toLowerCase() === 'https';
  return forge && isSafe && isSecure ? { forge, page: `https://${host}${port}/${path.join('/')}` } : undefined;
}

/** Returns the address of a commit's page; undefined for a host that this version does not know. Never throws. */
export function commitUrl(repository: string, commit: string): string | undefined {
  const found = pageOf(repository);
  if (!found || !COMMIT.test(commit)) return undefined;
  const { forge, page } = found;
  if (forge === 'gitlab') return `${page}/-/commit/${commit}`;
  return forge === 'github' ? `${page}/commit/${commit}` : `${page}/commits/${commit}`;
}

/** Returns the address of the page with the commits from `older` to `newer`; undefined as for `commitUrl`. */
export function compareUrl(repository: string, older: string, newer: string): string | undefined {
  const found = pageOf(repository);
  if (!found || !COMMIT.test(older) || !COMMIT.test(newer)) return undefined;
  const { forge, page } = found;
  if (forge === 'gitlab') return `${page}/-/compare/${older}...${newer}`;
  return forge === 'github' ? `${page}/compare/${older}...${newer}` : `${page}/branches/compare/${newer}..${older}`;
}
