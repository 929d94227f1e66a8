import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  HABITS,
  HOUR_MS,
  LIMIT,
  limitingServer,
  longestWait,
  MOVING,
  mostInAnHour,
  openTab,
  pass,
  type Server,
  serverNow,
  sourcesOf,
  stubBrowser,
  unstubBrowser,
} from '#test/support/polling-hours.ts';

type Case = {
  readonly projects: number;
  readonly what: keyof typeof MOVING;
  readonly habit: keyof typeof HABITS;
  readonly hours: number;
};

/** The hardest rows of the table, for two hours each. `npm run budget` runs all rows for a day, which takes half an hour. */
const SOME: readonly Case[] = [
  { projects: 1, what: 'all moving', habit: 'two windows at once', hours: 2 },
  { projects: 8, what: 'a tenth moving', habit: 'five tabs', hours: 2 },
  { projects: 8, what: 'all moving', habit: 'a reload each hour', hours: 2 },
  { projects: 40, what: 'calm', habit: 'one tab', hours: 2 },
  { projects: 40, what: 'all moving', habit: 'five tabs without locks', hours: 2 },
  { projects: 200, what: 'all moving', habit: 'one tab', hours: 2 },
];

const namesOf = <Name extends string>(record: Readonly<Record<Name, unknown>>) => Object.keys(record) as Name[];
const day = process.env.BUDGET_HOURS;
const ALL: readonly Case[] = [1, 8, 40, 200].flatMap((projects) =>
  namesOf(MOVING).flatMap((what) => namesOf(HABITS).map((habit) => ({ projects, what, habit, hours: Number(day) }))),
);

/** Prints a row of the table at once, because all rows take long. */
const print = (cells: readonly (string | number)[]) =>
  day !== undefined && process.stdout.write(`| ${cells.join(' | ')} |\n`);
beforeAll(() => {
  const head = ['projects', 'moving', 'tabs', 'worst hour', 'requests', '429', 'longest wait'];
  for (const cells of [head, head.map(() => '---')]) print(cells);
});

beforeEach(stubBrowser);
afterEach(unstubBrowser);

function expectWithinBudget(server: Server): void {
  expect(mostInAnHour(server)).toBeLessThanOrEqual(LIMIT);
  expect(server.refused()).toBe(0);
}

/**
 * Jitter makes a wait up to a tenth longer. Two hundred cannot all be requested every ten minutes with 900 requests,
 * and a reload, which requests all at once, leaves less for the rest of the hour. Tabs that share only the ledger spend
 * the hour too early: they stay within the budget, and send nothing for the rest of the hour.
 */
function longestAllowed(projects: number, habit: Case['habit']): number {
  if (habit === 'five tabs without locks') return HOUR_MS * 1.1;
  return projects > 150 ? 1_260_000 : 720_000;
}

test.each(day === undefined ? SOME : ALL)(
  'stays within the budget and polls every source in $hours hours with $projects projects, $what, $habit',
  async ({ projects, what, habit, hours }) => {
    const server = limitingServer(MOVING[what]);
    await HABITS[habit]((team) => openTab(sourcesOf(projects), server.send, team), hours);
    const worst = mostInAnHour(server);
    const waited = `${Math.round(longestWait(server) / 1_000)} s`;
    print([projects, what, habit, worst, server.received.length, server.refused(), waited]);
    expectWithinBudget(server);
    expect(longestWait(server)).toBeLessThanOrEqual(longestAllowed(projects, habit));
    expect(new Set(server.received.map(({ path }) => path)).size).toBe(projects);
  },
  day === undefined ? 60_000 : 7_200_000,
);

test('stays within the budget when the page is reloaded every few seconds', async () => {
  const server = limitingServer(MOVING['all moving']);
  for (let reload = 0; reload < 300; reload += 1) {
    const stop = openTab(sourcesOf(8), server.send);
    await pass(6_000);
    stop();
  }
  // Without the ledger, 300 reloads of eight sources would send 2,400 requests.
  expect(server.received.length).toBeGreaterThan(900);
  expectWithinBudget(server);
});

test('counts the requests of other programs before the first poll, so that Qovery refuses none', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  for (let request = 0; request < 700; request += 1) server.spend();
  const stop = openTab(sourcesOf(40), server.send);
  await pass(HOUR_MS);
  stop();
  expect(server.refused()).toBe(0);
  expect(server.received.length).toBeLessThanOrEqual(300);
  // A smaller budget must not exclude any source.
  expect(new Set(server.received.map(({ path }) => path)).size).toBe(40);
});

test('sends no burst, and causes at most one refusal a minute, when another program uses the token', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  const stop = openTab(sourcesOf(40), server.send);
  const stranger = setInterval(server.spend, 5_000);
  await pass(2 * HOUR_MS);
  clearInterval(stranger);
  stop();
  expect(mostInAnHour(server)).toBeLessThanOrEqual(LIMIT);
  expect(server.refused()).toBeLessThanOrEqual(2 * 60);
  const lastHour = server.received.filter(({ at }) => at > serverNow() - HOUR_MS);
  expect(lastHour.length).toBeGreaterThan(40);
});

test.each([
  ['set back by an hour', -HOUR_MS],
  ['set forward by an hour', HOUR_MS],
  ['set back by a year', -365 * 24 * HOUR_MS],
  ['woken after eight hours of sleep', 8 * HOUR_MS],
])('sends no burst, and does not stop polling, when the clock is %s', async (_, jumpMs) => {
  const server = limitingServer(MOVING['a tenth moving']);
  const stop = openTab(sourcesOf(40), server.send);
  await pass(HOUR_MS);
  const before = server.received.length;
  vi.setSystemTime(Date.now() + jumpMs);
  await pass(60_000);
  // Every source may be due at once, but only once.
  expect(server.received.length - before).toBeLessThanOrEqual(40 + 30);
  // Requests that the ledger dates into the future count for an hour more: polling is slower, but reaches every source.
  await pass(HOUR_MS);
  stop();
  expectWithinBudget(server);
  expect(new Set(server.received.slice(before).map(({ path }) => path)).size).toBe(40);
});
