import type { Announcement, ChangeKind } from '#domain/changes.ts';
import { cleanText } from '#domain/pin.ts';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { stateText } from './qovery.ts';

const CHANGE_WORDS = {
  failing: ['is failing', 'are failing'],
  warning: ['has a warning', 'have a warning'],
  stuck: ['takes longer than usual', 'take longer than usual'],
  recovered: ['has recovered', 'have recovered'],
} as const satisfies Record<ChangeKind, readonly [one: string, many: string]>;

const MOST_NAMED = 3;
const NAME_LENGTH = 60;

/** Many environments are called "production", so Qovery's own names come with their project. */
function changedName(watched: WatchedEnvironment): string {
  const project = watched.label === undefined ? watched.environment?.projectName : undefined;
  const name = cleanText(nameOf(watched), NAME_LENGTH);
  return project ? `${name} (${cleanText(project, NAME_LENGTH)})` : name;
}

function listText(names: readonly string[], more: number): string {
  const last = more > 0 ? `${more} more` : names.at(-1);
  const others = more > 0 ? names : names.slice(0, -1);
  return others.length === 0 ? `${last}` : `${others.join(', ')} and ${last}`;
}

/** What changed, in one sentence: `4 environments are failing: a, b, c and 1 more.` */
export function announcementText({ kind, members }: Announcement): string {
  const [one, many] = CHANGE_WORDS[kind];
  const [first] = members;
  if (first !== undefined && members.length === 1) {
    return `${changedName(first)} ${one}: ${stateText(first.status?.state)}.`;
  }
  const names = members.slice(0, MOST_NAMED).map(changedName);
  return `${members.length} environments ${many}: ${listText(names, members.length - names.length)}.`;
}
