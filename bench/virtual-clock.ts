type Timer = { readonly at: number; readonly call: () => void; readonly everyMs: number | undefined };

/** A clock that jumps from timer to timer: an hour of polling takes a second. */
export type VirtualClock = {
  readonly now: () => number;
  /** Advances the clock by `lengthMs`. Runs all timers that become due, and the promises that they resolve. */
  run(lengthMs: number): Promise<void>;
  /** Restores the real timers and `Date.now`. */
  end(): void;
};

/** Replaces the timers and `Date.now` of this process by a virtual clock. */
export function startVirtualClock(startMs: number): VirtualClock {
  const { setTimeout: realTimeout, clearTimeout: realClear, setInterval: realInterval } = globalThis;
  const realClearInterval = globalThis.clearInterval;
  const realNow = Date.now;
  const timers = new Map<number, Timer>();
  let nowMs = startMs;
  let count = 0;

  const add = (call: () => void, waitMs = 0, everyMs?: number): number => {
    count += 1;
    timers.set(count, { at: nowMs + Math.max(0, waitMs), call, everyMs });
    return count;
  };
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const first = (untilMs: number): readonly [number, Timer] | undefined => {
    let found: readonly [number, Timer] | undefined;
    for (const entry of timers) if (entry[1].at <= untilMs && entry[1].at < (found?.[1].at ?? Infinity)) found = entry;
    return found;
  };
  Object.assign(globalThis, {
    setTimeout: (call: () => void, waitMs?: number) => add(call, waitMs),
    setInterval: (call: () => void, everyMs = 1) => add(call, everyMs, Math.max(1, everyMs)),
    clearTimeout: (id?: number) => void timers.delete(id ?? 0),
    clearInterval: (id?: number) => void timers.delete(id ?? 0),
  });
  Date.now = () => nowMs;
  return {
    now: () => nowMs,
    async run(lengthMs) {
      const untilMs = nowMs + lengthMs;
      await settle();
      for (let next = first(untilMs); next; next = first(untilMs)) {
        const [id, { at, call, everyMs }] = next;
        nowMs = Math.max(nowMs, at);
        if (everyMs === undefined) timers.delete(id);
        else timers.set(id, { at: at + everyMs, call, everyMs });
        call();
        await settle();
      }
      nowMs = untilMs;
    },
    end() {
      Object.assign(globalThis, { setTimeout: realTimeout, clearTimeout: realClear, setInterval: realInterval });
      globalThis.clearInterval = realClearInterval;
      Date.now = realNow;
    },
  };
}
