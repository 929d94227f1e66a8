import * as v from 'valibot';
import type { Failure } from '#domain/failure.ts';
import { ApiError } from './api-error.ts';

export type ApiClient = {
  /** Names the API that is asked, for query keys and storage: never holds a credential. */
  readonly source: string;
  /** Answers the parsed body of `GET path`, or rejects with an `ApiError`. */
  get<T extends v.GenericSchema>(path: string, schema: T, signal?: AbortSignal): Promise<v.InferOutput<T>>;
};

export type ClientOptions = {
  readonly source: string;
  /** An https address or a path on the same origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly authorization?: string | undefined;
  readonly send?: typeof fetch;
  /** Called before every request; throws an `ApiError` when the hour's requests are spent. */
  readonly spend?: () => void;
  /** Told what the server says is left of the hour's requests. */
  readonly onRemaining?: (remaining: number) => void;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 20_000;
const RETRY_AFTER_MS = 60_000;
const EPOCH_SECONDS = 1e9;

/** Seconds to wait, or a Unix time when above 1e9; milliseconds out. */
function waitOf(header: string | null): number | undefined {
  const value = Number(header ?? Number.NaN);
  if (header === null || !Number.isFinite(value) || value < 0) return undefined;
  return value > EPOCH_SECONDS ? Math.max(0, value * 1_000 - Date.now()) : value * 1_000;
}

function failureOf({ status, headers }: Response): Failure {
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403 || status === 404) return { kind: 'denied' };
  if (status === 429) {
    const retryAfterMs =
      waitOf(headers.get('Retry-After')) ?? waitOf(headers.get('X-RateLimit-Reset')) ?? RETRY_AFTER_MS;
    return { kind: 'rateLimited', retryAfterMs };
  }
  return status >= 500 ? { kind: 'server', status } : { kind: 'refused', status };
}

async function parsed<T extends v.GenericSchema>(response: Response, schema: T): Promise<v.InferOutput<T>> {
  let body: unknown;
  try {
    body = JSON.parse(await response.text());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ApiError({ kind: 'malformed', issue: 'it is not JSON' });
  }
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ApiError({ kind: 'malformed', issue: `${v.getDotPath(issue) ?? 'the body'} is not as expected` });
}

/** Asks Qovery, read only. Every way in which it can fail comes out as one `ApiError`; an abort comes out as it is. */
export function createApiClient(options: ClientOptions): ApiClient {
  const { source, baseUrl, authorization, send = fetch, spend, onRemaining, timeoutMs = TIMEOUT_MS } = options;
  return {
    source,
    async get(path, schema, signal) {
      if (globalThis.navigator?.onLine === false) throw new ApiError({ kind: 'offline' });
      spend?.();
      const timeout = new AbortController();
      // A plain timer, not `AbortSignal.timeout`: a test's clock must be able to drive it.
      const timer = setTimeout(() => timeout.abort(), timeoutMs);
      try {
        const response = await send(`${baseUrl}${path}`, {
          headers: {
            Accept: 'application/json',
            ...(authorization === undefined ? {} : { Authorization: authorization }),
          },
          credentials: baseUrl.startsWith('/') ? 'same-origin' : 'omit',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
        });
        const remaining = response.headers.get('X-RateLimit-Remaining');
        if (remaining !== null && Number.isFinite(Number(remaining))) onRemaining?.(Number(remaining));
        if (!response.ok) throw new ApiError(failureOf(response));
        return await parsed(response, schema);
      } catch (error) {
        if (error instanceof ApiError || signal?.aborted) throw error;
        throw new ApiError(timeout.signal.aborted ? { kind: 'timeout', afterMs: timeoutMs } : { kind: 'unreachable' });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
