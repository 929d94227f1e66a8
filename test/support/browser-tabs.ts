type Held = { readonly grant: () => void; readonly reject: (reason: unknown) => void };
type Options = { readonly steal?: boolean; readonly signal?: AbortSignal };

/** Web Locks for tabs in one process: the first request gets the lock, the others queue. */
function locks() {
  const lines = new Map<string, Held[]>();
  const holders = new Map<string, Held>();
  const next = (name: string): void => {
    const first = lines.get(name)?.shift();
    holders.delete(name);
    if (first) {
      holders.set(name, first);
      first.grant();
    }
  };
  return {
    request: (name: string, { steal, signal }: Options, work: (lock: unknown) => Promise<void>): Promise<void> =>
      new Promise((resolve, reject) => {
        const mine: Held = {
          reject,
          grant: () =>
            void work({}).then(() => {
              resolve();
              if (holders.get(name) === mine) next(name);
            }),
        };
        const line = lines.get(name) ?? [];
        lines.set(name, steal ? [mine, ...line] : [...line, mine]);
        signal?.addEventListener('abort', () => {
          lines.set(
            name,
            (lines.get(name) ?? []).filter((one) => one !== mine),
          );
          reject(signal.reason);
        });
        if (steal) holders.get(name)?.reject(new DOMException('stolen', 'AbortError'));
        if (steal || !holders.has(name)) next(name);
      }),
  };
}

/** BroadcastChannels for tabs in one process: all channels except the sender receive a message, in a later task. */
function channels() {
  const open = new Map<string, Set<Channel>>();
  class Channel {
    onmessage: ((event: { readonly data: unknown }) => void) | null = null;
    readonly #peers: Set<Channel>;
    constructor(name: string) {
      this.#peers = open.get(name) ?? new Set();
      open.set(name, this.#peers.add(this));
    }
    postMessage(data: unknown): void {
      for (const peer of this.#peers) {
        if (peer !== this) queueMicrotask(() => this.#peers.has(peer) && peer.onmessage?.({ data }));
      }
    }
    close(): void {
      this.#peers.delete(this);
    }
  }
  return Channel;
}

/** Returns an event target with additional properties. */
function withEvents<Rest extends object>(rest: Rest) {
  const target = new EventTarget();
  return {
    ...rest,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  };
}

/** Web Storage whose entries are its own properties, as in a browser. */
class SmallStorage {
  getItem(key: string): string | null {
    const value: unknown = Object.hasOwn(this, key) ? Reflect.get(this, key) : null;
    return typeof value === 'string' ? value : null;
  }
  setItem(key: string, value: string): void {
    Reflect.set(this, key, value);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** The few globals of a browser that polling uses. jsdom would be many times slower over a simulated day. */
export function smallBrowser() {
  const localStorage = new SmallStorage();
  return withEvents({
    localStorage,
    document: withEvents({ hidden: false }),
    navigator: { onLine: true, locks: locks() },
    BroadcastChannel: channels(),
  });
}
