import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openChannel } from '#browser/channel.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { refuse } from '#test/support/refusals.ts';

beforeEach(() => vi.stubGlobal('BroadcastChannel', smallBrowser().BroadcastChannel));
afterEach(() => vi.unstubAllGlobals());

const moment = () => new Promise<void>((resolve) => void setTimeout(resolve));

test('delivers messages to the other tabs until they close the channel', async () => {
  const [here, there] = [openChannel('x'), openChannel('x')];
  const heard: unknown[] = [];
  there.onMessage((message) => heard.push(message));
  expect(here.post(1)).toBe(true);
  await moment();
  there.close();
  here.post(2);
  await moment();
  expect(heard).toEqual([1]);
});

test('delivers no message to a listener after its subscription ends', async () => {
  const [here, there] = [openChannel('x'), openChannel('x')];
  const [first, second] = [vi.fn(), vi.fn()];
  const end = there.onMessage(first);
  there.onMessage(second);
  end();
  here.post(1);
  await moment();
  expect(second).toHaveBeenCalledWith(1);
  expect(first).not.toHaveBeenCalled();
});

test.each<[string, unknown]>([
  ['missing', undefined],
  ['null', null],
  ['refused', refuse],
])('returns a channel that is not open when channels are %s', (_, BroadcastChannel) => {
  vi.stubGlobal('BroadcastChannel', BroadcastChannel);
  const channel = openChannel('x');
  expect(channel.isOpen).toBe(false);
  expect(channel.post(1)).toBe(false);
  expect(() => channel.onMessage(() => {})()).not.toThrow();
  expect(() => channel.close()).not.toThrow();
});

test('returns false from post when the browser refuses the message', () => {
  vi.spyOn(globalThis.BroadcastChannel.prototype, 'postMessage').mockImplementation(refuse);
  const channel = openChannel('x');
  expect(channel.isOpen).toBe(true);
  expect(channel.post(1)).toBe(false);
});
