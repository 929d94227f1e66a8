import { expect, test } from 'vitest';
import { scriptOfQuestions, type TraceEvent, workIn } from '#bench/trace.ts';

const event = (name: string, ts: number, dur: number, tid = 1): TraceEvent => ({ name, ph: 'X', pid: 1, tid, ts, dur });

test('work is that of the thread with most script, and what lies within other script counts once', () => {
  const events = [
    event('RunTask', 0, 9_000),
    event('FunctionCall', 1_000, 4_000),
    event('RunMicrotasks', 2_000, 1_000),
    event('RunMicrotasks', 4_000, 2_000),
    event('Layout', 6_000, 500),
    event('UpdateLayoutTree', 7_000, 250),
    event('RunTask', 0, 90_000, 2),
    event('FunctionCall', 0, 1_000, 2),
  ];
  expect(workIn(events)).toEqual({ script: 5, layout: 0.75, all: 9 });
  expect(workIn([])).toEqual({ script: 0, layout: 0, all: 0 });
});

test('work is counted in time of the processor, in proportion where only a part of an event counts', () => {
  const events = [
    { ...event('RunTask', 0, 9_000), tdur: 3_000 },
    { ...event('FunctionCall', 1_000, 4_000), tdur: 2_000 },
    { ...event('RunMicrotasks', 2_000, 1_000), tdur: 500 },
    { ...event('RunMicrotasks', 4_000, 2_000), tdur: 1_000 },
  ];
  expect(workIn(events)).toEqual({ script: 2.5, layout: 0, all: 3 });
});

test('counts only requests with no other request near them, with the script around them', () => {
  const SECOND = 1_000_000;
  const received = (ts: number, url = 'http://here/status'): TraceEvent => ({
    ...event('ResourceSendRequest', ts, 0),
    ph: 'I',
    args: { data: { url } },
  });
  const events = [
    event('FunctionCall', 0, 1_000),
    // The work of this request began before the trace.
    received(500_000),
    // Half of it is before the time that belongs to the request.
    event('FunctionCall', 5 * SECOND - 40_000, 40_000),
    received(5 * SECOND),
    event('RunMicrotasks', 5 * SECOND + 300_000, 3_000),
    event('TimerFire', 6 * SECOND, 9_000),
    received(8 * SECOND),
    received(8 * SECOND + 1_000),
    event('FunctionCall', 8 * SECOND, 50_000),
    // Another request follows shortly after this one.
    received(6.5 * SECOND),
    received(6.6 * SECOND, 'http://here/else'),
    // The trace ends before all work of this request.
    received(10 * SECOND),
    event('FunctionCall', 10 * SECOND, 100),
  ];
  expect(scriptOfQuestions(events, (url) => url.endsWith('/status'))).toEqual([23]);
});
