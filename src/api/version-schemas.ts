import * as v from 'valibot';
import type { Commit, ServiceVersion } from '#domain/versions/service-version.ts';
import type { ServiceSource } from '#domain/versions/source.ts';
import { type Version, versionOfCommit, versionOfTag } from '#domain/versions/version.ts';
import { cleanName, optionalField, optionalName, optionalWord, parseInstant } from './fields.ts';
import { jsonObject } from './json-object.ts';
import { readableList } from './readable-list.ts';

/** The text that Qovery sends for a field that it does not fill yet. */
const NOT_IMPLEMENTED = 'TAGS_NOT_IMPLEMENTED';

const optionalObject = <T extends v.ObjectEntries>(entries: T) => optionalField(jsonObject(entries));

const gitRepository = optionalObject({
  url: optionalWord,
  branch: optionalName,
  root_path: optionalWord,
  deployed_commit_id: optionalWord,
  deployed_commit_date: optionalWord,
});
const image = {
  image_name: optionalWord,
  tag: optionalName,
  registry: optionalObject({ url: optionalWord, name: optionalWord, id: optionalWord }),
};

const service = jsonObject({
  id: v.string(),
  name: optionalName,
  service_type: optionalWord,
  git_repository: gitRepository,
  ...image,
  source: optionalObject({
    image: optionalObject(image),
    docker: optionalObject({ git_repository: gitRepository }),
    git: optionalObject({ git_repository: gitRepository }),
    repository: optionalObject({
      chart_name: optionalWord,
      chart_version: optionalName,
      repository: optionalObject({ url: optionalWord, name: optionalWord, id: optionalWord }),
    }),
  }),
  terraform_files_source: optionalObject({ git: optionalObject({ git_repository: gitRepository }) }),
  type: optionalWord,
  version: optionalName,
  manifest_revision: optionalWord,
});

type RawService = v.InferOutput<typeof service>;
type RawImage = Pick<RawService, 'image_name' | 'tag' | 'registry'>;
type Read = Pick<ServiceVersion, 'source' | 'configured' | 'deployedCommit' | 'commitNotedAt'>;

const NOTHING: Read = {
  source: undefined,
  configured: undefined,
  deployedCommit: undefined,
  commitNotedAt: undefined,
};

function ofGit(git: v.InferOutput<typeof gitRepository>, revision?: string): Read {
  const deployedCommit = versionOfCommit(revision ?? git?.deployed_commit_id) ?? versionOfTag(cleanName(revision));
  if (!git?.url) return { ...NOTHING, deployedCommit };
  const source: ServiceSource = { kind: 'git', url: git.url, rootPath: git.root_path ?? '', branch: git.branch };
  return { ...NOTHING, source, deployedCommit, commitNotedAt: parseInstant(git.deployed_commit_date) };
}

function ofImage({ image_name, tag, registry }: RawImage): Read {
  const source: ServiceSource | undefined =
    image_name === undefined
      ? undefined
      : { kind: 'image', registry: registry?.url ?? registry?.name ?? registry?.id ?? '', image: image_name };
  return { ...NOTHING, source, configured: tag === NOT_IMPLEMENTED ? undefined : versionOfTag(tag) };
}

function ofChart({
  chart_name,
  chart_version,
  repository,
}: NonNullable<NonNullable<RawService['source']>['repository']>): Read {
  const source: ServiceSource | undefined =
    chart_name === undefined
      ? undefined
      : { kind: 'chart', repository: repository?.url ?? repository?.name ?? repository?.id ?? '', chart: chart_name };
  return { ...NOTHING, source, configured: versionOfTag(chart_version) };
}

function ofDatabase({ type, version }: RawService): Read {
  const configured: Version | undefined = version === undefined ? undefined : { kind: 'engine', text: version };
  return { ...NOTHING, source: type === undefined ? undefined : { kind: 'database', engine: type }, configured };
}

/** The parts of a service that show its version. A kind that this version does not know is read by its fields. */
function read(raw: RawService): Read {
  const { service_type, source, terraform_files_source, git_repository, manifest_revision } = raw;
  if (service_type === 'DATABASE') return ofDatabase(raw);
  if (service_type === 'ARGOCD_APP') return ofGit(git_repository, manifest_revision);
  const git = git_repository ?? source?.docker?.git_repository ?? source?.git?.git_repository;
  if (git) return ofGit(git);
  if (terraform_files_source?.git?.git_repository) return ofGit(terraform_files_source.git.git_repository);
  if (source?.repository) return ofChart(source.repository);
  return source?.image ? ofImage(source.image) : ofImage(raw);
}

/**
 * The services of an environment, each once, with the versions that their configuration names, and the number of services
 * that could not be read.
 */
export const serviceVersions = v.pipe(
  jsonObject({ results: readableList(service) }),
  v.transform(({ results: { items, unread } }) => {
    const services = items.map((raw): ServiceVersion => {
      const id = raw.id.toLowerCase();
      return { id, name: raw.name, kind: raw.service_type ?? '', ...read(raw) };
    });
    return { services: [...new Map(services.map((one) => [one.id, one])).values()], unreadServices: unread };
  }),
);

/** An unreadable commit keeps its place in the list, because places are the distance between two commits. */
const commit = v.fallback(
  jsonObject({
    git_commit_id: v.string(),
    message: optionalField(v.string()),
    author_name: optionalName,
    created_at: optionalWord,
  }),
  { git_commit_id: 'unreadable', message: undefined, author_name: undefined, created_at: undefined },
);

/** The commits of a service's branch, newest first. */
export const commitList = v.pipe(
  jsonObject({ results: v.nullish(v.array(commit)) }),
  v.transform(({ results }): readonly Commit[] =>
    (results ?? []).map(({ git_commit_id, message, author_name, created_at }) => ({
      id: git_commit_id.toLowerCase(),
      // The first line of a message is its title.
      message: cleanName(message?.trimStart().split('\n', 1)[0]),
      author: author_name === NOT_IMPLEMENTED ? undefined : author_name,
      createdAt: parseInstant(created_at),
    })),
  ),
);
