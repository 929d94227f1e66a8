import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { anId } from '#test/support/ids.ts';
import { limitedServer, pass, sourcesOf, stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PROJECTS = 20;
const ORGANIZATION = anId(0xaaaa);

const opened: (() => void)[] = [];
beforeEach(stubBrowser);
afterEach(() => {
  for (const close of opened.splice(0)) close();
  changeSettings(DEFAULT_SETTINGS);
  unstubBrowser();
});

/** Returns a Qovery whose states and events the test sets. Every project was deployed an hour ago, and its feed says so. */
function qovery() {
  const deployedAt = Date.now() - HOUR_MS;
  const states = new Map<number, string>();
  const faults = new Map<string, () => unknown>();
  const events: { id: string; timestamp: string; event_type: string; environment_id: string }[] = [];
  const tell = (project: number, at = Date.now()) => {
    const timestamp = new Date(at).toISOString();
    const id = `event-${events.length}`;
    events.unshift({ id, timestamp, event_type: 'DEPLOYED', environment_id: anId(project) });
  };
  for (let project = 0; project < PROJECTS; project += 1) tell(project, deployedAt);
  tell(0, deployedAt - MINUTE_MS);
  const server = limitedServer((path) => {
    const [, , id = '', kind] = path.split(/[/?]/);
    if (kind === 'events') return faults.get(id)?.() ?? { events };
    const state = states.get(Number.parseInt(id.slice(-12), 16)) ?? 'DEPLOYED';
    const last_deployment_date = new Date(deployedAt).toISOString();
    return { results: [{ id, state, deployment_status: 'UP_TO_DATE', last_deployment_date }] };
  });
  const requests = (pattern: string, from = 0) =>
    server.asked.filter(({ path, at }) => path.includes(pattern) && at >= from).map(({ at }) => at);
  return {
    ...server,
    set: (project: number, state: string) => void states.set(project, state),
    /** Adds an event of a project to the feed. */
    tell,
    /** Sets the answer of an organization's feed: a body or an HTTP status. Without one it is the list of events. */
    answer: (organization: string, fault: () => unknown) => void faults.set(organization, fault),
    /** The times of the requests for events, and for the status of a project. */
    feeds: (organization = '', from = 0) => requests(`${organization}/events`, from),
    polls: (project: number, from = 0) => requests(`/project/${anId(project)}/`, from),
  };
}

const inOrganization = (sources: readonly PollSource[], organizationId = ORGANIZATION): readonly PollSource[] =>
  sources.map((source) => ({ ...source, organizationId }));

function openTab(send: typeof fetch, sources = inOrganization(sourcesOf(PROJECTS))) {
  const ledger = createRequestLedger('feed');
  const api = createApiClient({ source: 'feed', baseUrl: '', send, reserveRequest: ledger.spend });
  const client = new QueryClient();
  const readings = new ReadingStore(api);
  const { sustainablePerHour: perHour } = ledger;
  const poller = new PollScheduler({ client, api, readings, tabs: openTabCoordinator('feed'), perHour });
  const close = poller.start();
  opened.push(close);
  poller.setSources(sources);
  return { poller, readings, close };
}

const now = () => performance.now();
const gapsOf = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? time));

describe('requests for the feed', () => {
  test('follow the first poll of every source and the first five seconds, then every 30 s', async () => {
    const { send, feeds, polls } = qovery();
    openTab(send);
    await pass(4 * SECOND_MS);
    expect(polls(PROJECTS - 1)).toHaveLength(1);
    expect(feeds()).toEqual([]);
    await pass(20 * MINUTE_MS);
    expect(feeds().length).toBeGreaterThan(5);
    const trustedFrom = now();
    await pass(10 * MINUTE_MS);
    for (const gap of gapsOf(feeds('', trustedFrom))) {
      expect(gap).toBeGreaterThanOrEqual(30 * SECOND_MS);
      expect(gap).toBeLessThanOrEqual(34 * SECOND_MS);
    }
  });

  test('are sent by the leader alone', async () => {
    const first = qovery();
    const leader = openTab(first.send);
    const second = qovery();
    const follower = openTab(second.send);
    await pass(20 * MINUTE_MS);
    expect(first.feeds().length).toBeGreaterThan(5);
    expect(second.asked).toEqual([]);
    leader.close();
    await pass(10 * MINUTE_MS);
    expect(second.feeds().length).toBeGreaterThan(2);
    follower.close();
  });
});

test('an event brings the poll of its project forward, and a second one, however many events tell of it', async () => {
  const { send, tell, polls } = qovery();
  openTab(send);
  await pass(30 * MINUTE_MS);
  const from = now();
  for (let event = 0; event < 5; event += 1) tell(7);
  await pass(50 * SECOND_MS);
  const [first = 0, second = 0] = polls(7, from);
  expect(polls(7, from)).toHaveLength(2);
  expect(first - from).toBeLessThanOrEqual(34 * SECOND_MS);
  expect(second - first).toBeGreaterThanOrEqual(10 * SECOND_MS);
  expect(second - first).toBeLessThanOrEqual(12 * SECOND_MS);
});
