import { expect, test, vi } from 'vitest';
import { createEmitter } from '#domain/emitter.ts';

test('notifies subscribers in order until they unsubscribe', () => {
  const emitter = createEmitter();
  const calls: string[] = [];
  const stop = emitter.subscribe(() => calls.push('first'));
  emitter.subscribe(() => calls.push('second'));
  emitter.notify();
  expect(calls).toEqual(['first', 'second']);
  stop();
  emitter.notify();
  expect(calls).toEqual(['first', 'second', 'second']);
});

test('notifies a listener once when it subscribed twice', () => {
  const emitter = createEmitter();
  const listener = vi.fn();
  emitter.subscribe(listener);
  emitter.subscribe(listener);
  emitter.notify();
  expect(listener).toHaveBeenCalledOnce();
});

test('connects with the first listener and disconnects once the last one has left', () => {
  const calls: string[] = [];
  const emitter = createEmitter(() => {
    calls.push('connect');
    return () => calls.push('disconnect');
  });
  const stopFirst = emitter.subscribe(() => {});
  const stopSecond = emitter.subscribe(() => calls.push('second'));
  stopFirst();
  stopFirst();
  expect(calls).toEqual(['connect']);
  stopSecond();
  stopSecond();
  expect(calls).toEqual(['connect', 'disconnect']);
  emitter.subscribe(() => calls.push('third'));
  emitter.notify();
  expect(calls).toEqual(['connect', 'disconnect', 'connect', 'third']);
});
