type Held = { readonly grant: () => void; readonly reject: (reason: unknown) => void };
type Options = { readonly steal?: boolean; readonly signal?: AbortSignal };

/** Web Locks for tabs that share one process: the first who asks holds, the others stand in line. */
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

/** Channels between tabs that share one process: heard by all but the one who speaks, a moment later. */
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

/** Where events can be listened for and sent, and what else is there. */
function withEvents<Rest extends object>(rest: Rest) {
  const target = new EventTarget();
  return {
    ...rest,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  };
}

/** Web Storage: what is stored are its own properties, as in a browser. */
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

/** The little of a browser that polling needs: a whole one is many times slower, and a day is long. */
export function smallBrowser() {
  const localStorage = new SmallStorage();
  return withEvents({
    localStorage,
    document: withEvents({ hidden: false }),
    navigator: { onLine: true, locks: locks() },
    BroadcastChannel: channels(),
  });
}
