import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LazyFeeds } from '#data/polling/lazy-feeds.ts';
import { OrganizationFeeds } from '#data/polling/organization-feeds.ts';
import { persisterOf } from '#data/polling/persisted-feeds.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { openParts } from '#test/support/open-parts.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';
import { trustedFeed } from '#test/support/trusted-feed.ts';

const FIRST_SECONDS_MS = 5_000;
const SOURCES = ['a', 'b'].map((id) => aProject(id, [id], { organizationId: 'o' }));

beforeEach(stubBrowser);
afterEach(() => {
  changeSettings(DEFAULT_SETTINGS);
  unstubBrowser();
});

function open(sources = SOURCES) {
  const parts = openParts();
  parts.show(...sources);
  const onChange = vi.fn();
  const feeds = new LazyFeeds({ ...parts, onChange });
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    // Fake timers do not wait for a file.
    await vi.dynamicImportSettled();
  };
  return { feeds, onChange, pass, api: parts.api };
}

test('has no feeds in the first seconds, then reports that they are loaded, and keeps them', async () => {
  const { feeds, onChange, pass } = open();
  expect(feeds.current()).toBeUndefined();
  await pass(FIRST_SECONDS_MS - 1);
  expect(feeds.current()).toBeUndefined();
  expect(onChange).not.toHaveBeenCalled();
  await pass(1);
  expect(onChange).toHaveBeenCalledOnce();
  const loaded = feeds.current();
  expect(loaded).toBeInstanceOf(OrganizationFeeds);
  expect(feeds.current()).toBe(loaded);
  feeds.stop();
});

test('waits for the first seconds of each session, also when an earlier one has loaded the code', async () => {
  const earlier = open();
  earlier.feeds.current();
  await earlier.pass(FIRST_SECONDS_MS);
  expect(earlier.feeds.current()).toBeDefined();
  earlier.feeds.stop();
  const { feeds, pass } = open();
  expect(feeds.current()).toBeUndefined();
  await pass(FIRST_SECONDS_MS);
  expect(feeds.current()).toBeDefined();
  feeds.stop();
});

test('loads nothing for a board on which no feed can help', async () => {
  const { feeds, onChange, pass } = open([...SOURCES.slice(0, 1), aProject('c'), aProject('d')]);
  feeds.current();
  await pass(10 * FIRST_SECONDS_MS);
  expect(feeds.current()).toBeUndefined();
  expect(onChange).not.toHaveBeenCalled();
});

test('has no feeds while the user does not want them, and new ones afterwards', async () => {
  const { feeds, pass } = open();
  feeds.current();
  await pass(FIRST_SECONDS_MS);
  const before = feeds.current();
  expect(before).toBeDefined();
  changeSettings({ changeFeed: 'off' });
  expect(feeds.current()).toBeUndefined();
  changeSettings({ changeFeed: 'auto' });
  expect(feeds.current()).toBeDefined();
  expect(feeds.current()).not.toBe(before);
  feeds.stop();
});

test('loads nothing in a follower while the user does not want feeds', async () => {
  changeSettings({ changeFeed: 'off' });
  const { feeds, onChange, pass } = open();
  feeds.standBy();
  await pass(2 * FIRST_SECONDS_MS);
  expect(onChange).not.toHaveBeenCalled();
  changeSettings({ changeFeed: 'auto' });
  feeds.standBy();
  await pass(FIRST_SECONDS_MS);
  expect(onChange).toHaveBeenCalledOnce();
  feeds.stop();
});

test('continues with the feeds of the tab that led meanwhile, and with its own where none did', async () => {
  const { feeds, pass, api } = open();
  feeds.current();
  await pass(FIRST_SECONDS_MS);
  const mine = feeds.current();
  feeds.standBy();
  expect(feeds.current()).toBe(mine);
  const at = Date.now();
  persisterOf(api)({ feedMs: 30_000, feeds: new Map([['o', trustedFeed(SOURCES, at)]]) });
  expect(feeds.current(), 'a leader does not read the storage with each plan').toBe(mine);
  feeds.standBy();
  expect(feeds.current()).not.toBe(mine);
  feeds.stop();
});

test('loads nothing after the session has ended', async () => {
  const { feeds, onChange, pass } = open();
  feeds.current();
  feeds.stop();
  await pass(2 * FIRST_SECONDS_MS);
  expect(onChange).not.toHaveBeenCalled();
  feeds.current();
  await pass(FIRST_SECONDS_MS);
  expect(onChange, 'a session that starts again').toHaveBeenCalledOnce();
  feeds.stop();
});
