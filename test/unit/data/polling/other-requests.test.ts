import { expect, test, vi } from 'vitest';
import { ApiError } from '#api/api-error.ts';
import { OtherRequests } from '#data/polling/other-requests.ts';

test('has a request in flight until it is answered, for its own key only', async () => {
  const requests = new OtherRequests(() => {});
  let resolve = (_: string): void => {};
  const answer = new Promise<string>((settle) => {
    resolve = settle;
  });
  const sent = requests.send('feed', 'a', () => answer);
  expect(requests.isInFlight('feed', 'a')).toBe(true);
  expect(requests.isInFlight('feed', 'b')).toBe(false);
  resolve('answer');
  expect(await sent).toBe('answer');
  expect(requests.isInFlight('feed', 'a')).toBe(false);
});

test('reports a failure, rejects with it, and may send the next request', async () => {
  const onFailure = vi.fn();
  const requests = new OtherRequests(onFailure);
  const failure = { kind: 'rateLimited', retryAfterMs: 5_000 } as const;
  const sent = requests.send('feed', 'a', () => Promise.reject(new ApiError(failure)));
  await expect(sent).rejects.toMatchObject({ failure });
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(failure);
  expect(requests.isInFlight('feed', 'a')).toBe(false);
  expect(await requests.send('feed', 'a', async () => 'next')).toBe('next');
});
