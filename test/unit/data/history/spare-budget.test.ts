import { afterEach, describe, expect, test, vi } from 'vitest';
import { SpareBudget, spareBudgetOf } from '#data/history/spare-budget.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 9, 24, 20);

afterEach(unstubBrowser);

/** Spends all requests that are allowed at `now`, as a scheduler does. Returns their number. */
function spendAll(spare: SpareBudget, now: number): number {
  let spent = 0;
  spare.accrue(now);
  while (spare.waitMs(now) === 0) {
    spare.spend(now);
    spent += 1;
  }
  return spent;
}

test('allows half of the remaining budget at once, and the other half as the hour passes', () => {
  const spare = new SpareBudget(
    () => 1_000,
    () => 900,
  );
  expect(spendAll(spare, START)).toBe(50);
  expect(spare.waitMs(START)).toBeCloseTo(HOUR_MS / 50);
  expect(spare.waitMs(START + HOUR_MS / 100)).toBeCloseTo(HOUR_MS / 100);
  expect(spendAll(spare, START + HOUR_MS / 50)).toBe(1);
  expect(spendAll(spare, START + HOUR_MS / 2)).toBe(24);
});

test('never allows more in an hour than polling leaves, at any times of the requests', () => {
  const spare = new SpareBudget(
    () => 1_000,
    () => 900,
  );
  let spent = 0;
  for (let passed = 0; passed < HOUR_MS; passed += 10_000) spent += spendAll(spare, START + passed);
  expect(spent).toBeGreaterThan(95);
  expect(spent).toBeLessThanOrEqual(100);
});

test.each([
  ['all is planned', 500, 500],
  ['more is planned than there is', 100, 500],
  ['one is left, so half of one', 501, 500],
])('returns an infinite wait when %s', (_, perHour, planned) => {
  const spare = new SpareBudget(
    () => perHour,
    () => planned,
  );
  expect(spare.waitMs(START)).toBe(Number.POSITIVE_INFINITY);
  expect(spare.waitMs(START + 9 * HOUR_MS)).toBe(Number.POSITIVE_INFINITY);
});

test('allows one request now and one within the hour when two remain', () => {
  const spare = new SpareBudget(
    () => 502,
    () => 500,
  );
  expect(spendAll(spare, START)).toBe(1);
  expect(spare.waitMs(START)).toBeCloseTo(HOUR_MS);
  expect(spendAll(spare, START + HOUR_MS + 1)).toBe(1);
});

test('never allows more than the hourly limit of one token when the rate is infinite', () => {
  const spare = new SpareBudget(
    () => Number.POSITIVE_INFINITY,
    () => 0,
  );
  expect(spendAll(spare, START)).toBe(500);
});

test('reads the remaining budget each time: less reduces the allowance, and more adds to it slowly', () => {
  let planned = 900;
  const spare = new SpareBudget(
    () => 1_000,
    () => planned,
  );
  expect(spare.waitMs(START)).toBe(0);
  planned = 980;
  expect(spendAll(spare, START)).toBe(10);
  planned = 0;
  expect(spendAll(spare, START)).toBe(0);
});

test('neither adds nor removes allowance when the clock is set back', () => {
  const spare = new SpareBudget(
    () => 1_000,
    () => 900,
  );
  for (let spent = 0; spent < 40; spent += 1) spare.spend(START);
  expect(spendAll(spare, START)).toBe(10);
  expect(spendAll(spare, START - HOUR_MS)).toBe(0);
  expect(spare.waitMs(START - HOUR_MS)).toBeCloseTo(HOUR_MS / 50);
  expect(spendAll(spare, START - HOUR_MS + HOUR_MS / 50)).toBe(1);
});

test('shares one allowance between the tabs of a browser and after a reload', () => {
  stubBrowser();
  const open = () =>
    new SpareBudget(
      () => 1_000,
      () => 900,
      'spare',
    );
  const now = Date.now();
  const tabs = [open(), open()];
  expect(spendAll(tabs[0] ?? open(), now)).toBe(50);
  vi.advanceTimersByTime(1_000);
  expect(tabs.map((tab) => spendAll(tab, now + 1_000))).toEqual([0, 0]);
  expect(spendAll(open(), now + 1_000)).toBe(0);
  expect(spendAll(open(), now + HOUR_MS / 50 + 1_000)).toBe(1);
  localStorage.setItem('spare', '[null]');
  expect(spendAll(open(), now)).toBe(50);
});

