import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTabTeam } from '#data/tab-team.ts';
import { TEAM_VERSION, type TeamMessage } from '#data/team-messages.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

const OTHER = TEAM_VERSION + 1;

beforeEach(() => {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

test('two versions of the page that are open at once ignore each other', async () => {
  // The other version leads, among its own.
  void navigator.locks.request(`envboard.poller.${OTHER}.x`, {}, () => new Promise<void>(() => {}));
  const heard: TeamMessage[] = [];
  const team = openTabTeam('x');
  const leave = team.join({ message: (message) => void heard.push(message), change() {} });
  team.stand(true);
  await vi.waitFor(() => expect(team.leads()).toBe(true));

  const theirs = new BroadcastChannel(`envboard.poller.${OTHER}.x`);
  const ours = new BroadcastChannel(`envboard.poller.${TEAM_VERSION}.x`);
  theirs.postMessage({ kind: 'bye', tab: 'theirs' });
  for (const odd of [
    null,
    'refresh',
    { kind: 'a word of tomorrow' },
    { kind: 'state', plan: 'none' },
    { kind: 'bye' },
  ]) {
    ours.postMessage(odd);
  }
  ours.postMessage({ kind: 'bye', tab: 'ours' });
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'bye', tab: 'ours' }]));
  leave();
});
