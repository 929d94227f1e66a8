import { expect, test } from 'vitest';
import { type TraceEvent, workIn } from '#bench/trace.ts';

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
