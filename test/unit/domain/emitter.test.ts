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
