import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPastedPins } from '#domain/board/parse-pasted-pins.ts';
import { consoleDeploymentUrl, consoleEnvironmentUrl } from '#domain/environment/console-url.ts';
import { anId } from '#test/support/ids.ts';

const ORG = '11111111-1111-4111-8111-111111111111';
const PROJECT = '22222222-2222-4222-8222-222222222222';
const ENV = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const OTHER = '44444444-4444-4444-8444-444444444444';
const HOST = 'https://console.qovery.com';
const environment = (id: string) => ({ kind: 'environment', id });

test.each([
  ENV,
  ENV.toUpperCase(),
  `<${ENV}>`,
  `"${ENV}"`,
  `  ,;${ENV};;, `,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}/`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}/service/${OTHER}/overview`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}/logs/stages/${OTHER}`,
  `${HOST}/platform/organizations/${ORG}/projects/${PROJECT}/environments/${ENV}/applications?tab=environment/${OTHER}#x`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}?a=b`,
  `http://console.qovery.com/organization/${ORG}/project/${PROJECT}/environment/${ENV}`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}`.toUpperCase(),
  `console.qovery.com/organization/${ORG}/project/${PROJECT}/environment/${ENV}`,
])('readPastedPins returns the environment for %s', (text) => {
  expect(readPastedPins(text)).toEqual({ pins: [environment(ENV)], unreadable: [], capped: 0 });
});

test.each(['', '/', '//', '?x', '/environments', '/environments/general', '/overview'])(
  'readPastedPins returns the project for a link to a project%s',
  (rest) => {
    expect(readPastedPins(`${HOST}/organization/${ORG}/project/${PROJECT}${rest}`)).toEqual({
      pins: [{ kind: 'project', id: PROJECT }],
      unreadable: [],
      capped: 0,
    });
  },
);

test.each([
  'shop',
  ENV.slice(1),
  `${HOST}/organization/${ORG}`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV.slice(0, 30)}`,
  `<<${ENV}`,
  `${ENV}>>`,
  `${ENV.slice(0, 9)}<${ENV.slice(9)}`,
  `https://evil.example/${HOST}/project/${PROJECT}`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/clusters`,
  `https://console.qovery.com.evil.example/project/${PROJECT}`,
  `https://evil.example/?https://console.qovery.com/project/${PROJECT}`,
  '__proto__',
])('readPastedPins returns %s as unreadable', (text) => {
  expect(readPastedPins(text)).toEqual({ pins: [], unreadable: [text], capped: 0 });
});

test('readPastedPins returns many pins in order, each once', () => {
  const text = `${OTHER}, ${ENV};${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}\r\n\t what,${HOST}/project/${PROJECT} what`;
  expect(readPastedPins(text)).toEqual({
    pins: [environment(OTHER), environment(ENV), { kind: 'project', id: PROJECT }],
    unreadable: ['what'],
    capped: 0,
  });
});

test('readPastedPins returns two pins when an environment and a project have the same id', () => {
  expect(readPastedPins(`${HOST}/project/${ENV} ${ENV} ${HOST}/project/${ENV}`).pins).toEqual([
    { kind: 'project', id: ENV },
    environment(ENV),
  ]);
});

test('readPastedPins counts the words after the maximum number of pins', () => {
  const ids = Array.from({ length: 8_003 }, (_, n) => anId(n));
  const { pins, unreadable, capped } = readPastedPins(`what ${ids.join(' ')} rest`);
  expect(pins).toEqual(ids.slice(0, 8_000).map(environment));
  expect(unreadable).toEqual(['what']);
  expect(capped).toBe(4);
  expect(readPastedPins(ids.slice(0, 8_000).join(' ')).capped).toBe(0);
});

test('readPastedPins never throws, and returns every word as a pin or as unreadable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const { pins, unreadable } = readPastedPins(`${before} ${ENV} ${HOST}/${after}`);
      expect(pins).toContainEqual(environment(ENV));
      expect(unreadable.length).toBeGreaterThan(0);
    }),
  );
});

test.each([
  ['slashes', `${HOST}/`.padEnd(1_000_000, '/')],
  ['brackets', '<'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['ids', `${ENV},`.repeat(27_000)],
])('readPastedPins does not throw for a megabyte of %s', (_, text) => {
  const { pins } = readPastedPins(text);
  expect(pins.length).toBeLessThanOrEqual(1);
});

test('readPastedPins reads the console links that the page writes, with escaped ids', () => {
  const place = { organizationId: ORG, projectId: PROJECT, environmentId: ENV };
  expect(consoleEnvironmentUrl(place)).toBe(`${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}`);
  const link = consoleDeploymentUrl({ ...place, deploymentId: 'a/b?c' });
  expect(link).toBe(`${consoleEnvironmentUrl(place)}/deployment/a%2Fb%3Fc`);
  expect(readPastedPins(link).pins).toEqual([environment(ENV)]);
  expect(() => consoleEnvironmentUrl({ ...place, environmentId: '\uD83D' })).not.toThrow();
});
