import type { Readings } from '#data/session.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';

/** Returns the readings of these sources as answers, for a tab that missed them: lists of projects first, then statuses. */
export function replayAnswers(
  sources: readonly PollSource[],
  readings: Readings,
  requestedAtOf: (source: PollSource) => number | undefined,
): readonly StatusAnswer[] {
  const projects = sources.flatMap((source): readonly StatusAnswer[] => {
    const members = source.kind === 'project' ? readings.members()[source.id] : undefined;
    const requestedAt = requestedAtOf(source);
    if (members === undefined || requestedAt === undefined) return [];
    const presentIds = Object.keys(members).filter((id) => members[id] === null);
    return [{ source, statuses: [], presentIds, requestedAt, observedAt: requestedAt }];
  });
  const ids = new Set(sources.flatMap(({ environmentIds }) => environmentIds));
  const environments = [...ids].flatMap((id): readonly StatusAnswer[] => {
    const observation = readings.observationOf(id);
    const status = readings.statusOf(id);
    if (!status || !observation || observation.isPersisted) return [];
    const { requestedAt, observedAt, via } = observation;
    return [{ source: environmentSource(id), statuses: [status], presentIds: [id], requestedAt, observedAt, via }];
  });
  return [...projects, ...environments];
}
