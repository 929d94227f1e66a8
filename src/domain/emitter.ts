/** A set of listeners that are notified together. */
export type Emitter = {
  /** Adds a listener. Returns a function that removes it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls every listener once, in the order of subscription. */
  readonly notify: () => void;
};

/**
 * Creates an emitter without listeners. `connect` opens what the listeners wait for: it is called with the first
 * listener, and the function that it returns after the last one has left.
 */
export function createEmitter(connect: () => () => void = () => () => {}): Emitter {
  const listeners = new Set<() => void>();
  let disconnect = () => {};
  return {
    subscribe(listener) {
      if (listeners.size === 0) disconnect = connect();
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) disconnect();
      };
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
