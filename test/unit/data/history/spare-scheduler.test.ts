import { afterEach, beforeEach, expect, test } from 'vitest';
import { SpareBudget } from '#data/history/spare-budget.ts';
import { SpareScheduler } from '#data/history/spare-scheduler.ts';
import { HOUR_MS, pass, stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

beforeEach(stubBrowser);
afterEach(unstubBrowser);

/** Starts a scheduler that always has a request due, as in a tab of its own. */
function openTab() {
  const spare = new SpareBudget(
    () => 1_000,
    () => 900,
    'spare',
  );
  let sent = 0;
  const send = async () => {
    sent += 1;
  };
  const next = (now: number) => ({ at: now, send, onFailure: () => {} });
  const scheduler = new SpareScheduler({ spare, canRequest: () => true, isOfPage: true, next });
  return { sent: () => sent, stop: scheduler.start() };
}

test('shares the spare requests of a day between two tabs when both always have one due', async () => {
  const tabs = [openTab()];
  await pass(100);
  tabs.push(openTab());
  await pass(24 * HOUR_MS);
  const counts = tabs.map(({ sent }) => sent());
  for (const { stop } of tabs) stop();
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThan(24 * 45);
  expect(total).toBeLessThanOrEqual(24 * 50 + 50);
  // Chance decides each time, so an even share of 1,200 lies within a third for all but one run in billions.
  for (const count of counts) expect(count).toBeGreaterThan(total / 3);
});
