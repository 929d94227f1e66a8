import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { readPastedPins } from '#domain/board/parse-pasted-pins.ts';
import type { Pin } from '#domain/board/pin.ts';
import { consoleDeploymentUrl, consoleEnvironmentUrl } from '#domain/environment/console-url.ts';
import { anId } from '#test/support/ids.ts';

const ORG = '11111111-1111-4111-8111-111111111111';
const PROJECT = '22222222-2222-4222-8222-222222222222';
const ENV = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const OTHER = '44444444-4444-4444-8444-444444444444';
const HOST = 'https://console.qovery.com';
const LINK = `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV}`;
const environment = (id: string): Pin => ({ kind: 'environment', id });
const project = (id: string): Pin => ({ kind: 'project', id });

/** Ways in which a text holds the id X or a link to it. Each names nothing else. */
const FORMS = [
  ...[
    'X',
    '<X>',
    '<<X',
    'X>>',
    '"X"',
    '  ,;X;;, ',
    'X.',
    'X:',
    '(X)',
    '[X]',
    '{X}',
    '_X_',
    '*X*',
    '**X**',
    '`X`',
    '``X``',
  ],
  ...[
    '“X”',
    '‘X’',
    '«X»',
    "'X'",
    '~X~',
    '|X|',
    '#X',
    '@X',
    'id=X',
    'id: X',
    'env=X',
    '?id=X&',
    'X/',
    '/X',
    '- X',
    '—X—',
    'X…',
  ],
  ...[
    'X\u200B',
    '\u200BX',
    '\uFEFFX\r\n',
    '&quot;X&quot;',
    '&lt;X&gt;',
    '%22X%22',
    '\\u0022X\\u0022',
    '{"id":"X"}',
    '"id"\n:\n"X"',
  ],
  ...['{"environment":{"id":"X"}}', '"environment_id":"X"', 'environmentId=X', 'Environment X', 'environment: X'],
  ...[
    'https://api.qovery.com/environment/X',
    'https://api.qovery.com/environment/X/statuses',
    '/api/environment/X/status',
  ],
  ...[
    'https://console.example.com/environment/X',
    'https://evil.example/?next=https://console.qovery.com/environment/X',
  ],
  ...[
    'https://go.example/?url=https%3A%2F%2Fconsole.qovery.com%2Fenvironment%2FX%2Fservices',
    'http://x/%252Fenvironment%252FX',
  ],
  ...['<a href="https://console.qovery.com/environment/X"></a>', '[](https://console.qovery.com/environment/X)'],
  ...[
    '**https://console.qovery.com/environment/X**',
    '(https://console.qovery.com/environment/X).',
    'console.qovery.com/environment/X',
  ],
];
/** Spellings of the id itself. */
const SPELLINGS: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => id.toUpperCase(),
  (id) => id.replaceAll('-', ''),
  (id) => id.replaceAll('-', '\u2011'),
  (id) => id.replaceAll('-', '\u2013'),
  (id) => `${id.slice(0, 10)}\u200B${id.slice(10)}`,
  (id) => `${id.slice(0, 20)}\u00AD${id.slice(20)}`,
];
const anyForm = fc.tuple(fc.constantFrom(...FORMS), fc.constantFrom(...SPELLINGS));

test.each(FORMS)('readPastedPins finds the environment in %j, in each spelling of its id', (form) => {
  for (const spell of SPELLINGS)
    expect(readPastedPins(form.replaceAll('X', () => spell(ENV)))).toEqual({
      pins: [environment(ENV)],
      passedOver: [],
      capped: 0,
    });
});

test('readPastedPins finds every id in order, in any forms, anywhere in a text', () => {
  const words = fc.stringMatching(/^[g-z ]{0,12}$/);
  const entry = fc.tuple(fc.uuid(), anyForm, words);
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([id]) => id, maxLength: 12 }), (entries) => {
      const text = entries
        .map(([id, [form, spell], word]) => `${form.replaceAll('X', () => spell(id))} ${word}`.trimEnd())
        .join('\n');
      expect(readPastedPins(text).pins).toEqual(entries.map(([id]) => environment(id)));
    }),
    { numRuns: 300 },
  );
});

test.each([
  LINK,
  `${LINK}/`,
  `${LINK}/service/${OTHER}/overview`,
  `${LINK}/logs/stages/${OTHER}`,
  `${LINK}/deployment/${OTHER}`,
  `${LINK}?a=b`,
  `${LINK}?tab=environment/${OTHER}#x`,
  LINK.replace('https', 'http'),
  LINK.replace('console.qovery.com', 'new-console.qovery.example'),
  LINK.toUpperCase(),
  LINK.replace('https://', ''),
  `${HOST}/platform/organizations/${ORG}/projects/${PROJECT}/environments/${ENV}/applications?tab=environment/${OTHER}#x`,
  `https://go.example/?url=${encodeURIComponent(`${LINK}/service/${OTHER}`)}`,
])('readPastedPins returns the environment alone for the link %s', (text) => {
  expect(readPastedPins(text)).toEqual({ pins: [environment(ENV)], passedOver: [], capped: 0 });
});

