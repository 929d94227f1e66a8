import * as v from 'valibot';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { removeText } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import { TONES } from '#domain/environment/tone.ts';
import type { ServiceVersion } from '#domain/versions/service-version.ts';
import type { ServiceSource } from '#domain/versions/source.ts';
import type { Version } from '#domain/versions/version.ts';
import { NO_ANSWER, type VersionAnswer } from '#domain/versions/version-answer.ts';
import type { SentRequest } from '#domain/versions/version-request.ts';

type StoredAnswer = { readonly answer: VersionAnswer; readonly sent: SentRequest };
/** By environment id. */
export type StoredVersions = ReadonlyMap<string, StoredAnswer>;

const VERSIONS = 'versions';
const FORMAT = 1;
/** About 2.5 kB an environment, of the five million characters that browsers store for each origin. */
const MAX_ENVIRONMENTS = 150;

const text = v.string();
const optionalText = v.optional(text);
const version = v.pipe(
  v.object({ kind: v.picklist(['commit', 'digest', 'release', 'engine', 'tag']), text }),
  v.transform((known): Version => known),
);
const source = v.pipe(
  v.variant('kind', [
    v.object({ kind: v.literal('git'), url: text, rootPath: text, branch: optionalText }),
    v.object({ kind: v.literal('image'), registry: text, image: text }),
    v.object({ kind: v.literal('chart'), repository: text, chart: text }),
    v.object({ kind: v.literal('database'), engine: text }),
  ]),
  v.transform((known): ServiceSource => known),
);
const service = v.pipe(
  v.object({
    id: text,
    name: optionalText,
    kind: text,
    source: v.optional(source),
    configured: v.optional(version),
    deployedCommit: v.optional(version),
    commitNotedAt: v.optional(v.number()),
  }),
  v.transform(
    ({ id, name, kind, source: from, configured, deployedCommit, commitNotedAt }): ServiceVersion => ({
      id,
      name,
      kind,
      source: from,
      configured,
      deployedCommit,
      commitNotedAt,
    }),
  ),
);
const stored = v.object({
  format: v.literal(FORMAT),
  environments: v.array(
    v.object({
      id: text,
      observedAt: v.number(),
      services: v.array(service),
      deployed: v.array(v.tuple([text, version])),
      sent: v.object({
        deployment: text,
        isFinished: v.boolean(),
        tone: v.picklist(TONES),
        configuration: optionalText,
        at: v.number(),
      }),
    }),
  ),
});

function parseStored(value: unknown): StoredVersions {
  const result = v.safeParse(stored, value);
  if (!result.success) return new Map();
  return new Map(
    result.output.environments.map(({ id, observedAt, services, deployed, sent }) => [
      id,
      {
        answer: { ...NO_ANSWER, services, observedAt, deployed: new Map(deployed) },
        sent: { ...sent, configuration: sent.configuration },
      },
    ]),
  );
}

/** Opens the persisted versions of one API. Other tabs read what one tab writes. */
export function openVersionsFile(api: string) {
  const key = scopedKey(VERSIONS, api);
  const read = (): StoredVersions => parseStored(readJson('local', key));
  return {
    read,
    /** Stores the answer of one environment. When the storage refuses it, removes all: old ones would seem to be the last. */
    write(id: string, one: StoredAnswer): void {
      const newest = [...new Map(read()).set(id, one)]
        .toSorted(([, a], [, b]) => b.sent.at - a.sent.at)
        .slice(0, MAX_ENVIRONMENTS);
      const environments = newest.map(([environmentId, { answer, sent }]) => ({
        id: environmentId,
        observedAt: answer.observedAt ?? 0,
        services: [...(answer.services ?? [])],
        deployed: [...answer.deployed],
        sent,
      }));
      const file = { format: FORMAT, environments } satisfies { format: number; environments: readonly unknown[] };
      if (!writeJson('local', key, file)) removeText('local', key);
    },
    /** Calls `listener` with the stored versions when another tab has written some. Returns a function that ends it. */
    subscribe(listener: (stored: StoredVersions) => void): () => void {
      const onStorage = (event: StorageEvent) => event.key === key && listener(read());
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}
