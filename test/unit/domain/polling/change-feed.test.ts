import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventKey, type FeedEvent, mayChangeState, sourcesToPoll } from '#domain/polling/change-feed.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';

const project = (id: string, ...environmentIds: readonly string[]): PollSource => ({
  key: `project:${id}`,
  kind: 'project',
  id,
  environmentIds,
});

const SHOP = project('shop', 'shop-1', 'shop-2');
const BILLING = project('billing', 'billing-1');
const LONE = environmentSource('lone-1');
const SOURCES = [SHOP, BILLING, LONE];
const projectOf = (id: string) => id.split('-')[0];
const toPoll = (...events: readonly FeedEvent[]) => sourcesToPoll(events, SOURCES, projectOf);

const anyText = fc.option(
  fc.constantFrom('shop', 'billing', 'lone', 'shop-1', 'shop-2', 'billing-1', 'lone-1', 'elsewhere', ''),
  { nil: undefined },
);
const anyEvent: fc.Arbitrary<FeedEvent> = fc.record(
  {
    id: anyText,
    at: fc.option(fc.double(), { nil: undefined }),
    type: fc.constantFrom('DEPLOYED', 'SHELL', 'HIBERNATION_QUEUED', undefined),
    targetType: fc.constantFrom('ENVIRONMENT', 'PROJECT', 'APPLICATION', 'CLUSTER', undefined),
    targetId: anyText,
    environmentId: anyText,
    projectId: anyText,
  },
  { requiredKeys: [] },
);

describe('an event brings forward the poll of', () => {
  test.each<[string, FeedEvent, readonly PollSource[]]>([
    ['the project of its environment', { environmentId: 'shop-2', projectId: 'shop' }, [SHOP]],
    ['the environment that is its target', { targetType: 'ENVIRONMENT', targetId: 'shop-1' }, [SHOP]],
    ['a single environment, for its service', { targetType: 'JOB', targetId: 'j', environmentId: 'lone-1' }, [LONE]],
    ['a project that changed as a whole', { targetType: 'PROJECT', targetId: 'billing' }, [BILLING]],
    ['single environments of a project that changed', { targetType: 'PROJECT', projectId: 'lone' }, [LONE]],
    ['a project with an environment that nothing pins', { environmentId: 'shop-9', projectId: 'shop' }, [SHOP]],
    ['nothing, for another environment of a project', { environmentId: 'lone-9', projectId: 'lone' }, []],
    ['nothing, for another project', { environmentId: 'x-1', projectId: 'x' }, []],
    ['nothing, for a cluster', { targetType: 'CLUSTER', targetId: 'shop-1' }, []],
    ['nothing, where no place is named', { type: 'DEPLOYED', targetType: 'APPLICATION', targetId: 'a' }, []],
    ['nothing, for a shell that a user opened', { type: 'SHELL', environmentId: 'shop-1' }, []],
    ['its project, for a type that nobody knows', { type: 'HIBERNATION_QUEUED', environmentId: 'shop-1' }, [SHOP]],
    ['its project, without a type', { environmentId: 'shop-1' }, [SHOP]],
  ])('%s', (_, event, sources) => {
    expect(toPoll(event)).toEqual(sources);
  });
});

test('several events of one source bring one poll forward', () => {
  const events = Array.from({ length: 50 }, (_, n) => ({ id: String(n), environmentId: `shop-${(n % 2) + 1}` }));
  expect(toPoll(...events)).toEqual([SHOP]);
});

test('events bring forward only polls of the given sources, each once, in any order and number', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      const found = toPoll(...events);

      expect(new Set(found).size).toBe(found.length);
      expect(SOURCES).toEqual(expect.arrayContaining([...found]));
      expect(new Set(toPoll(...events.toReversed(), ...events))).toEqual(new Set(found));
    }),
  );
});

test('each source gets all of its events, also when other sources have events', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      const one = events.flatMap((event) => toPoll(event));

      expect(new Set(one)).toEqual(new Set(toPoll(...events)));
    }),
  );
});

test('events without an id differ by their contents', () => {
  const event: FeedEvent = { at: 1, type: 'DEPLOYED', environmentId: 'shop-1' };
  expect(eventKey({ ...event })).toBe(eventKey(event));
  expect(eventKey({ ...event, at: 2 })).not.toBe(eventKey(event));
  expect(eventKey({ ...event, id: 'e-1' })).toBe('e-1');
  expect(mayChangeState(event)).toBe(true);
});
