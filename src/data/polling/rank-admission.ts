import type { PollSource } from '#domain/polling/poll-source.ts';
import { admittedAt, OWN_PER_HOUR, RANKS, type Rank, rankOf } from '#domain/polling/source-rank.ts';

type Due = {
  readonly due: readonly PollSource[];
  readonly sources: readonly PollSource[];
  /** True for a source that was never requested. */
  readonly isFirst: (source: PollSource) => boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Requests an hour that the budget allows from now on. */
  readonly perHour: number;
};

/** A source that is held back for the user's own boards is considered again after this many milliseconds. */
const HELD_BACK_MS = 60_000;

/** Holds back the sources of a link, so that they leave the hour's requests to the user's own boards. */
export class RankAdmission {
  /** When the first round of each rank began (epoch milliseconds), and how many of its sources were requested before. */
  readonly #rounds = new Map<Rank, { readonly at: number; readonly sent: number }>();

  /**
   * Returns the due sources that may be requested now, the user's own first, and the epoch milliseconds at which the
   * first source that was held back may follow (infinite when none was).
   */
  admit({ due, sources, isFirst, now, perHour }: Due): {
    readonly admitted: readonly PollSource[];
    readonly heldUntil: number;
  } {
    const sent = this.#startRounds(sources, isFirst, now);
    let heldUntil = Number.POSITIVE_INFINITY;
    let spare = perHour - OWN_PER_HOUR;
    const inOrder = RANKS.flatMap((rank) => due.filter((source) => rankOf(source) === rank));
    const admitted = inOrder.filter((source) => {
      const rank = rankOf(source);
      if (rank === 'own') return true;
      const count = sent.get(rank) ?? 0;
      const round = this.#rounds.get(rank) ?? { at: now, sent: count };
      const firstAt = isFirst(source) ? admittedAt(rank, count - round.sent, round.at, perHour) : now;
      const at = spare < 1 ? now + HELD_BACK_MS : firstAt;
      if (at > now) {
        heldUntil = Math.min(heldUntil, at);
        return false;
      }
      spare -= 1;
      sent.set(rank, count + 1);
      return true;
    });
    return { admitted, heldUntil };
  }

  /** Notes which ranks begin or end their first round. Returns how many sources of each rank were requested before. */
  #startRounds(sources: readonly PollSource[], isFirst: Due['isFirst'], now: number): Map<Rank, number> {
    const sent = new Map<Rank, number>();
    const waiting = new Set<Rank>();
    for (const source of sources) {
      const rank = rankOf(source);
      if (isFirst(source)) waiting.add(rank);
      else sent.set(rank, (sent.get(rank) ?? 0) + 1);
    }
    for (const rank of RANKS) {
      if (!waiting.has(rank)) this.#rounds.delete(rank);
      else if (!this.#rounds.has(rank)) this.#rounds.set(rank, { at: now, sent: sent.get(rank) ?? 0 });
    }
    return sent;
  }
}
