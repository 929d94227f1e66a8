import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { eventPage } from '#api/event-schemas.ts';

const read = (...events: readonly unknown[]) => v.parse(eventPage, { events }).events;
const AT = Date.UTC(2026, 7, 3, 10, 0, 0, 123);
const anEvent = (part: object = {}) => ({
  id: '3C90C3CC-0D44-4B50-8888-8DD25736052A',
  timestamp: '2026-08-03T10:00:00.123Z',
  event_type: 'DEPLOY_QUEUED',
  target_type: 'APPLICATION',
  target_id: 'T-1',
  target_name: 'web',
  sub_target_type: null,
  project_id: 'P-1',
  project_name: 'storefront',
  environment_id: 'E-1',
  environment_name: 'production',
  origin: 'GIT',
  triggered_by: 'Ada',
  change: '{"tag":"1.2.3"}',
  ...part,
});

test('reads an event in full, with its ids in lower case', () => {
  expect(read(anEvent())).toEqual([
    {
      id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
      at: AT,
      type: 'DEPLOY_QUEUED',
      targetType: 'APPLICATION',
      targetId: 't-1',
      targetName: 'web',
      projectId: 'p-1',
      projectName: 'storefront',
      environmentId: 'e-1',
      environmentName: 'production',
      origin: 'GIT',
      triggeredBy: 'Ada',
    },
  ]);
});

test.each([
  ['2026-08-03T10:00:00.123Z', AT],
  ['2026-08-03T12:00:00.123456789+02:00', AT],
  ['1785751200', Date.UTC(2026, 7, 3, 10)],
  [1_785_751_200, Date.UTC(2026, 7, 3, 10)],
  ['1785751200123', AT],
  ['1785751200123456', AT],
  ['1785751200123456789', AT],
  ['0', undefined],
  ['', undefined],
  ['yesterday', undefined],
  ['-1785751200', undefined],
  ['9'.repeat(40), undefined],
  [null, undefined],
  [{}, undefined],
])('reads the timestamp %j as %j', (timestamp, at) => {
  expect(read(anEvent({ timestamp }))[0]?.at).toBe(at);
});

describe('an event survives', () => {
  test.each(Object.keys(anEvent()))('without %s, and with a value of another type in its place', (field) => {
    const { [field]: _, ...rest } = anEvent() as Record<string, unknown>;
    for (const event of [rest, anEvent({ [field]: null }), anEvent({ [field]: [1] }), anEvent({ [field]: {} })]) {
      expect(read(event)).toHaveLength(1);
    }
  });

  test('with an unknown type', () => {
    expect(read(anEvent({ event_type: 'HIBERNATION_QUEUED' }))[0]?.type).toBe('HIBERNATION_QUEUED');
  });

  test('when it has no field', () => {
    expect(read({})[0]?.at).toBeUndefined();
  });
});

test('cleans names that would break a line or turn it around', () => {
  const [event] = read(
    anEvent({ target_name: 'we\u202Eb\n\u0000', triggered_by: ' \t', project_name: 'x'.repeat(9_000) }),
  );
  expect(event?.targetName).toBe('web');
  expect(event?.triggeredBy).toBeUndefined();
  expect(event?.projectName).toHaveLength(200);
});

test('leaves out entries that are no events, and keeps the others', () => {
  expect(read(null, 7, 'text', anEvent(), undefined).map(({ type }) => type)).toEqual(['DEPLOY_QUEUED']);
});

test.each([
  [{}],
  [{ events: null }],
  [{ events: [], links: {} }],
  [{ links: null, organization_max_limit_reached: 'yes' }],
])('reads %j as an empty last page', (body) => {
  expect(v.parse(eventPage, body)).toEqual({
    events: [],
    continueToken: undefined,
    hasUnreadPages: false,
    isCut: false,
  });
});

test.each([[null], ['text'], [7], [{ events: 'none' }], [{ events: {} }]])('refuses %j', (body) => {
  expect(v.safeParse(eventPage, body).success).toBe(false);
});

test.each([
  ['/organization/0/events?continueToken=1683211879216566000', '1683211879216566000'],
  ['/organization/0/events?pageSize=100&continueToken=1683211879216566000&x=1', '1683211879216566000'],
  ['https://elsewhere.invalid/?continueToken=17', '17'],
  ['/organization/0/events?continueToken=2026-11-28T10%3A00%3A00.000000001Z', '2026-11-28T10:00:00.000000001Z'],
  ['/organization/0/events?continueToken=YWJj%2BZGVm%3D%3D', 'YWJj+ZGVm=='],
  ['/organization/0/events?stepBackToken=17', undefined],
  ['/organization/0/events?continueToken=', undefined],
  ['/organization/0/events?continueToken=a%26b', undefined],
  ['', undefined],
  [7, undefined],
])('takes from the link %j the token %j alone', (next, token) => {
  expect(v.parse(eventPage, { links: { next } }).continueToken).toBe(token);
});
