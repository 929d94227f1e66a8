import { isAided } from '#domain/polling/feed-state.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { slowdownText } from '#messages/polling.ts';

/** Returns why the sources of all tabs are polled less often than the user chose; undefined when they are not. */
export const slowdownOf = ({ phase, plan, count, moving, feed }: PollingState): string | undefined =>
  phase === 'live' && plan.slowedDown && !isAided(feed) && count > 0 ? slowdownText(count, moving) : undefined;
