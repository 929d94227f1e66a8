import { JSON_TYPE, problem } from './responses.ts';

const LATENCY = /^latency:(\d{1,6})$/;
const STATUS = /^[45]\d\d$/;

/**
 * Waits for some milliseconds, or without end if there is no number. Rejects as `fetch` does when the signal aborts.
 */
const wait = (signal: AbortSignal | undefined, milliseconds?: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const done = () => {
      // A signal outlives its requests, so a remaining listener would hold each request in memory.
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    const timer = milliseconds === undefined ? undefined : setTimeout(done, milliseconds);
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });

/**
 * Answers with the fault that the `demo` parameter of a request names: `503` (any status 400–599), `latency:2000`, `hang`,
 * `drop`, `html`, `malformed` or `empty`. Any other value leads to the usual answer.
 */
export async function injectFault(
  fault: string | null,
  signal: AbortSignal | undefined,
  respond: () => Response,
): Promise<Response> {
  signal?.throwIfAborted();
  if (fault === null) return respond();
  if (STATUS.test(fault)) {
    return problem(Number(fault), 'A fault was requested.', fault === '429' ? { 'Retry-After': '30' } : {});
  }
  const latency = LATENCY.exec(fault)?.[1];
  if (latency !== undefined) await wait(signal, Number(latency));
  switch (fault) {
    case 'hang':
      await wait(signal);
      return respond();
    case 'drop':
      // Browsers report this error for a dropped connection and for a CORS refusal.
      throw new TypeError('Failed to fetch');
    case 'html':
      return new Response('<!doctype html><title>Sign in</title><p>Captive portal', {
        headers: { 'Content-Type': 'text/html' },
      });
    case 'malformed': {
      const text = JSON.stringify({ results: [{ id: 'cut', state: 'DEPLOYED' }] });
      return new Response(text.slice(0, -9), { headers: JSON_TYPE });
    }
    case 'empty':
      return new Response('', { headers: JSON_TYPE });
    default:
      return respond();
  }
}
