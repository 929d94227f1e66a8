import type { Readings } from '#data/session.ts';
import { environmentSource, type Source } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';

/** All that was heard of these sources, as answers to a tab that was not there: what projects hold, then the states. */
export function knownAnswers(
  sources: readonly Source[],
  book: Readings,
  askedAtOf: (source: Source) => number | undefined,
): readonly StatusAnswer[] {
  const projects = sources.flatMap((source): readonly StatusAnswer[] => {
    const members = source.kind === 'project' ? book.members()[source.id] : undefined;
    const askedAt = askedAtOf(source);
    if (members === undefined || askedAt === undefined) return [];
    const presentIds = Object.keys(members).filter((id) => members[id] === null);
    return [{ source, statuses: [], presentIds, askedAt, heardAt: askedAt }];
  });
  const ids = new Set(sources.flatMap(({ environmentIds }) => environmentIds));
  const environments = [...ids].flatMap((id): readonly StatusAnswer[] => {
    const moments = book.momentsOf(id);
    const status = book.statusOf(id);
    if (!status || !moments || moments.isKept) return [];
    const { askedAt, heardAt, via } = moments;
    return [{ source: environmentSource(id), statuses: [status], presentIds: [id], askedAt, heardAt, via }];
  });
  return [...projects, ...environments];
}
