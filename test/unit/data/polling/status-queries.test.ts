import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { statusQueries } from '#data/polling/status-queries.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import { aProject } from '#test/support/poll-sources.ts';

const COMPLETE = { id: 'a', state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' };
const BARE = { id: 'a', state: 'DEPLOYED' };
const project = aProject('p', ['a']);

/** Polls a project whose endpoints answer with these lists. */
async function poll(lists: { readonly status?: object; readonly overview?: object }, usesOverview = false) {
  const requested: string[] = [];
  const send: typeof fetch = async (input) => {
    const kind = String(input).split('/').at(-1) ?? '';
    requested.push(kind);
    return Response.json(kind === 'overview' ? lists.overview : lists.status);
  };
  const api = createApiClient({ source: 'status', baseUrl: '', send });
  const onPartial = vi.fn();
  const fetched = await new QueryClient().fetchQuery(statusQueries.source(api, project, { usesOverview, onPartial }));
  return { fetched, requested, onPartial };
}

describe('a poll of a project', () => {
  test('is one request when its status list has details', async () => {
    const { fetched, requested, onPartial } = await poll({ status: { results: [COMPLETE] } });
    expect(fetched).toMatchObject({ detail: 'status', presentIds: ['a'], statuses: [{ configuration: 'UP_TO_DATE' }] });
    expect(requested).toEqual(['status']);
    expect(onPartial).not.toHaveBeenCalled();
  });

  test('requests the overview when its status list has only ids and states, and reports that before', async () => {
    const overview = { results: [{ id: 'a', deployment_status: COMPLETE }, { id: 'without status' }] };
    const { fetched, requested, onPartial } = await poll({ status: { results: [BARE] }, overview });
    expect(requested).toEqual(['status', 'overview']);
    expect(onPartial).toHaveBeenCalledOnce();
    expect(fetched).toMatchObject({ detail: 'overview', presentIds: ['a', 'without status'] });
    expect(fetched.statuses).toHaveLength(1);
  });

  test('requests the overview alone once its status list was incomplete', async () => {
    const overview = { results: [{ id: 'a', deployment_status: COMPLETE }] };
    expect((await poll({ overview }, true)).requested).toEqual(['overview']);
  });

  test('says that its environments must be requested one by one when the overview lacks details too', async () => {
    const overview = { results: [{ id: 'a', deployment_status: BARE }] };
    const { fetched } = await poll({ status: { results: [BARE] }, overview });
    expect(fetched.detail).toBe('partial');
  });

  test('of an empty project is complete', async () => {
    const { fetched, requested } = await poll({ status: { results: [] } });
    expect(fetched).toMatchObject({ detail: 'status', statuses: [], presentIds: [] });
    expect(requested).toEqual(['status']);
  });
});

test('refuses the status of another environment', async () => {
  const how = { usesOverview: false, onPartial: () => {} };
  const send: typeof fetch = async () => Response.json(COMPLETE);
  const api = createApiClient({ source: 'status', baseUrl: '', send });
  const fetchOne = (id: string) => new QueryClient().fetchQuery(statusQueries.source(api, environmentSource(id), how));
  expect((await fetchOne('a')).presentIds).toEqual(['a']);
  await expect(fetchOne('b')).rejects.toMatchObject({ failure: { kind: 'otherEnvironment' } });
});

test('sends each poll, also after the clock was set back', async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const send = vi.fn<typeof fetch>(async () => Response.json(COMPLETE));
  const api = createApiClient({ source: 'status', baseUrl: '', send });
  const client = new QueryClient();
  const how = { usesOverview: false, onPartial: () => {} };
  await client.fetchQuery(statusQueries.source(api, environmentSource('a'), how));
  vi.setSystemTime(1_000);
  await client.fetchQuery(statusQueries.source(api, environmentSource('a'), how));
  expect(send).toHaveBeenCalledTimes(2);
});
