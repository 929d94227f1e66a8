import { describe, expect, it } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { columnBands } from '#domain/versions/column-bands.ts';
import { defaultPair, modesOf, pairColumns, pairsFirst } from '#domain/versions/mode-pair.ts';
import type { Commit, ServiceVersion } from '#domain/versions/service-version.ts';
import { isSettledState } from '#domain/versions/settled-states.ts';
import { versionOfCommit, versionOfTag } from '#domain/versions/version.ts';
import {
  lacksDeployed,
  NO_ANSWER,
  rememberDeployed,
  runningServices,
  type VersionAnswer,
} from '#domain/versions/version-answer.ts';
import { versionColumns } from '#domain/versions/version-columns.ts';
import { versionsCsv, versionsMarkdown } from '#domain/versions/version-export.ts';
import { filterMatrices } from '#domain/versions/version-filter.ts';
import { versionMatrix } from '#domain/versions/version-matrix.ts';
import { hasNoServices, isWithoutServices, summarizeVersions } from '#domain/versions/version-summary.ts';
import { wantedCommits } from '#domain/versions/wanted-commits.ts';
import { EXPORT_WORDS } from '#messages/version-export.ts';
import { projectNote, unreadNote, versionsNote, versionsSentence } from '#messages/versions.ts';
import { anId } from '#test/support/ids.ts';

const UP_TO_DATE = 'UP_TO_DATE';
const sha = (digit: string) => digit.repeat(40);

