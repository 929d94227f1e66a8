import * as v from 'valibot';
import { loneTab } from './lone-tab.ts';
import { TEAM_VERSION, type TeamMessage, teamMessage } from './team-messages.ts';

/** The tabs of this browser that ask the same API. At most one of them leads: it polls, and tells the others. */
export type TabTeam = {
  readonly leads: () => boolean;
  /** Whether this tab may lead: it can poll now. A leader that no longer may hands over. */
  stand(isCandidate: boolean): void;
  /** Takes the lead from a tab that is frozen, or that is hidden while this one is not. */
  takeOver(): void;
  tell(message: TeamMessage): void;
  /** Begins; the function returned ends it and hands over. */
  join(on: { readonly message: (message: TeamMessage) => void; readonly change: () => void }): () => void;
};

/** `name` tells APIs and tokens apart; it must hold neither. */
export function openTabTeam(name: string): TabTeam {
  const { locks } = navigator;
  if (locks === undefined || typeof BroadcastChannel === 'undefined') return loneTab();
  const title = `envboard.poller.${TEAM_VERSION}.${name}`;
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;
  let isCandidate = false;
  let onChange = () => {};
  let channel: BroadcastChannel | undefined;

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      waiting = undefined;
      release = resolve;
      if (!isCandidate) giveUp();
      else onChange();
    });
  const giveUp = () => {
    waiting?.abort();
    waiting = undefined;
    release?.();
    release = undefined;
  };
  const request = (steal: boolean) => {
    const mine = new AbortController();
    waiting = mine;
    locks.request(title, steal ? { steal } : { signal: mine.signal }, hold).catch(() => {
      // Given up, or taken over by another tab: then stand in line again.
      if (waiting === mine) waiting = undefined;
      if (release === undefined) return;
      release = undefined;
      onChange();
      if (isCandidate && !waiting) request(false);
    });
  };

  return {
    leads: () => release !== undefined,
    stand(next) {
      isCandidate = next;
      if (!next) giveUp();
      else if (!release && !waiting) request(false);
    },
    takeOver() {
      if (!isCandidate || release) return;
      waiting?.abort();
      request(true);
    },
    tell: (message) => channel?.postMessage(message),
    join({ message, change }) {
      onChange = change;
      channel = new BroadcastChannel(title);
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const result = v.safeParse(teamMessage, data);
        if (result.success) message(result.output);
      };
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
