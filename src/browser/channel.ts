/** A channel to the other tabs of this origin. */
export type Channel = {
  /** False when the browser lacks or refuses channels. No message is delivered then. */
  readonly isOpen: boolean;
  /** Broadcasts a message to the other tabs. Returns false when the browser refused it. */
  post(message: unknown): boolean;
  /** Calls `listener` with each message of another tab. Returns a function that ends the subscription. */
  onMessage(listener: (message: unknown) => void): () => void;
  close(): void;
};

/** True when the browser refused this tab's last channel or message. */
let wasRefused = false;

/** Returns whether the browser refused the last channel that this tab opened, or the last message that it sent. */
export const areChannelsRefused = (): boolean => wasRefused;

function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    const broadcast = new BroadcastChannel(name);
    wasRefused = false;
    return broadcast;
  } catch {
    wasRefused = true;
    return undefined;
  }
}

/** Opens the channel `name`. If the browser lacks or refuses channels, the result does nothing. Never throws. */
export function openChannel(name: string): Channel {
  const broadcast = openBroadcast(name);
  const listeners = new Set<(message: unknown) => void>();
  if (broadcast) {
    broadcast.onmessage = ({ data }: MessageEvent<unknown>) => {
      for (const listener of listeners) listener(data);
    };
  }
  return {
    isOpen: broadcast !== undefined,
    post(message) {
      try {
        broadcast?.postMessage(message);
        return broadcast !== undefined;
      } catch {
        wasRefused = true;
        return false;
      }
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      broadcast?.close();
    },
  };
}
