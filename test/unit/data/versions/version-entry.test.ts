import { describe, expect, test } from 'vitest';
import { deployedPart, EMPTY, type Entry, isPartDue, newerPart, wantedPart } from '#data/versions/version-entry.ts';
import type { ServiceVersion } from '#domain/versions/service-version.ts';
import type { Version } from '#domain/versions/version.ts';
import { NO_ANSWER } from '#domain/versions/version-answer.ts';
import type { SentRequest, VersionRequest } from '#domain/versions/version-request.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const request: VersionRequest = {
  id: 'e',
  deployment: 'd1',
  isFinished: true,
  isSettled: true,
  tone: 'ok',
  configuration: 'UP_TO_DATE',
};
const { id: _, ...sent } = request;
const sentAt = (at: number): SentRequest => ({ ...sent, at });
const tag = (text: string): Version => ({ kind: 'tag', text });
const image = (configured: Version): ServiceVersion => ({
  id: 's',
  name: 'web',
  kind: 'CONTAINER',
  source: { kind: 'image', registry: 'docker.io', image: 'acme/web' },
  configured,
  deployedCommit: undefined,
  commitNotedAt: undefined,
});
const entryWith = (part: Partial<Entry>, services: readonly ServiceVersion[] = []): Entry => ({
  ...EMPTY,
  ...part,
  answer: { ...NO_ANSWER, services, ...part.answer },
});

describe('isPartDue', () => {
  const known = entryWith({ servicesSent: sentAt(NOW), statesSent: sentAt(NOW) }, [image(tag('1.2.0'))]);
  const outOfDate: VersionRequest = { ...request, configuration: 'OUT_OF_DATE' };
  const due = (entry: Entry, wanted = request) =>
    (['services', 'neededStates', 'history', 'states'] as const).filter((part) => isPartDue(part, entry, wanted, NOW));

  test('is true for services and states of an environment without an answer', () => {
    expect(due(EMPTY)).toEqual(['services', 'states']);
  });

  test('is false while nothing has changed', () => {
    expect(due(known)).toEqual([]);
  });

  test('is true for the needed states when an image’s deployed version is not known without them', () => {
    const withoutStates = { ...known, statesSent: undefined };
    expect(due(withoutStates)).toEqual(['states']);
    const sentOutOfDate = { ...sentAt(NOW), configuration: 'OUT_OF_DATE' };
    expect(due({ ...withoutStates, servicesSent: sentOutOfDate }, outOfDate)).toEqual(['neededStates', 'states']);
  });

  test('is true for the history once, after the states did not show the deployed version', () => {
    const answered = {
      ...known,
      servicesSent: { ...sentAt(NOW), configuration: 'OUT_OF_DATE' },
      statesSent: { ...sentAt(NOW), configuration: 'OUT_OF_DATE' },
    };
    expect(due(answered, outOfDate)).toEqual(['history']);
    expect(due({ ...answered, historySent: outOfDate.deployment }, outOfDate)).toEqual([]);
  });
});

test('notes since when a deployment is wanted, once for each deployment', () => {
  const wanted = wantedPart(EMPTY, request, NOW);
  expect(wanted).toEqual({ wanted: { deployment: 'd1', since: NOW } });
  expect(wantedPart({ ...EMPTY, ...wanted }, request, NOW + 1)).toBeUndefined();
  expect(wantedPart({ ...EMPTY, ...wanted }, { ...request, deployment: 'd2' }, NOW + 1)).toEqual({
    wanted: { deployment: 'd2', since: NOW + 1 },
  });
});

describe('the answer of another tab', () => {
  const states = [{ id: 's', kind: 'CONTAINER', state: 'RUNNING', lastDeployedAt: 1 }];
  const mine = entryWith({
    servicesSent: sentAt(10),
    statesSent: sentAt(10),
    answer: {
      ...NO_ANSWER,
      services: [image(tag('mine'))],
      states: [],
      deployed: new Map([
        ['s', tag('mine')],
        ['t', tag('kept')],
      ]),
    },
  });
  const theirs = (servicesAt: number, statesAt: number | undefined) => ({
    answer: {
      ...NO_ANSWER,
      services: [image(tag('theirs'))],
      observedAt: 5,
      states,
      deployed: new Map([['s', tag('theirs')]]),
    },
    servicesSent: sentAt(servicesAt),
    statesSent: statesAt === undefined ? undefined : sentAt(statesAt),
  });

  test('is ignored when it is not newer', () => {
    expect(newerPart(mine, theirs(10, 10))).toBeUndefined();
    expect(newerPart(mine, theirs(9, undefined))).toBeUndefined();
  });

  test('replaces the services or the states, whichever is newer', () => {
    expect(newerPart(mine, theirs(11, 10))).toMatchObject({
      answer: { services: [{ configured: tag('theirs') }], observedAt: 5, states: [] },
      servicesSent: { at: 11 },
    });
    const ofStates = newerPart(mine, theirs(10, 11));
    expect(ofStates).toMatchObject({
      answer: { services: [{ configured: tag('mine') }], states },
      statesSent: { at: 11 },
    });
    expect(ofStates).not.toHaveProperty('servicesSent');
  });

  test('is taken whole by a tab without one, and adds the deployed versions that only the other tab knows', () => {
    const part = newerPart(EMPTY, theirs(1, 1));
    expect(part).toMatchObject({ servicesSent: { at: 1 }, statesSent: { at: 1 }, answer: { states } });
    expect(newerPart(mine, theirs(11, 11))?.answer?.deployed).toEqual(
      new Map([
        ['s', tag('theirs')],
        ['t', tag('kept')],
      ]),
    );
  });
});

test('remembers the deployed version of an image before a new one is configured, and returns only a change', () => {
  const before = entryWith({}, [image(tag('1.2.0'))]);
  const part = deployedPart(before, request);
  expect(part?.answer?.deployed).toEqual(new Map([['s', tag('1.2.0')]]));
  const after: Entry = { ...before, ...part };
  expect(deployedPart(after, request)).toBeUndefined();
  const edited: Entry = { ...after, answer: { ...after.answer, services: [image(tag('1.3.0'))] } };
  expect(deployedPart(edited, { ...request, configuration: 'OUT_OF_DATE' }), 'the old one still runs').toBeUndefined();
  expect(deployedPart(edited, request)?.answer?.deployed).toEqual(new Map([['s', tag('1.3.0')]]));
});
