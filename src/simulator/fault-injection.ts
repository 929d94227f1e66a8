import { JSON_TYPE, problem } from './responses.ts';

const LATENCY = /^latency:(\d{1,6})$/;
const STATUS = /^[45]\d\d$/;

/** Waits, for ever without a time; rejects as `fetch` does when the request is given up. */
const wait = (signal: AbortSignal | undefined, milliseconds?: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const done = () => {
      // A signal outlives its requests: a listener left on it would keep each of them in memory.
      signal?.removeEventListener('abort', giveUp);
      resolve();
    };
    const timer = milliseconds === undefined ? undefined : setTimeout(done, milliseconds);
    if (signal?.aborted === true) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });

/**
 * Answers as the `demo` parameter of a request asks: `503` (any status 400–599), `latency:2000`, `hang`, `drop`, `html`,
 * `malformed` or `empty`. Anything else is an answer as usual.
 */
export async function injectFault(
  fault: string | null,
  signal: AbortSignal | undefined,
  respond: () => Response,
): Promise<Response> {
  signal?.throwIfAborted();
  if (fault === null) return respond();
  if (STATUS.test(fault)) {
    return problem(Number(fault), 'A fault was asked for.', fault === '429' ? { 'Retry-After': '30' } : {});
  }
  const latency = LATENCY.exec(fault)?.[1];
  if (latency !== undefined) await wait(signal, Number(latency));
  switch (fault) {
    case 'hang':
      await wait(signal);
      return respond();
    case 'drop':
      // What a browser reports for a cut connection, or for a refusal by CORS.
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