function anEnvironment(n: number, mode: string, configuration = UP_TO_DATE, project = 'shop'): BoardEnvironment {
  const id = anId(n);
  const info = { id, name: `${mode.toLowerCase()}-${n}`, mode, projectId: project, projectName: project };
  return {
    id,
    info: { ...info, organizationId: 'o', organizationName: 'acme' },
    status: { id, state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED', configuration },
    tone: 'ok',
    freshness: 'fresh',
  };
}

const NOTHING = { source: undefined, configured: undefined, deployedCommit: undefined, commitNotedAt: undefined };
const anImage = (name: string, tag: string, image = name): ServiceVersion => ({
  ...NOTHING,
  id: `${name} ${tag}`,
  name,
  kind: 'CONTAINER',
  source: { kind: 'image', registry: 'ghcr.io', image },
  configured: versionOfTag(tag),
});
const anApplication = (name: string, digit: string, id = `${name} ${digit}`): ServiceVersion => ({
  ...NOTHING,
  id,
  name,
  kind: 'APPLICATION',
  source: { kind: 'git', url: 'https://github.com/acme/shop', rootPath: name },
  deployedCommit: versionOfCommit(sha(digit)),
});
const answering = (...services: readonly ServiceVersion[]): VersionAnswer => ({
  ...NO_ANSWER,
  services,
  observedAt: 1,
});

const NO_COMMITS = () => [];
const OPTIONS = { compareWith: 'left', order: 'differing', commitsOf: NO_COMMITS } as const;
const matrixOf = (
  columns: readonly (readonly [BoardEnvironment, VersionAnswer])[],
  options: Partial<Parameters<typeof versionMatrix>[1]> = {},
) =>
  versionMatrix(
    columns.map(([environment, answer]) => ({ environment, answer })),
    { ...OPTIONS, ...options },
  );
const relationsOf = ({ rows }: ReturnType<typeof matrixOf>, name: string) =>
  rows
    .find((row) => row.name === name)
    ?.cells.map((cell) => (cell.kind === 'service' ? (cell.comparison?.relation ?? 'first') : cell.kind));

const DEV = anEnvironment(1, 'DEVELOPMENT');
const STAGING = anEnvironment(2, 'STAGING');
const PRODUCTION = anEnvironment(3, 'PRODUCTION');

describe('columnBands', () => {
  const columns = Array.from({ length: 10 }, (_, n) => [anEnvironment(n, 'STAGING'), NO_ANSWER] as const);

  it('divides ten columns into parts of equal width or one column fewer, in order', () => {
    const matrix = matrixOf([...columns.slice(1), [DEV, answering(anImage('web', '1'))]]);
    const bands = columnBands(matrix, 3);
    expect(bands.map((band) => band.columns.length)).toEqual([3, 2, 3, 2]);
    expect(bands.flatMap((band) => band.columns)).toEqual(matrix.columns);
    expect(matrix.rows).not.toEqual([]);
    expect(bands.flatMap(({ rows }) => rows[0]?.cells)).toEqual(matrix.rows[0]?.cells);
  });

  it('leaves a matrix whole that has no more columns than a part may have', () => {
    const matrix = matrixOf(columns.slice(0, 3));
    expect(columnBands(matrix, 3)).toEqual([matrix]);
  });
});

describe('pairsFirst', () => {
  it('moves projects with nothing to compare behind the others, and keeps the order of both', () => {
    const column = (n: number, project: string) =>
      [anEnvironment(n, 'STAGING', UP_TO_DATE, project), NO_ANSWER] as const;
    const [a, b, c, d] = [
      matrixOf([column(1, 'a')]),
      matrixOf([column(2, 'b'), column(3, 'b')]),
      matrixOf([column(4, 'c')]),
      matrixOf([column(5, 'd'), column(6, 'd')]),
    ];
    expect(pairsFirst([a, b, c, d])).toEqual([b, d, a, c]);
  });
});

describe('versionColumns', () => {
  it('orders environments by mode, projects by name, and leaves previews out until they are wanted', () => {
    const preview = anEnvironment(4, 'PREVIEW');
    const other = anEnvironment(5, 'STAGING', UP_TO_DATE, 'billing');
    const shown = [preview, PRODUCTION, other, STAGING, DEV];
    expect([...versionColumns(shown, false)]).toEqual([
      ['billing', [other]],
      ['shop', [DEV, STAGING, PRODUCTION]],
    ]);
    expect(versionColumns(shown, true).get('shop')).toEqual([DEV, STAGING, PRODUCTION, preview]);
  });
});

describe('versionMatrix', () => {
  it('compares each cell with the nearest environment to its left that has the service', () => {
    const matrix = matrixOf([
      [DEV, answering(anImage('api', '1.3.0'), anImage('cache', '7.0.0'))],
      [STAGING, answering(anImage('api', '1.2.0'))],
      [PRODUCTION, answering(anImage('api', '1.2.0'), anImage('cache', '6.0.0'))],
    ]);
    expect(relationsOf(matrix, 'api')).toEqual(['first', 'behind', 'equal']);
    expect(relationsOf(matrix, 'cache')).toEqual(['first', 'absent', 'behind']);
  });

  it('compares with the last column when the user chose so', () => {
    const columns = [
      [DEV, answering(anImage('api', '1.3.0'))],
      [STAGING, answering(anImage('api', '1.3.0'))],
      [PRODUCTION, answering(anImage('api', '1.2.0'))],
    ] as const;
    expect(relationsOf(matrixOf(columns, { compareWith: 'last' }), 'api')).toEqual(['ahead', 'ahead', 'first']);
  });

  it('keeps an environment without an answer apart from an environment without the service', () => {
    const matrix = matrixOf([
      [DEV, NO_ANSWER],
      [STAGING, answering(anImage('api', '1.2.0'))],
      [PRODUCTION, answering()],
    ]);
    expect(relationsOf(matrix, 'api')).toEqual(['waiting', 'first', 'absent']);
    expect(matrix.rows[0]?.isInOneOnly).toBe(true);
  });

  it('calls no service absent in an environment with a service that could not be read', () => {
    const partly = { ...answering(anImage('web', '1.0.0')), unreadServices: 1 };
    const matrix = matrixOf([
      [STAGING, partly],
      [PRODUCTION, answering(anImage('api', '1.2.0'), anImage('web', '1.0.0'))],
    ]);
    expect(relationsOf(matrix, 'api')).toEqual(['unread', 'first']);
    expect(relationsOf(matrix, 'web')).toEqual(['first', 'equal']);
    expect(matrix.rows.some(({ isInOneOnly }) => isInOneOnly)).toBe(false);
    const summary = summarizeVersions([matrix]);
    expect(unreadNote(summary)).toBe('Some services of 1 environment could not be read.');
    expect(summarizeVersions([matrixOf([[STAGING, { ...partly, services: [] }]])]).answered).toBe(0);
  });

  it('keeps an environment whose services could not be read apart from one that waits', () => {
    const denied = { ...NO_ANSWER, failure: { kind: 'denied' } } as const;
    const api = answering(anImage('api', '1.2.0'));
    const one = matrixOf([
      [DEV, NO_ANSWER],
      [STAGING, denied],
      [PRODUCTION, api],
    ]);
    expect(relationsOf(one, 'api')).toEqual(['waiting', 'unread', 'first']);
    expect(projectNote(one.rows, 0)).toBe('nothing compared');
    expect(unreadNote(summarizeVersions([one]))).toBe(
      'The services of 1 of 3 environments could not be read. Add a token that may read them in Settings.',
    );
    const all = summarizeVersions([matrixOf([[STAGING, denied]])]);
    expect(versionsSentence(all)).toBe('No versions could be read.');
    const busy = summarizeVersions([matrixOf([[DEV, { ...NO_ANSWER, failure: { kind: 'offline' } }]])]);
    expect(unreadNote(busy)).toBe('The services of 1 of 1 environment could not be read.');
    expect(unreadNote(summarizeVersions([matrixOf([[STAGING, api]])]))).toBe('');
  });

  it('is in step only where equal versions were compared', () => {
    const image = (tag: string) => answering(anImage('api', tag));
    const isInStep = (...answers: readonly VersionAnswer[]) =>
      matrixOf(answers.map((answer, at) => [[STAGING, PRODUCTION][at] ?? DEV, answer] as const)).rows[0]?.isInStep;
    expect(isInStep(image('1.2.0'), image('1.2.0'))).toBe(true);
    expect(isInStep(image('1.2.0'), image('1.3.0'))).toBe(false);
    expect(isInStep(image('latest'), image('latest'))).toBe(false);
    expect(isInStep(image('1.2.0'))).toBe(false);
    expect(isInStep(image('1.2.0'), NO_ANSWER)).toBe(false);
  });

  it('marks the same name with another source, and only suggests that another name is a rename', () => {
    const matrix = matrixOf([
      [STAGING, answering(anImage('api', '1.2.0'), anImage('old-name', '1.0.0', 'acme/moved'))],
      [PRODUCTION, answering(anImage('api', '1.2.0', 'mirror/api'), anImage('new-name', '1.0.0', 'acme/moved'))],
    ]);
    expect(relationsOf(matrix, 'api')).toEqual(['first', 'otherSource']);
    expect(matrix.rows.map(({ name, maybeRenamed }) => [name, maybeRenamed])).toEqual([
      ['api', undefined],
      ['new-name', 'old-name'],
      ['old-name', 'new-name'],
    ]);
  });

  it('merges names that differ in case and blanks only, and never services of two kinds', () => {
    const job = { ...anImage('api', '1.2.0'), kind: 'JOB' };
    const matrix = matrixOf([
      [STAGING, answering(anImage('API ', '1.2.0', 'api'), job)],
      [PRODUCTION, answering(anImage('api', '1.2.0'))],
    ]);
    expect(matrix.rows.map(({ kind, isInOneOnly }) => [kind, isInOneOnly])).toEqual([
      ['JOB', true],
      ['CONTAINER', false],
    ]);
  });

  it('puts rows that differ first, or sorts by name', () => {
    const columns = [
      [STAGING, answering(anImage('a', '1.0.0'), anImage('b', '1.0.0'), anImage('c', '1.0.0'))],
      [PRODUCTION, answering(anImage('a', '1.0.0'), anImage('b', '0.9.0'))],
    ] as const;
    expect(matrixOf(columns).rows.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
    expect(matrixOf(columns, { order: 'name' }).rows.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('configured and deployed', () => {
  const edited = anImage('api', '2.5.0');
  const state = (configuration: string) => ({
    id: edited.id,
    kind: 'CONTAINER',
    state: 'DEPLOYED',
    lastDeployedAt: 5,
    configuration,
  });
  const running = (answer: VersionAnswer, configuration: string | undefined, isSettled = true) =>
    runningServices(answer, { configuration, isSettled }).get('CONTAINER api');

  it('takes the configured tag for the deployed tag of an environment that is up to date', () => {
    expect(running(answering(edited), UP_TO_DATE)).toMatchObject({ deployed: { text: '2.5.0' }, pending: undefined });
  });

  it('keeps the tag that was deployed before an edit, and shows the edited one as configured', () => {
    const before = answering({ ...edited, configured: versionOfTag('2.4.1') });
    const deployed = rememberDeployed(before, { configuration: UP_TO_DATE, isSettled: true });
    const after = { ...answering(edited), deployed, states: [state('OUT_OF_DATE')] };
    expect(running(after, 'OUT_OF_DATE')).toMatchObject({
      deployed: { text: '2.4.1' },
      pending: { text: '2.5.0' },
      isOutOfDate: true,
    });
    expect(rememberDeployed(after, { configuration: 'OUT_OF_DATE', isSettled: true })).toEqual(deployed);
  });

  it('claims nothing of a service of an environment that is out of date before the states are known', () => {
    expect(running(answering(edited), 'OUT_OF_DATE')).toMatchObject({ deployed: undefined, pending: undefined });
    expect(running({ ...answering(edited), states: [state(UP_TO_DATE)] }, 'OUT_OF_DATE')).toMatchObject({
      deployed: { text: '2.5.0' },
      isOutOfDate: false,
    });
  });

  it('does not take the configured tag for the deployed tag after a failed deployment, and keeps the tag before', () => {
    expect(running(answering(edited), UP_TO_DATE, false)).toMatchObject({ deployed: undefined, pending: undefined });
    const deployed = rememberDeployed(answering({ ...edited, configured: versionOfTag('2.4.1') }), {
      configuration: UP_TO_DATE,
      isSettled: true,
    });
    expect(running({ ...answering(edited), deployed }, UP_TO_DATE, false)).toMatchObject({
      deployed: { text: '2.4.1' },
      pending: { text: '2.5.0' },
    });
  });

  it.each([
    ['DEPLOYED', true],
    ['RESTART_ERROR', true],
    ['STOPPED', true],
    ['CANCELED', false],
    ['BUILDING', false],
    ['DEPLOYMENT_ERROR', false],
    ['HIBERNATING', false],
    [undefined, false],
  ])('knows whether the last deployment of %s succeeded', (one, isSettled) => {
    expect(isSettledState(one)).toBe(isSettled);
  });

  it('takes the state of the service before the state of its environment', () => {
    const answer = { ...answering(edited), states: [state(UP_TO_DATE)] };
    expect(running(answer, UP_TO_DATE, false)).toMatchObject({ deployed: { text: '2.5.0' } });
    const failed = { ...answering(edited), states: [{ ...state(UP_TO_DATE), state: 'DEPLOYMENT_ERROR' }] };
    expect(running(failed, UP_TO_DATE, false)).toMatchObject({ deployed: undefined });
    expect(lacksDeployed(failed, { configuration: UP_TO_DATE, isSettled: false })).toBe(true);
    expect(lacksDeployed(answer, { configuration: UP_TO_DATE, isSettled: false })).toBe(false);
  });

  it('has no deployed version in an environment that was never deployed', () => {
    expect(running(answering(edited), 'NEVER_DEPLOYED')).toMatchObject({
      deployed: undefined,
      pending: { text: '2.5.0' },
    });
  });
});

describe('summarizeVersions', () => {
  it('counts between staging and production where each project has both', () => {
    const matrix = matrixOf([
      [DEV, answering(anImage('api', '1.3.0'), anImage('web', '2.0.0'), anImage('mail', '1.0.0'))],
      [STAGING, answering(anImage('api', '1.2.0'), anImage('web', '2.0.0'))],
      [PRODUCTION, answering(anImage('api', '1.2.0'), anImage('web', '1.0.0'))],
    ]);
    const summary = summarizeVersions([matrix]);
    expect(versionsSentence(summary)).toBe('1 of 3 services differs between staging and production.');
    expect(versionsNote(summary)).toBe('1 exists in one environment only.');
  });

  it('counts between all environments where a project lacks one of the two', () => {
    const matrix = matrixOf([
      [DEV, answering(anImage('api', '1.3.0'))],
      [STAGING, answering(anImage('api', '1.2.0'))],
    ]);
    expect(versionsSentence(summarizeVersions([matrix]))).toBe('1 of 1 service differs between environments.');
    expect(versionsSentence(summarizeVersions([]))).toBe('');
  });

  it('counts the services of which a version is not known, apart from those that differ and those in step', () => {
    const inMotion = anEnvironment(2, 'STAGING', 'OUT_OF_DATE');
    const staging = answering(anImage('api', '1.3.0'), anImage('web', '2.0.0'), anImage('mail', '1.0.0'));
    const production = answering(anImage('api', '1.2.0'), anImage('web', '2.0.0'), anImage('mail', '1.0.0'));
    const [api] = rememberDeployed(staging, { configuration: UP_TO_DATE, isSettled: true });
    const matrix = matrixOf([
      [inMotion, { ...staging, deployed: new Map(api && [api]) }],
      [PRODUCTION, production],
    ]);
    const summary = summarizeVersions([matrix]);
    expect(summary).toMatchObject({ compared: 3, differing: 1, unknown: 2 });
    expect(versionsNote(summary)).toMatch(/^2 could not be compared/);
    const between = summarizeVersions([matrix], ['DEVELOPMENT', 'PRODUCTION']);
    expect(between).toMatchObject({ between: undefined, differing: 1, unknown: 2 });
    const inStep = matrixOf([
      [STAGING, answering(anImage('api', '1.2.0'))],
      [PRODUCTION, answering(anImage('api', '1.2.0'))],
    ]);
    expect(summarizeVersions([inStep])).toMatchObject({ compared: 1, differing: 0, unknown: 0 });
  });

  it('counts among the compared services none of a project with one environment', () => {
    const both = matrixOf([
      [STAGING, answering(anImage('api', '1.3.0'))],
      [PRODUCTION, answering(anImage('api', '1.2.0'))],
    ]);
    const alone = matrixOf([[PRODUCTION, answering(anImage('web', '1.0.0'), anImage('mail', '1.0.0'))]]);
    expect(versionsSentence(summarizeVersions([both, alone]))).toBe(
      '1 of 1 service differs between staging and production.',
    );
    expect(versionsSentence(summarizeVersions([alone]))).toBe('2 services, nothing compared.');
  });
});

describe('the modes between which a summary counts', () => {
  const api = (tag: string) => answering(anImage('api', tag));
  const both = matrixOf([
    [STAGING, api('1.3.0')],
    [PRODUCTION, api('1.2.0')],
  ]);
  const devAndProduction = matrixOf([
    [DEV, api('1.3.0')],
    [PRODUCTION, api('1.2.0')],
  ]);
  const MODES = ['STAGING', 'PRODUCTION'] as const;

  it('are staging and production when each project with two environments has both', () => {
    expect(summarizeVersions([both]).between).toEqual(MODES);
    expect(summarizeVersions([both, matrixOf([[DEV, api('1.2.0')]])]).between).toEqual(MODES);
    expect(summarizeVersions([both, devAndProduction]).between).toBeUndefined();
    expect(summarizeVersions([devAndProduction]).between).toBeUndefined();
    expect(summarizeVersions([matrixOf([[DEV, api('1.2.0')]])]).between).toBeUndefined();
    expect(summarizeVersions([]).between).toBeUndefined();
  });

  it('are those that the user chose, in the order of the columns', () => {
    expect(summarizeVersions([devAndProduction], ['DEVELOPMENT', 'PRODUCTION']).between).toEqual([
      'DEVELOPMENT',
      'PRODUCTION',
    ]);
    expect(summarizeVersions([both], ['PRODUCTION', 'STAGING']).between).toBeUndefined();
    expect(summarizeVersions([both], ['STAGING', 'STAGING']).between).toBeUndefined();
  });

  it('need an environment that the directory names', () => {
    const { info: _, ...nameless } = STAGING;
    const matrix = matrixOf([
      [nameless, api('1.3.0')],
      [PRODUCTION, api('1.2.0')],
    ]);
    expect(summarizeVersions([matrix]).between).toBeUndefined();
  });

  it('leave out a service that one of the two lacks, and a difference to another environment', () => {
    const matrix = matrixOf([
      [DEV, answering(anImage('api', '1.4.0'), anImage('web', '2.0.0'))],
      [STAGING, answering(anImage('api', '1.3.0'))],
      [PRODUCTION, answering(anImage('api', '1.3.0'), anImage('web', '1.0.0'))],
    ]);
    expect(summarizeVersions([matrix])).toMatchObject({ services: 2, differing: 0 });
    expect(summarizeVersions([matrix], ['DEVELOPMENT', 'PRODUCTION'])).toMatchObject({ services: 2, differing: 2 });
  });
});

describe('a summary without services', () => {
  const denied = { ...NO_ANSWER, failure: { kind: 'denied' } } as const;
  const partly = { ...answering(), unreadServices: 1 };
  const of = (...answers: readonly VersionAnswer[]) =>
    matrixOf(answers.map((answer, at) => [[DEV, STAGING, PRODUCTION][at] ?? DEV, answer] as const));

  it('says that a project has none only when all of its environments have answered', () => {
    expect(isWithoutServices(of(answering(), answering()))).toBe(true);
    expect(isWithoutServices(of(answering(), NO_ANSWER))).toBe(false);
    expect(isWithoutServices(of(answering(), partly))).toBe(false);
    expect(isWithoutServices(of(answering(anImage('api', '1.0.0')), answering()))).toBe(false);
  });

  it('says so of a board when all environments that could be read have none', () => {
    const isEmpty = (...answers: readonly VersionAnswer[]) => hasNoServices(summarizeVersions([of(...answers)]));
    expect(isEmpty(answering(), answering())).toBe(true);
    expect(isEmpty(answering(), denied)).toBe(true);
    expect(isEmpty(answering(), NO_ANSWER)).toBe(false);
    expect(isEmpty(denied, denied)).toBe(false);
    expect(isEmpty(answering(), answering(anImage('api', '1.0.0')))).toBe(false);
  });

  it('counts the services with a configuration that is not deployed', () => {
    const before = answering(anImage('api', '2.4.1'), anImage('web', '1.0.0'));
    const deployed = rememberDeployed(before, { configuration: UP_TO_DATE, isSettled: true });
    const [api, web] = before.services ?? [];
    const edited = {
      ...before,
      deployed,
      services: [{ ...api, configured: versionOfTag('2.5.0') }, web],
    } as VersionAnswer;
    const pendingOf = (answer: VersionAnswer) =>
      summarizeVersions([matrixOf([[anEnvironment(2, 'STAGING', 'OUT_OF_DATE'), answer]])]).pending;
    const state = { kind: 'CONTAINER', state: 'DEPLOYED', lastDeployedAt: 5 };
    const states = [
      { ...state, id: 'api 2.4.1', configuration: 'OUT_OF_DATE' },
      { ...state, id: 'web 1.0.0', configuration: UP_TO_DATE },
    ];
    expect(pendingOf({ ...edited, states })).toBe(1);
    const settled = states.map((each) => ({ ...each, configuration: UP_TO_DATE }));
    expect(pendingOf({ ...before, deployed, states: settled })).toBe(0);
  });
});

describe('the pair of a narrow screen', () => {
  it('is staging and production where both exist, and the last two modes otherwise', () => {
    const all = [PRODUCTION, DEV, STAGING, anEnvironment(4, 'PREVIEW'), anEnvironment(5, 'NEW_MODE')];
    expect(modesOf(all)).toEqual(['DEVELOPMENT', 'STAGING', 'PRODUCTION', 'PREVIEW', 'NEW_MODE']);
    expect(defaultPair(modesOf([DEV, STAGING, PRODUCTION]))).toEqual(['STAGING', 'PRODUCTION']);
    // The mode of an environment that is not found is not known.
    expect(defaultPair(modesOf([...all, { ...DEV, info: undefined }]))).toEqual(['STAGING', 'PRODUCTION']);
    expect(defaultPair(['PRODUCTION'])).toEqual(['PRODUCTION', 'PRODUCTION']);
    expect(pairColumns([DEV, STAGING, PRODUCTION], ['STAGING', 'PRODUCTION'])).toEqual([STAGING, PRODUCTION]);
    const second = anEnvironment(6, 'PRODUCTION');
    expect(pairColumns([PRODUCTION, second], ['PRODUCTION', 'PRODUCTION'])).toEqual([PRODUCTION, second]);
  });
});

describe('the commits that tell an order', () => {
  const list: readonly Commit[] = ['c', 'b', 'a'].map((digit) => ({
    id: sha(digit),
    message: undefined,
    author: undefined,
    createdAt: undefined,
  }));
  const columns = [
    [STAGING, answering(anApplication('web', 'c'), anApplication('api', 'b'))],
    [PRODUCTION, answering(anApplication('web', 'a'), anApplication('api', 'b', 'other'))],
  ] as const;

  it('are wanted for the first environment of rows whose commits differ', () => {
    expect(wantedCommits([matrixOf(columns)])).toEqual([
      { serviceId: 'web c', kind: 'APPLICATION', commitIds: [sha('c'), sha('a')] },
    ]);
  });

  it('are wanted of commits only, also when an environment lacks the service or its answer', () => {
    const unknown = { ...anApplication('web', 'b', 'unknown'), deployedCommit: undefined };
    const tagged = { ...anApplication('web', 'b', 'tagged'), deployedCommit: versionOfTag('1.2.0') };
    const more = [DEV, anEnvironment(4, 'PREVIEW'), anEnvironment(5, 'PREVIEW'), anEnvironment(6, 'PREVIEW')];
    const answers = [answering(unknown), NO_ANSWER, answering(), answering(tagged)];
    const wider = [...columns, ...more.map((environment, at) => [environment, answers[at] ?? NO_ANSWER] as const)];
    expect(wantedCommits([matrixOf(wider)])).toEqual([
      { serviceId: 'web c', kind: 'APPLICATION', commitIds: [sha('c'), sha('a')] },
    ]);
    const images = [
      [STAGING, answering(anImage('api', '1.3.0'))],
      [PRODUCTION, answering(anImage('api', '1.2.0'))],
    ] as const;
    expect(wantedCommits([matrixOf(images)])).toEqual([]);
  });

  it('turn different into behind', () => {
    expect(relationsOf(matrixOf(columns), 'web')).toEqual(['first', 'different']);
    expect(relationsOf(matrixOf(columns, { commitsOf: () => list }), 'web')).toEqual(['first', 'behind']);
  });
});

describe('the filter', () => {
  const matrix = matrixOf([
    [STAGING, answering(anImage('api', '1.2.0'), anImage('web', '2.0.0'))],
    [PRODUCTION, answering(anImage('api', '1.2.0'), anImage('web', '2.0.0'))],
  ]);

  it('keeps the rows that match, else the columns that match, else nothing', () => {
    expect(filterMatrices([matrix], ' ')).toEqual([matrix]);
    expect(filterMatrices([matrix], 'API')[0]?.rows.map(({ name }) => name)).toEqual(['api']);
    const [byColumn] = filterMatrices([matrix], 'staging-2');
    expect(byColumn?.columns.map(({ environment }) => environment)).toEqual([STAGING]);
    expect(byColumn?.rows.map(({ cells }) => cells.length)).toEqual([1, 1]);
    expect(filterMatrices([matrix], 'nothing-like-it')).toEqual([]);
  });
});

describe('the copies', () => {
  const matrix = matrixOf([
    [STAGING, answering(anImage('a|b', '1.2.0'), anImage('=HYPERLINK("x")', '1.0.0'))],
    [PRODUCTION, answering(anImage('a|b', '1.1.0'))],
  ]);

  it('are a Markdown table with the marks in words', () => {
    expect(versionsMarkdown([matrix], EXPORT_WORDS).split('\n')).toEqual([
      '### shop',
      '',
      '| Service | staging-2 | production-3 |',
      '| --- | --- | --- |',
      '| a\\|b (container) | 1.2.0 | 1.1.0 (1 minor behind) |',
      '| =HYPERLINK("x") (container) | 1.0.0 | – |',
      '',
    ]);
  });

  it('are CSV with a line for each service of each environment, and no formula', () => {
    const [head, ...lines] = versionsCsv([matrix], EXPORT_WORDS).split('\r\n');
    expect(head).toMatch(/^"Project","Service","Kind","Environment"/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('"shop","a|b","CONTAINER","production-3","PRODUCTION","1.1.0","","","","behind"');
    expect(lines[2]).toContain('"\'=HYPERLINK(""x"")"');
  });
});