test.each(['', '/', '//', '?x', '/environments', '/environments/general', '/overview', '/environment/overview'])(
  'readPastedPins returns the project for a link to a project%s',
  (rest) => {
    const link = `${HOST}/organization/${ORG}/project/${PROJECT}${rest}`;
    expect(readPastedPins(link)).toEqual({ pins: [project(PROJECT)], passedOver: [], capped: 0 });
  },
);

test.each([
  'shop',
  ENV.slice(1),
  `${HOST}/organization/${ORG}`,
  `https://api.qovery.com/organization/${ORG}/environments`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/environment/${ENV.slice(0, 30)}`,
  `${HOST}/organization/${ORG}/project/${PROJECT}/clusters`,
  `/service/${ENV}`,
  `x${ENV}`,
  '__proto__',
])('readPastedPins finds no pin in %s, and passes it over', (text) => {
  expect(readPastedPins(text)).toEqual({ pins: [], passedOver: [text], capped: 0 });
});

test.each([
  [`[staging](${LINK})`, 'staging'],
  [`${ENV}: shop`, 'shop'],
  [`${ENV} of cluster ${OTHER}`, OTHER],
  [`<a href="${LINK}">shop</a>`, 'shop'],
])('readPastedPins finds the environment in %s, and passes over %s', (text, passed) => {
  const { pins, passedOver } = readPastedPins(text);
  expect(pins).toEqual([environment(ENV)]);
  expect(passedOver).toContain(passed);
});

test.each([
  ['payment-service: X', 'payment-service:'],
  ['payment_service X', 'payment_service'],
  ['staging-cluster X', 'staging-cluster'],
  ['my-application X', 'my-application'],
  ['nightly-job - X', 'nightly-job'],
  ['| shop-database | X |', 'shop-database'],
  ['Deployment X', 'Deployment'],
  ['Environments of this cluster: X', 'of'],
])('readPastedPins finds the environment after a name that ends in the word of another kind, in %s', (form, word) => {
  const { pins, passedOver } = readPastedPins(form.replace('X', ENV));
  expect(pins).toEqual([environment(ENV)]);
  expect(passedOver[0]).toBe(word);
});

test.each([
  'service X',
  'Cluster - X',
  'service_id: X',
  'SERVICE_ID=X',
  'data-service-id="X"',
  'last_deployment_id: X',
  '/deployment/X',
])('readPastedPins passes over the id of another kind, in %s', (form) => {
  const { pins, passedOver } = readPastedPins(`${form.replace('X', OTHER)} ${ENV}`);
  expect(pins).toEqual([environment(ENV)]);
  expect(passedOver.join()).toContain(OTHER);
});

const safeLink = (inner: string, data: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05%7C02%7C${data}&reserved=0`;
const DIGITS = OTHER.replaceAll('-', '');

test.each([
  safeLink(LINK, `ops%40example.com%7C${DIGITS}%7C${anId(7).replaceAll('-', '')}%7C0`),
  safeLink(LINK, `${OTHER}%7C0`).replaceAll('&', '&amp;'),
  safeLink(safeLink(LINK, DIGITS), DIGITS),
  `https://www.google.example/url?q=${encodeURIComponent(LINK)}&sa=D&usg=${DIGITS}`,
])('readPastedPins returns only the environment of the link that a link checker contains, for %s', (text) => {
  expect(readPastedPins(text)).toEqual({ pins: [environment(ENV)], passedOver: [], capped: 0 });
});

test('readPastedPins passes over the digits in the query of a link to another site', () => {
  const { pins, passedOver } = readPastedPins(`https://traces.example/search?trace=${DIGITS} ${ENV}`);
  expect(pins).toEqual([environment(ENV)]);
  expect(passedOver).toEqual(['https://traces.example/search?trace=…']);
  for (const query of ['environment_id=', 'env=', 'next=/environment/', 'next=%252Fenvironment%252F'])
    expect(readPastedPins(`https://app.example/?${query}${DIGITS}`).pins).toEqual([environment(OTHER)]);
});

test.each(['', '/overview', '/', '?a=b'])('readPastedPins finds two links without a separator after %j', (rest) => {
  const text = `${LINK}${rest}${LINK.replace(ENV, OTHER)}`;
  expect(readPastedPins(text)).toEqual({ pins: [environment(ENV), environment(OTHER)], passedOver: [], capped: 0 });
});

test.each([JSON.stringify(LINK).replaceAll('/', '\\/'), `{"url":${JSON.stringify(LINK).replaceAll('/', '\\/')}}`])(
  'readPastedPins returns the environment alone for a link with escaped slashes, %s',
  (text) => {
    expect(readPastedPins(text).pins).toEqual([environment(ENV)]);
  },
);

test.each(['&#8209;', '&#x2011;', '&#45;', '&hyphen;', '\\u002d', '\\u2011', '%2D', '\uFF0D'])(
  'readPastedPins finds an id with %s for its hyphens',
  (hyphen) => {
    const text = `${ENV.replaceAll('-', hyphen)} ${OTHER}`;
    expect(readPastedPins(text)).toEqual({ pins: [environment(ENV), environment(OTHER)], passedOver: [], capped: 0 });
  },
);

test.each(['&#999999;', '&#xfffff;', '\\ud83d', '&#0;'])(
  'readPastedPins does not throw for the escape %s',
  (written) => {
    expect(readPastedPins(`${written} ${ENV}`).pins).toEqual([environment(ENV)]);
  },
);

test('readPastedPins returns both ids when a slash joins them', () => {
  expect(readPastedPins(`${ENV}/${OTHER}`).pins).toEqual([environment(ENV), environment(OTHER)]);
});

test('readPastedPins reads an answer of the API without the ids of its surroundings', () => {
  const of = (id: string) => ({
    id,
    organization: { id: ORG },
    project: { id: PROJECT },
    cluster_id: anId(9),
    name: 'shop',
  });
  const { pins, passedOver } = readPastedPins(JSON.stringify({ results: [of(ENV), of(OTHER)] }, null, 2));
  expect(pins).toEqual([environment(ENV), environment(OTHER)]);
  expect(passedOver).toEqual(expect.arrayContaining([ORG, PROJECT, anId(9), 'shop']));
});

test.each([3, 300])(
  'readPastedPins returns the pins of a board of %i pins from its link, anywhere in a text',
  (count) => {
    const pins = Array.from(
      { length: count },
      (_, n): Pin => ({ kind: n % 2 ? 'project' : 'environment', id: anId(n) }),
    );
    const { search, hash } = boardLocation({ ...DEFAULT_BOARD, name: 'Release train', pins });
    const link = `https://board.example/status/${search}${hash}`;
    for (const text of [
      link,
      `See [the board](${link}).`,
      `“${link}”`,
      link.replaceAll('&', '&amp;'),
      `${search}${hash}`,
    ])
      expect(readPastedPins(text).pins).toEqual(pins);
    expect(readPastedPins(`${link} ${ENV}`).pins).toEqual([...pins, environment(ENV)]);
    expect(readPastedPins(link).passedOver).toEqual([]);
    expect(readPastedPins(link.slice(0, -30)).passedOver).toEqual([link.slice(0, -30)]);
  },
);

test('readPastedPins returns many pins in order, each once', () => {
  const text = `${OTHER}, ${ENV};${LINK}\r\n\t what,${HOST}/project/${PROJECT} what`;
  expect(readPastedPins(text)).toEqual({
    pins: [environment(OTHER), environment(ENV), project(PROJECT)],
    passedOver: ['what'],
    capped: 0,
  });
});

test('readPastedPins returns two pins when an environment and a project have the same id', () => {
  expect(readPastedPins(`${HOST}/project/${ENV} ${ENV} project ${ENV}`).pins).toEqual([project(ENV), environment(ENV)]);
});

test('readPastedPins counts the pins beyond the maximum number', () => {
  const ids = Array.from({ length: 8_003 }, (_, n) => anId(n));
  const { pins, passedOver, capped } = readPastedPins(`what ${ids.join(' ')} what`);
  expect(pins).toEqual(ids.slice(0, 8_000).map(environment));
  expect(passedOver).toEqual(['what']);
  expect(capped).toBe(3);
  expect(readPastedPins(ids.slice(0, 8_000).join(' ')).capped).toBe(0);
});

test('readPastedPins never throws, and finds an id between blanks in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      expect(readPastedPins(`${before} ${ENV} ${HOST}/${after}`).pins).toContainEqual(environment(ENV));
    }),
  );
});

test.each([
  ['slashes', `${HOST}/`.padEnd(1_000_000, '/')],
  ['brackets', '<'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['question marks', '?'.repeat(1_000_000)],
  ['digits', 'a1'.repeat(500_000)],
  ['percent signs', '%25'.repeat(333_000)],
  ['links', `${LINK}/`.repeat(7_000)],
  ['ids', `${ENV},`.repeat(27_000)],
])('readPastedPins does not throw for a megabyte of %s', (_, text) => {
  const { pins } = readPastedPins(text);
  expect(pins.length).toBeLessThanOrEqual(1);
});

test('readPastedPins reads the console links that the page writes, with escaped ids', () => {
  const place = { organizationId: ORG, projectId: PROJECT, environmentId: ENV };
  expect(consoleEnvironmentUrl(place)).toBe(LINK);
  const link = consoleDeploymentUrl({ ...place, deploymentId: 'a/b?c' });
  expect(link).toBe(`${LINK}/deployment/a%2Fb%3Fc`);
  expect(readPastedPins(link).pins).toEqual([environment(ENV)]);
  expect(() => consoleEnvironmentUrl({ ...place, environmentId: '\uD83D' })).not.toThrow();
});
