import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { configure, temporaryFolder } from './support/gateway.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const read = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');
const manifests = parseAllDocuments(read('kubernetes.yaml')).map((document) => document.toJS());
const named = (kind: string, name: string) => manifests.find((one) => one.kind === kind && one.metadata.name === name);
const origin = named('Deployment', 'envboard-origin');
const edge = named('Deployment', 'envboard');
const environmentOf = (deployment: typeof origin): Record<string, string> =>
  Object.fromEntries(
    deployment.spec.template.spec.containers[0].env.map(({ name, value }: { name: string; value: string }) => [
      name,
      value,
    ]),
  );

/** The published schemas, by version and kind. */
const MODELS: Readonly<Record<string, { readonly prototype: object }>> = Object.fromEntries(
  [
    Deployment,
    HorizontalPodAutoscaler,
    Ingress,
    NetworkPolicy,
    PersistentVolumeClaim,
    PodDisruptionBudget,
    Service,
  ].map((Model) => [`${Model.apiVersion}/${Model.kind}`, Model]),
);

/** Wraps an object so that `unread` holds the paths of the properties that a validator has not read: no schema has them. */
function watched<T>(value: T, unread: Set<string>, path = ''): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const key of Object.keys(value)) unread.add(`${path}/${key}`);
  const inner = new Map<string | symbol, unknown>();
  return new Proxy(value, {
    get(target, key) {
      unread.delete(`${path}/${String(key)}`);
      if (!inner.has(key)) inner.set(key, watched(Reflect.get(target, key), unread, `${path}/${String(key)}`));
      return inner.get(key);
    },
  });
}

/** Returns what Kubernetes' published schema of its kind refuses in a manifest, and the fields that the schema does not have. */
function schemaProblems(manifest: { apiVersion: string; kind: string; spec: object }): readonly string[] {
  const Model = MODELS[`${manifest.apiVersion}/${manifest.kind}`];
  if (Model === undefined) return [`${manifest.apiVersion}/${manifest.kind} is no kind that this test knows`];
  const unread = new Set<string>();
  try {
    // Not by the constructor, which copies its argument and so reads all of it.
    Object.assign(Object.create(Model.prototype), manifest, { spec: watched(manifest.spec, unread) }).validate();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return [...unread];
}

describe('kubernetes.yaml', () => {
  it.each(manifests.map((manifest) => [manifest.kind, manifest.metadata.name, manifest] as const))(
    'has the %s %s as the published schema wants it',
    (_, __, manifest) => {
      expect(schemaProblems(manifest)).toEqual([]);
    },
  );

  it('would be refused with a value of the wrong type, and with a field that no schema has', () => {
    const mistyped = structuredClone(origin);
    mistyped.spec.replicas = 'one';
    expect(schemaProblems(mistyped)).toEqual([expect.stringContaining('spec/replicas must be integer')]);
    const misspelled = structuredClone(origin);
    misspelled.spec.template.spec.containers[0].prots = [];
    expect(schemaProblems(misspelled)).toEqual(['/template/spec/containers/0/prots']);
  });

  it('runs one origin, never a second beside it, and keeps its ledger', () => {
    expect([origin.spec.replicas, origin.spec.strategy]).toEqual([1, { type: 'Recreate' }]);
    const [container] = origin.spec.template.spec.containers;
    const folder = environmentOf(origin).ENVBOARD_LEDGER_DIR;
    const mount = container.volumeMounts.find(({ mountPath }: { mountPath: string }) => mountPath === folder);
    const volume = origin.spec.template.spec.volumes.find(({ name }: { name: string }) => name === mount.name);
    expect(named('PersistentVolumeClaim', volume.persistentVolumeClaim.claimName)).toBeDefined();
  });

  it('gives the token to the origin alone', () => {
    expect(environmentOf(edge).QOVERY_API_TOKEN_FILE).toBeUndefined();
    const { items } = edge.spec.template.spec.volumes.find(({ secret }: { secret?: unknown }) => secret).secret;
    expect(items).toEqual([{ key: 'origin-secret', path: 'origin-secret' }]);
  });

  it('lets only edges reach the origin, and scales and spreads the edges', () => {
    const policy = named('NetworkPolicy', 'envboard-origin');
    expect(policy.spec.podSelector.matchLabels).toEqual(origin.spec.template.metadata.labels);
    expect(policy.spec.ingress[0].from).toEqual([{ podSelector: { matchLabels: edge.spec.template.metadata.labels } }]);
    const { spec: scaling } = named('HorizontalPodAutoscaler', 'envboard');
    expect([scaling.scaleTargetRef.name, scaling.minReplicas]).toEqual(['envboard', 2]);
    expect(named('PodDisruptionBudget', 'envboard').spec.selector).toEqual(edge.spec.selector);
    expect(edge.spec.template.spec.topologySpreadConstraints).toHaveLength(1);
    const [container] = edge.spec.template.spec.containers;
    expect(container.lifecycle.preStop.exec.command).toEqual(['sleep', '5']);
    const [rule] = named('Ingress', 'envboard').spec.rules;
    expect(rule.host).toBe(environmentOf(edge).BOARD_HOSTS);
    expect(named('Service', rule.http.paths[0].backend.service.name)).toBeDefined();
  });

  it.each([
    ['origin', origin],
    ['edge', edge],
  ])('sets for the %s what the entrypoint takes', async (_, deployment) => {
    using folder = temporaryFolder();
    const { QOVERY_API_TOKEN_FILE, ORIGIN_SECRET_FILE, ...settings } = environmentOf(deployment);
    using configured = await configure({
      ...settings,
      ORIGIN_SECRET: 'f3a9c1d27be84056a1b2c3d4e5f60718',
      RESOLVER: '127.0.0.53',
      ...(settings.ENVBOARD_LEDGER_DIR && { ENVBOARD_LEDGER_DIR: folder.path }),
      ...(!QOVERY_API_TOKEN_FILE && { QOVERY_API_TOKEN: '' }),
    });
    expect([ORIGIN_SECRET_FILE, configured.code, configured.said.includes('refuse')]).toEqual([
      '/run/secrets/envboard/origin-secret',
      0,
      false,
    ]);
  });
});

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true });

  it('puts two edges before one origin, and the token at the origin alone', () => {
    const { services } = compose;
    const holders = Object.keys(services).filter((name) => services[name].secrets?.includes('qovery-token'));
    expect(holders).toEqual(['origin']);
    for (const name of ['edge-1', 'edge-2']) {
      expect(services[name].environment).toMatchObject({ GATEWAY_ROLE: 'edge', ORIGIN_URL: 'http://origin:8080' });
      expect(services[name].secrets).toEqual(['origin-secret']);
      expect(compose.configs.balancer.content).toContain(`server ${name}:8080;`);
    }
    expect(services.origin.environment.GATEWAY_ROLE).toBe('origin');
    expect(services.origin.ports).toBeUndefined();
    expect(services['oauth2-proxy'].environment.OAUTH2_PROXY_COOKIE_SECURE).toMatch(/:-true\}$/);
  });
});
