import type { FeedState } from '#domain/polling/feed-state.ts';
import { figures, plural } from './common.ts';

export const CHANGE_FEED = 'Events of Qovery';
export const CHANGE_FEED_HINT =
  'Auto requests the organization’s events where they may be read. An event causes a check at once, and environments that do not change are checked less often. Events never set a state.';
export const FEED_CHOICE_WORDS = { auto: 'Auto', off: 'Off' } as const;

const NOT_YET = 'Not requested yet: every project is checked once before.';
const REFUSED = 'They cannot be read here. Envboard tries again within an hour, and checks go on without them.';
const NO_ROOM = 'Not requested now: the checks need all requests of the hour.';
const SILENT = 'The last request for them has no answer. Checks go on without them.';

const partText = ({ organizations, answering }: FeedState): string =>
  answering === organizations
    ? ''
    : ` They can be read for ${figures(answering)} of ${plural(organizations, 'organization')}.`;

/**
 * Describes the change feed: its effect, its start, and the number of polls that agreed with it. `clock` is the time since
 * which the feed answers; undefined while it does not.
 */
export function feedText(feed: FeedState | undefined, clock: string | undefined): string {
  if (feed === undefined) return NOT_YET;
  if (feed.answering === 0 || clock === undefined) {
    if (feed.refused > 0) return REFUSED;
    return feed.feedMs === undefined ? NO_ROOM : SILENT;
  }
  const { trusted, sources, agreed, announced, unannounced } = feed;
  const found = agreed === 0 ? '' : `${plural(agreed, 'check')} found what the events had said. `;
  const idle =
    trusted === 0
      ? 'Once they have announced every change for five minutes, environments that do not change are checked less often.'
      : `Of ${plural(sources, 'project and single environment', 'projects and single environments')}, ${figures(trusted)} are checked less often while nothing changes: their events agreed with every check. The others are checked as without events.`;
  const changes =
    announced + unannounced === 0
      ? ''
      : ` Events announced ${figures(announced)} of ${plural(announced + unannounced, 'change')} within a minute.`;
  return `Read since ${clock}: an event causes a check at once. ${found}${idle}${changes}${partText(feed)}`;
}
