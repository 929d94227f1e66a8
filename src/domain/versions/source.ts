/**
 * The repository, registry or chart of a service. Two services with one name and two sources are not the same service.
 */
export type ServiceSource =
  | { readonly kind: 'git'; readonly url: string; readonly rootPath: string; readonly branch?: string | undefined }
  | { readonly kind: 'image'; readonly registry: string; readonly image: string }
  | { readonly kind: 'chart'; readonly repository: string; readonly chart: string }
  | { readonly kind: 'database'; readonly engine: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const SCP = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/;

/** Other names of the three public hosts: of their web pages, and of their ports for SSH. */
const OTHER_NAME = /^(?:www|ssh|altssh)\.(?=(?:github\.com|gitlab\.com|bitbucket\.org)$)/i;

/**
 * Returns the host and the path of a repository's address, in lower case: without scheme, credentials, port and `.git`.
 * `git@github.com:acme/web.git` and `https://token@github.com/acme/web` give the same text. Never throws.
 */
export function repositoryOf(address: string): string {
  const text = address.trim();
  const scp = SCHEME.test(text) ? null : SCP.exec(text);
  const whole = scp ? `${scp[1]}/${scp[2]}` : text.replace(SCHEME, '');
  const [host = '', ...path] = whole.split('/').filter((part) => part !== '');
  const name = host
    .slice(host.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .replace(OTHER_NAME, '');
  return [name, ...path]
    .join('/')
    .replace(/\.git$/i, '')
    .toLowerCase();
}

const folderOf = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/** Returns a text that is equal for equal sources, in any spelling. A branch is no part of a source. */
export function sourceKey(source: ServiceSource): string {
  switch (source.kind) {
    case 'git':
      return `git ${repositoryOf(source.url)} ${folderOf(source.rootPath)}`;
    case 'image':
      return `image ${repositoryOf(source.registry)} ${folderOf(source.image).toLowerCase()}`;
    case 'chart':
      return `chart ${repositoryOf(source.repository)} ${source.chart.trim().toLowerCase()}`;
    case 'database':
      return `database ${source.engine.trim().toLowerCase()}`;
    default:
      return source satisfies never;
  }
}

/** True when both services come from one source. Undefined when Qovery names no source of one of them. */
export const sameSource = (a: ServiceSource | undefined, b: ServiceSource | undefined): boolean | undefined =>
  a && b && sourceKey(a) === sourceKey(b);
