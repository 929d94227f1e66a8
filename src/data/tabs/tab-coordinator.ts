import * as v from 'valibot';
import { type Channel, openChannel } from '#browser/channel.ts';
import { hasLocks, requestLock } from '#browser/locks.ts';
import { scopedKey } from '#data/api-scope.ts';
import { TAB_PROTOCOL_VERSION, type TabMessage, tabMessage } from './tab-messages.ts';

/** The tabs of this browser that ask the same API. At most one of them leads: it polls, and tells the others. */
export type TabCoordinator = {
  readonly isLeader: () => boolean;
  /** Whether this tab may lead: it can poll now. A leader that no longer may hands over. */
  setCandidate(isCandidate: boolean): void;
  /** Takes the lead from a tab that is frozen, or that is hidden while this one is not. */
  takeOver(): void;
  broadcast(message: TabMessage): void;
  /** Begins; the function returned ends it and hands over. */
  join(on: { readonly message: (message: TabMessage) => void; readonly change: () => void }): () => void;
};

/** A tab without others: it always leads. */
export function singleTab(): TabCoordinator {
  return { isLeader: () => true, setCandidate() {}, takeOver() {}, broadcast() {}, join: () => () => {} };
}

/** `name` holds the API's identity and the token's fingerprint, never the token. */
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
  /** The browser refuses locks or channels, so tabs cannot share: from now on this tab polls by itself. */
  const leaveOthers = () => {
    isAlone = true;
    giveUp();
    channel?.close();
  };
  const request = async (steal: boolean) => {
    const mine = new AbortController();
    waiting = mine;
    const outcome = await requestLock(title, steal ? { steal } : { signal: mine.signal }, hold);
    if (waiting === mine) waiting = undefined;
    if (outcome === 'refused') {
      leaveOthers();
      onChange();
    } else if (outcome === 'stolen' && release !== undefined) {
      // Another tab took over: then stand in line again.
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
      // Later: the poller is in the middle of its own work.
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
