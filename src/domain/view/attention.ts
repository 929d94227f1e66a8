import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Tone } from '#domain/environment/tone.ts';

/** The reason for an environment's position in the sort by attention. */
export type Condition = Tone | 'stuck' | 'unreachable' | 'outOfDate' | 'snoozed';

/** The lower, the more urgent. An unreachable environment may be in any state, so its rank is that of `unknown`. */
const RANK_OF_CONDITION: Readonly<Record<Condition, number>> = {
  failing: 0,
  warning: 1,
  stuck: 2,
  busy: 3,
  queued: 4,
  unreachable: 5,
  unknown: 5,
  outOfDate: 6,
  ok: 7,
  idle: 8,
  snoozed: 9,
};

type Judged = Pick<BoardEnvironment, 'tone' | 'freshness' | 'status' | 'isStuck' | 'isSnoozed'>;

/** Returns the most urgent condition of an environment. A snoozed environment has no other condition. */
export function conditionOf({ tone, freshness, status, isStuck, isSnoozed }: Judged): Condition {
  if (isSnoozed) return 'snoozed';
  const rank = RANK_OF_CONDITION[tone];
  if (isStuck && rank > RANK_OF_CONDITION.stuck) return 'stuck';
  if (freshness === 'unreachable' && rank >= RANK_OF_CONDITION.unreachable) return 'unreachable';
  return status?.configuration === 'OUT_OF_DATE' && rank > RANK_OF_CONDITION.outOfDate ? 'outOfDate' : tone;
}

/** Returns the rank of an environment in the sort by attention: the lower, the more urgent. */
export const attentionRank = (environment: Judged): number => RANK_OF_CONDITION[conditionOf(environment)];

/** The most urgent condition in a group. */
export type GroupCondition = {
  readonly condition: Condition;
  /** Number of members with this condition. */
  readonly count: number;
  readonly rank: number;
  /** Number of snoozed members. They count for no other condition. */
  readonly snoozed: number;
};

/** Returns the most urgent condition of a group and its number of members. An empty group is `unknown`. */
export function groupConditionOf(members: readonly Judged[]): GroupCondition {
  const conditions = members.map(conditionOf);
  const condition = conditions.reduce<Condition>(
    (worst, other) => (RANK_OF_CONDITION[other] < RANK_OF_CONDITION[worst] ? other : worst),
    conditions[0] ?? 'unknown',
  );
  const countOf = (counted: Condition) => conditions.filter((other) => other === counted).length;
  return {
    condition,
    count: countOf(condition),
    rank: RANK_OF_CONDITION[condition],
    snoozed: countOf('snoozed'),
  };
}
