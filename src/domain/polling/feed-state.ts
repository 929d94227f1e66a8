/** The change feeds of all organizations together, as the page shows them and as the leader broadcasts them. */
export type FeedState = {
  /** Organizations with a feed that was requested, with one that answers now, and with one that was refused. */
  readonly organizations: number;
  readonly answering: number;
  readonly refused: number;
  /** Since when all feeds that answer have done so without a gap, in epoch milliseconds of the server; undefined while none does. */
  readonly since?: number | undefined;
  /** Sources of these organizations, and those of them that are polled less often because feed and polls agree. */
  readonly sources: number;
  readonly trusted: number;
  /** Polls that agreed with the feed, changes that the feed announced in time, and changes that it did not. */
  readonly agreed: number;
  readonly announced: number;
  readonly unannounced: number;
  /** The interval of the feed in milliseconds; undefined if the budget leaves no room for a feed. */
  readonly feedMs?: number | undefined;
  /** The time within which a change of any source shows: the feed's interval where it is trusted, else the poll's. 0 where no feed is requested. */
  readonly changesMs: number;
  /** The longest interval of a poll, in milliseconds. */
  readonly slowestMs: number;
  /**
   * The interval of each source by its key, in milliseconds: the longest that was planned since its last answer, so that an
   * answer is not late because the plan became quicker. Without a feed that is requested: only those that were slower before.
   */
  readonly intervals: readonly (readonly [key: string, intervalMs: number])[];
};

/** True when the change feed makes the polls of at least one source rarer. */
export const isAided = (feed: FeedState | undefined): boolean => feed !== undefined && feed.trusted > 0;
