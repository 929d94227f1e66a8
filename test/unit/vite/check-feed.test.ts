import { expect, test, vi } from 'vitest';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { createProxy } from '#vite/api-proxy.ts';
import { checkFeed } from '#vite/check-feed.ts';

const START = Date.UTC(2026, 10, 27, 12);
const TOKEN = 'qov_secret-of-this-test';

/** Runs the check against a simulated account whose time passes as the check waits; `later` is the feed from its wait on. */
async function check(
  feed: string,
  later = feed,
): Promise<{ readonly lines: readonly string[]; readonly received: readonly string[] }> {
  let now = START;
  const simulated = createSimulatedQovery({
    organizations: 1,
    token: TOKEN,
    now: () => now,
    feed: () => (now === START ? feed : later),
  });
  const received: string[] = [];
  const send = createProxy('https://qovery.invalid', { scheme: 'Token', value: TOKEN }, (input, init) => {
    received.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`);
    return simulated(input, init);
  });
  const lines: string[] = [];
  await checkFeed({
    send,
    print: (line) => void lines.push(line),
    wait: async (ms) => {
      now += ms;
    },
    now: () => now,
  });
  return { lines, received };
}

test('tells that events may be read, their unit, and how late they come, with read-only requests and without a secret', async () => {
  const { lines, received } = await check('');
  expect(lines[0]).toBe('Organization 1: events may be read (HTTP 200).');
  expect(lines).toContain('  fromTimestamp takes seconds');
  expect(lines.join('\n')).toMatch(/100 events, timestamps: a date, newest first: yes/);
  expect(lines.at(-1)).toMatch(/^Organization 1: \d+ new events, the latest (?:\d|10) s after its time/);
  expect(received.length).toBeLessThan(30);
  expect(received.every((line) => /^GET \/organization(\/[0-9a-f-]{36}\/events)?$/.test(line))).toBe(true);
  expect(lines.join('\n')).not.toContain(TOKEN);
});

test('takes five minutes at most with three organizations', async () => {
  vi.useFakeTimers({ now: START });
  const simulated = createSimulatedQovery({ organizations: 3, token: TOKEN });
  const lines: string[] = [];
  const checked = checkFeed({
    send: createProxy('https://qovery.invalid', { scheme: 'Token', value: TOKEN }, simulated),
    print: (line) => void lines.push(line),
    wait: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    now: Date.now,
  });
  await vi.advanceTimersByTimeAsync(300_000);
  await checked;
  vi.useRealTimers();
  expect(lines.filter((line) => / new events?,? /.test(line) && line.startsWith('Organization'))).toHaveLength(3);
});

test('names the status when the feed is refused in the middle, and claims nothing of new events', async () => {
  const { lines } = await check('', '401');
  expect(lines[0]).toBe('Organization 1: events may be read (HTTP 200).');
  expect(lines).toContain('Organization 1: a later request has no readable events (HTTP 401)');
  expect(lines.at(-1)).toBe('Organization 1: 24 of 24 later requests had no readable events.');
});

test('tells of events that come late, and of an unknown unit', async () => {
  expect((await check('late:120')).lines.at(-1)).toMatch(/the latest 1[23]\d s after its time/);
  expect((await check('nanoseconds')).lines.join('\n')).toMatch(/a text of 19 digits/);
});

test.each(['401', '403', '404', 'html', 'empty'])(
  'tells that events may not be read when Qovery answers %s',
  async (fault) => {
    const { lines } = await check(fault);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Organization 1: events may NOT be read \(HTTP (401|403|404|200)\)\.$/);
  },
);
