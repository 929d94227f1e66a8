import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPastedPins } from '#domain/board/parse-pasted-pins.ts';
import { inOneLine } from '#domain/board/pasted-text.ts';
import type { Pin } from '#domain/board/pin.ts';
import { anId } from '#test/support/ids.ts';

const ORG = '11111111-1111-4111-8111-111111111111';
const PROJECT = '22222222-2222-4222-8222-222222222222';
const ENV = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const OTHER = '44444444-4444-4444-8444-444444444444';
const LINK = `https://console.qovery.com/organization/${ORG}/project/${PROJECT}/environment/${ENV}`;
const environment = (id: string): Pin => ({ kind: 'environment', id });
const project = (id: string): Pin => ({ kind: 'project', id });
const SERVICE = anId(5);
/** JSON texts in which X is the only environment. */
const JSON_TEXTS = [
  { id: SERVICE, name: 'api', service_type: 'APPLICATION', environment: { id: ENV } },
  { results: [{ id: SERVICE, service_type: 'JOB', environment: { id: ENV } }] },
  { id: SERVICE, event_type: 'DEPLOYED', target_id: ENV, target_type: 'ENVIRONMENT', environment_id: ENV },
  { id: SERVICE, target_id: OTHER, project_id: PROJECT, environmentId: ENV },
  { environment: { id: ENV, project: { id: PROJECT } }, stages: [{ id: SERVICE }], services: [{ id: OTHER }] },
  { id: PROJECT, environments: [{ id: ENV, stage: { id: SERVICE } }] },
  { id: ENV, environment: 'staging', project: PROJECT, last_deployment_id: OTHER },
  { environment: ENV, project: PROJECT, organizationId: ORG },
  { staging: { id: ENV } },
  { staging: ENV, 'payment-service': ENV },
  { [ENV]: { name: 'staging' } },
  [{ service_type: 'JOB', id: SERVICE }, ENV],
  { note: `See ${LINK}/overview` },
];

test.each(JSON_TEXTS.map((value) => JSON.stringify(value)))(
  'readPastedPins finds the environment alone in %s',
  (text) => {
    for (const form of [
      text,
      JSON.stringify(JSON.parse(text), null, 2),
      text.replaceAll('/', '\\/'),
      `log:\n${text}\n${text}\n`,
      `\`\`\`json\n${JSON.stringify(JSON.parse(text), null, 2)}\n\`\`\``,
    ])
      expect(readPastedPins(form).pins).toEqual([environment(ENV)]);
  },
);

test('readPastedPins returns a project that JSON names, and passes over a service without its environment', () => {
  expect(readPastedPins(JSON.stringify({ projects: [{ id: PROJECT }] })).pins).toEqual([project(PROJECT)]);
  expect(readPastedPins(JSON.stringify({ project: PROJECT })).pins).toEqual([project(PROJECT)]);
  const event = { id: SERVICE, target_id: ENV, environment_id: ENV };
  expect(readPastedPins(JSON.stringify(event)).passedOver).toEqual([SERVICE]);
  expect(readPastedPins(JSON.stringify({ id: SERVICE, service_type: 'JOB' }))).toEqual({
    pins: [],
    passedOver: [SERVICE, 'JOB'],
    capped: 0,
  });
});

test('readPastedPins never throws, and finds an id in a list of JSON values of any shape', () => {
  fc.assert(
    fc.property(fc.json(), (value) => {
      expect(readPastedPins(`[${value}, "${ENV}"]`).pins).toContainEqual(environment(ENV));
    }),
  );
  expect(readPastedPins('['.repeat(500_000)).pins).toEqual([]);
});

/** Tables with a header in which only the environments E and F count. */
const TABLES = [
  'environment_id,project_id\nE,P\nF,P',
  'name,environment_id,project_id\nshop,E,P\nblog,F,P\n',
  'project_id;environment\r\nP;E\r\nP;F',
  'Environment\tProject\tCluster\nE\tP\tO\nF\tP\tO',
  '"name","environment_id","project_id"\n"shop, old","E","P"\n"blog","F","P"',
  '| env | project |\n|---|---|\n| E | P |\n| `F` | P |',
  'Our environments:\nid,project_id,environment\nE,P,staging\nF,P,production\n\nThanks',
  'service_id,environment_id,id\nO,E,O\nO,F,O',
];

test.each(TABLES)('readPastedPins returns only the environments of the table %j, in one line too', (table) => {
  const named = new Map([...'EFPO'].map((letter, n) => [letter, [ENV, anId(6), PROJECT, OTHER][n] ?? '']));
  const text = table.replaceAll(/\b[EFPO]\b/g, (letter) => named.get(letter) ?? '');
  for (const form of [text, inOneLine(text)])
    expect(readPastedPins(form).pins).toEqual([environment(ENV), environment(anId(6))]);
});

test('readPastedPins returns the same for a text and for its form in one line', () => {
  const list = `${ENV} payment-service\r\n${OTHER} auth-service\n\n  ${SERVICE} user service\n${anId(6)}`;
  expect(inOneLine(list)).not.toMatch(/[\r\n]/);
  expect(readPastedPins(inOneLine(list))).toEqual(readPastedPins(list));
  expect(readPastedPins(list).pins).toEqual([ENV, OTHER, SERVICE, anId(6)].map(environment));
});
