import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { RequestQueue } from '#data/polling/request-queue.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';

export const idIn = (path: string): string => path.split('/')[2] ?? '';

/** Returns the answer of a project whose only environment has the project's id, or of that environment. */
export const wellOf = (path: string): Response => {
  const status = { id: idIn(path), state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' };
  return Response.json(path.startsWith('/project/') ? { results: [status] } : status);
};

/**
 * Returns a request queue over a Qovery that the test controls, and over a ledger whose hour may be spent. The test uses
 * fake timers.
 */
export function openQueue(answer: (path: string) => Response = wellOf, reserveRequest: () => void = () => {}) {
  const requested: string[] = [];
  const answers: StatusAnswer[] = [];
  const onFailed = vi.fn();
  const send: typeof fetch = async (input) => {
    requested.push(String(input));
    return answer(String(input));
  };
  const queue = new RequestQueue({
    client: new QueryClient(),
    api: createApiClient({ source: 'queue', baseUrl: '', send, reserveRequest }),
    onAnswer: (one) => {
      answers.push(one);
      queue.sendNext();
    },
    onFailed,
  });
  const poll = async (...sources: readonly PollSource[]) => {
    queue.replaceQueue(sources);
    await vi.advanceTimersByTimeAsync(100);
  };
  return { queue, poll, requested, answers, onFailed };
}
