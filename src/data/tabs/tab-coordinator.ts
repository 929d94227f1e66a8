import * as v from 'valibot';
import { type Channel, openChannel } from '#browser/channel.ts';
import { hasLocks, requestLock } from '#browser/locks.ts';
import { scopedKey } from '#data/api-scope.ts';
import { TAB_PROTOCOL_VERSION, type TabMessage, tabMessage } from './tab-messages.ts';

/**
 * Elects a leader among the tabs of this browser that use the same API and token, and broadcasts messages between them.
 * Only the leader polls.
 */
export type TabCoordinator = {
  readonly isLeader: () => boolean;
  /** Sets whether this tab can poll, so that it may lead. A leader that is no longer a candidate hands over. */
  setCandidate(isCandidate: boolean): void;
  /** Takes the lead from a frozen leader, or from a hidden leader when this tab is visible. */
  takeOver(): void;
  /** Sends a message to the other tabs; nothing before `join` and after its end. */
  broadcast(message: TabMessage): void;
  /** Starts to receive messages and changes of the leader. The returned function ends this and hands over. */
  join(on: { readonly message: (message: TabMessage) => void; readonly change: () => void }): () => void;
};

/** Returns a coordinator without other tabs: this tab always leads. */
export function singleTab(): TabCoordinator {
  return { isLeader: () => true, setCandidate() {}, takeOver() {}, broadcast() {}, join: () => () => {} };
}

/**
 * Opens the coordinator of one API and token. `name` contains the API's identity and the token's fingerprint, never the
 * token. Without locks or channels, this tab leads alone.
 */
export function openTabCoordinator(name: string): TabCoordinator {
  if (!hasLocks()) return singleTab();
  const title = scopedKey(`poller.${TAB_PROTOCOL_VERSION}`, name);
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;
  let isCandidate = false;
  let isAlone = false;
  let onChange = () => {};
  let channel: Channel | undefined;

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      waiting = undefined;
      release = resolve;
      if (!isCandidate || isAlone) giveUp();
      else onChange();
    });
  const giveUp = () => {
    waiting?.abort();
    waiting = undefined;
    release?.();
    release = undefined;
  };
  /** From now on this tab polls by itself: the browser refuses locks or channels, so tabs cannot share the work. */
  const leaveOthers = () => {
    isAlone = true;
    giveUp();
    channel?.close();
  };
  const request = async (steal: boolean) => {
    const mine = new AbortController();
    waiting = mine;
    const outcome = await requestLock(title, steal ? { steal } : { signal: mine.signal }, hold);
    if (outcome === 'refused') {
      leaveOthers();
      onChange();
    } else if (outcome === 'stolen' && release !== undefined) {
      // Another tab took over, so this tab requests the lock again.
      release = undefined;
      onChange();
      if (isCandidate && !waiting) void request(false);
    }
  };

  return {
    isLeader: () => isAlone || release !== undefined,
    setCandidate(next) {
      isCandidate = next;
      if (!next) giveUp();
      else if (!isAlone && !release && !waiting) void request(false);
    },
    takeOver() {
      if (!isCandidate || isAlone || release) return;
      waiting?.abort();
      void request(true);
    },
    broadcast(message) {
      if (!channel || isAlone || channel.post(message)) return;
      leaveOthers();
      // In a microtask, because the poller calls `broadcast` in the middle of an update.
      queueMicrotask(() => onChange());
    },
    join({ message, change }) {
      onChange = change;
      channel = openChannel(title);
      if (!channel.isOpen) isAlone = true;
      channel.onMessage((data) => {
        const result = v.safeParse(tabMessage, data);
        if (result.success) message(result.output);
      });
      return () => {
        isCandidate = false;
        onChange = () => {};
        giveUp();
        channel?.close();
        channel = undefined;
      };
    },
  };
}
