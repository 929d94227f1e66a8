import type { PollSource } from '#domain/polling/poll-source.ts';
import { type Account, START, statusAt } from '#test/support/feed-account.ts';
import type { FEEDS } from '#test/support/feed-hours.ts';
import { anId } from '#test/support/ids.ts';
import { limitedServer, type Server } from '#test/support/polling-hours.ts';

export const ORGANIZATION = anId(0xffff);
const PAGE_SIZE = 100;
const HOUR_MS = 3_600_000;

/** The sources of an account, with the organization that they belong to. */
export const sourcesIn = ({ sources }: Account): readonly PollSource[] =>
  sources.map((source) => ({ ...source, organizationId: ORGANIZATION }));

type Behave = (at: number) => ReturnType<(typeof FEEDS)[keyof typeof FEEDS]>;

/** Returns a limiting Qovery that answers with an account's statuses and events, from the time at which it is created. */
export function accountServer(account: Account, behave: Behave): Server {
  const answer = answerOf(account, behave, Date.now());
  return limitedServer((path) => answer(path, Date.now()));
}

/** Returns the answer of an account, which begins at `start`, to a path at `now`: a body, or the HTTP status of a failure. */
export function answerOf(account: Account, behave: Behave, start: number): (path: string, now: number) => unknown {
  const sourceOf = new Map(account.sources.map((source) => [source.id, source]));
  return (path, now) => {
    const at = now - start;
    const { pathname, searchParams } = new URL(path, 'http://simulated.invalid');
    const [, , id = '', kind] = pathname.split('/');
    if (kind === 'events') return eventsOf(account, searchParams, { at, start, behaviour: behave(at) });
    if (pathname === '/organization') return { results: [{ id: ORGANIZATION, name: 'Organization' }] };
    if (kind === 'project') return { results: account.sources.map((source) => ({ id: source.id, name: source.id })) };
    if (kind === 'environments') return { results: account.sources.flatMap(namesOf) };
    return { results: (sourceOf.get(id)?.environmentIds ?? []).map((one) => wireStatus(account, one, at, start)) };
  };
}

const namesOf = ({ id, environmentIds }: PollSource) =>
  environmentIds.map((one) => ({
    id: one,
    name: one.slice(-4),
    mode: 'PRODUCTION',
    organization: { id: ORGANIZATION },
    project: { id },
  }));

function wireStatus(account: Account, id: string, at: number, start: number) {
  const { state, lastDeploymentState, lastDeploymentAt, lastDeploymentId } = statusAt(account, id, at);
  return {
    id,
    state,
    last_deployment_state: lastDeploymentState,
    last_deployment_date: new Date((lastDeploymentAt ?? START) - START + start).toISOString(),
    last_deployment_id: lastDeploymentId,
    deployment_status: 'UP_TO_DATE',
  };
}

type Moment = { readonly at: number; readonly start: number; readonly behaviour: ReturnType<Behave> };

function eventsOf({ events }: Account, query: URLSearchParams, { at, start, behaviour }: Moment): unknown {
  if (behaviour === undefined) return 404;
  if (behaviour.status !== 200) return behaviour.status;
  const from = Number(query.get('fromTimestamp') ?? 0) * 1_000 - start;
  const skipped = Number(query.get('continueToken') ?? 0);
  const newestFirst = events
    .filter((one, index) => !(behaviour.isLossy && index % 10 === 9) && one.at <= at - behaviour.lateMs)
    .filter((one) => one.at >= Math.max(from, at - 24 * HOUR_MS))
    .toReversed();
  const page = newestFirst.slice(skipped, skipped + PAGE_SIZE);
  const isLast = skipped + PAGE_SIZE >= newestFirst.length;
  return {
    links: isLast ? {} : { next: `/organization/x/events?continueToken=${skipped + PAGE_SIZE}` },
    events: page.map((one) => ({
      id: one.id,
      timestamp: new Date(start + one.at).toISOString(),
      event_type: one.type,
      environment_id: one.environmentId,
    })),
  };
}
