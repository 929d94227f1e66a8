/** A set of listeners that are notified together. */
export type Emitter = {
  /** Adds a listener. Returns a function that removes it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls every listener once, in the order of subscription. */
  readonly notify: () => void;
};

/** Creates an emitter without listeners. */
export function createEmitter(): Emitter {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