test('a read changes nothing: it neither adds nor removes allowance', () => {
  let planned = 900;
  const spare = new SpareBudget(
    () => 1_000,
    () => planned,
  );
  spare.accrue(START);
  planned = 1_000;
  expect(spare.waitMs(START)).toBe(Number.POSITIVE_INFINITY);
  planned = 900;
  expect(spendAll(spare, START)).toBe(50);
  planned = 1_000;
  spare.accrue(START + HOUR_MS);
  planned = 900;
  expect(spendAll(spare, START + HOUR_MS)).toBe(0);
});

const openShared = (planned: () => number = () => 900) => new SpareBudget(() => 1_000, planned, 'spare');

test.each([
  ['a number that is not finite', '[null, AT, AT]'],
  ['a text for its number', '["0", AT, AT]'],
  ['a text for a time', '[0, "0", AT]'],
  ['one part more', '[0, AT, AT, 0]'],
  ['one part less', '[AT, AT]'],
  ['no list', '{"2": AT}'],
])('ignores a stored allowance with %s', (_, text) => {
  stubBrowser();
  const store = (stored: string) => localStorage.setItem('spare', stored.replaceAll('AT', String(START)));
  store('[0, AT, AT]');
  expect(spendAll(openShared(), START), 'an allowance that another tab has spent').toBe(0);
  store(text);
  expect(spendAll(openShared(), START)).toBe(50);
});

test('ignores the allowance that another tab stored before the last request of this tab', () => {
  stubBrowser();
  const spare = openShared();
  expect(spendAll(spare, START)).toBe(50);
  localStorage.setItem('spare', JSON.stringify([50, START - 1_000, START - 1_000]));
  expect(spendAll(spare, START)).toBe(0);
  localStorage.setItem('spare', JSON.stringify([7, START + 1_000, START + 1_000]));
  expect(spendAll(spare, START + 1_000)).toBe(7);
});

test('adds nothing for the time in which polling needed the whole budget, also when tabs share the allowance', () => {
  stubBrowser();
  let planned = 900;
  const spare = openShared(() => planned);
  expect(spendAll(spare, START)).toBe(50);
  planned = 1_000;
  spare.accrue(START + HOUR_MS);
  planned = 900;
  expect(spendAll(spare, START + HOUR_MS)).toBe(0);
  expect(spendAll(spare, START + HOUR_MS + HOUR_MS / 50)).toBe(1);
});

test('neither reads nor stores anything without a key', () => {
  stubBrowser();
  const spare = new SpareBudget(
    () => 1_000,
    () => 900,
  );
  spendAll(spare, START);
  expect(Object.keys(localStorage)).toEqual([]);
  openShared().spend(START);
  expect(Object.keys(localStorage)).toEqual(['spare']);
  localStorage.setItem('undefined', JSON.stringify([50, START + 1_000, START + 1_000]));
  expect(spendAll(spare, START + 1_000)).toBe(0);
});

test('is due on the page while any of its schedulers has a due request', () => {
  const spare = new SpareBudget(
    () => 1_000,
    () => 900,
  );
  const [versions, activity] = [{}, {}];
  expect(spare.isDueOnPage).toBe(false);
  spare.setDueOnPage(versions, true);
  spare.setDueOnPage(activity, true);
  spare.setDueOnPage(versions, true);
  expect(spare.isDueOnPage).toBe(true);
  spare.setDueOnPage(versions, false);
  expect(spare.isDueOnPage).toBe(true);
  spare.setDueOnPage(activity, false);
  expect(spare.isDueOnPage).toBe(false);
});

describe('the spare budget of a ledger', () => {
  const planned = () => 900;
  const openLedger = () => () => 1_000;

  test('is one for all fetchers of a page', () => {
    stubBrowser();
    const ledger = openLedger();
    const spare = spareBudgetOf(ledger, planned, 'api');
    expect(spareBudgetOf(ledger, planned, 'api')).toBe(spare);
    expect(spareBudgetOf(openLedger(), planned, 'api'), 'of another ledger').not.toBe(spare);
  });

  test('is shared by the tabs of one API, and not by the pages of another', () => {
    stubBrowser();
    const open = (api: string) => spareBudgetOf(openLedger(), planned, api);
    expect(spendAll(open('api'), START)).toBe(50);
    expect(spendAll(open('api'), START)).toBe(0);
    expect(spendAll(open('other'), START)).toBe(50);
    expect(Object.keys(localStorage)).toEqual(['envboard.spare@api', 'envboard.spare@other']);
  });
});
