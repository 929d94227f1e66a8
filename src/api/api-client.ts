import * as v from 'valibot';
import type { AnswerAge } from '#domain/environment/answer-age.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { ApiError } from './api-error.ts';
import { createServerTime, monotonicNow, type ServerTime } from './server-time.ts';

/** A parsed body, and how old it already was when it arrived: a gateway or a cache hands out kept ones. */
type AgedAnswer<T> = AnswerAge & { readonly body: T };

export type ApiClient = {
  /** Names the API that is asked, for query keys and storage: never holds a credential. */
  readonly source: string;
  /** Tells apart who may see what: names that were read with other tokens are read again. Holds no credential either. */
  readonly tokenScope?: string | undefined;
  /** Time as the API tells it. */
  readonly time: ServerTime;
  /** Answers the parsed body of `GET path`, or rejects with an `ApiError`. */
  get<T extends v.GenericSchema>(path: string, schema: T, signal?: AbortSignal): Promise<v.InferOutput<T>>;
  /** The same, with the age of the answer. */
  getWithAge<T extends v.GenericSchema>(
    path: string,
    schema: T,
    signal?: AbortSignal,
  ): Promise<AgedAnswer<v.InferOutput<T>>>;
};

export type ClientOptions = {
  readonly source: string;
  readonly tokenScope?: string;
  /** An https address or a path on the same origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly authorization?: string | undefined;
  readonly send?: typeof fetch;
  /** Shared by all clients of one API. */
  readonly time?: ServerTime;
  /** Called before every request; throws an `ApiError` when the hour's requests are spent. */
  readonly reserveRequest?: () => void;
  /** Told what the server says is left of the hour's requests. */
  readonly onRemaining?: (remaining: number) => void;
  /** Told for how long the server wants nothing to be asked, in milliseconds. */
  readonly onRateLimited?: (retryAfterMs: number) => void;
  /** Told when a gateway answered that keeps answers for many viewers: the hour's requests are then its concern. */
  readonly onGateway?: () => void;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 20_000;
const RETRY_AFTER_MS = 60_000;
const EPOCH_SECONDS = 1e9;

/** By the server's own clock where it is told: this computer's may be a year wrong. */
const serverNow = (headers: Headers): number => Date.parse(headers.get('Date') ?? '') || Date.now();

/** Seconds to wait, a Unix time when above 1e9, or an HTTP date; milliseconds out. */
function waitOf(headers: Headers, name: string): number | undefined {
  const header = headers.get(name);
  const value = Number(header ?? Number.NaN);
  const date = header !== null && Number.isNaN(value) ? Date.parse(header) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - serverNow(headers));
  if (header === null || !Number.isFinite(value) || value < 0) return undefined;
  return value > EPOCH_SECONDS ? Math.max(0, value * 1_000 - serverNow(headers)) : value * 1_000;
}

/** A browser shows a redirect that is not followed without its status. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

function failureOf(response: Response): Failure {
  const { status, headers } = response;
  if (isRedirect(response)) return { kind: 'signOn' };
  const gatewayError = headers.get('X-Gateway-Error');
  if (gatewayError === 'token-rejected') return { kind: 'gatewayToken' };
  // Of this question alone: others may still be answered from what the gateway kept.
  if (gatewayError === 'budget-spent') return { kind: 'gatewaySpent' };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403 || status === 404) return { kind: 'denied' };
  if (status === 429) {
    const retryAfterMs = waitOf(headers, 'Retry-After') ?? waitOf(headers, 'X-RateLimit-Reset') ?? RETRY_AFTER_MS;
    return { kind: 'rateLimited', retryAfterMs };
  }
  return status >= 500 ? { kind: 'server', status } : { kind: 'refused', status };
}

function parsed<T extends v.GenericSchema>(text: string, schema: T): v.InferOutput<T> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ApiError({ kind: text.trimStart().startsWith('<') ? 'signOn' : 'malformed' });
  }
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ApiError({ kind: 'malformed', at: v.getDotPath(issue) ?? '' });
}

type Answered = { readonly text: string; readonly schema: v.GenericSchema; readonly body: unknown };

/** Reads answers as `parsed` does. The very same states again, which most polls bring, are the very same body. */
function createReader() {
  const last = new Map<string, Answered>();
  return <T extends v.GenericSchema>(path: string, text: string, schema: T): v.InferOutput<T> => {
    const known = last.get(path);
    if (known?.schema === schema && known.text === text) return known.body;
    const body = parsed(text, schema);
    if (path.endsWith('/status')) last.set(path, { text, schema, body });
    return body;
  };
}

/** Asks Qovery, read only. Every way in which it can fail comes out as one `ApiError`; an abort comes out as it is. */
export function createApiClient(options: ClientOptions): ApiClient {
  const {
    source,
    tokenScope,
    baseUrl,
    authorization,
    send = fetch,
    time = createServerTime(),
    reserveRequest,
    onRemaining,
    onRateLimited,
    onGateway,
    timeoutMs = TIMEOUT_MS,
  } = options;
  const read = createReader();
  const client: ApiClient = {
    source,
    tokenScope,
    time,
    get: async (path, schema, signal) => (await client.getWithAge(path, schema, signal)).body,
    async getWithAge(path, schema, signal) {
      signal?.throwIfAborted();
      reserveRequest?.();
      const ending = new AbortController();
      let isLate = false;
      const end = () => ending.abort(signal?.reason);
      // A plain timer, not `AbortSignal.timeout`: a test's clock must be able to drive it.
      const timer = setTimeout(() => {
        isLate = true;
        end();
      }, timeoutMs);
      signal?.addEventListener('abort', end);
      const sentMs = monotonicNow();
      try {
        const response = await send(`${baseUrl}${path}`, {
          headers: {
            Accept: 'application/json',
            ...(authorization === undefined ? {} : { Authorization: authorization }),
          },
          credentials: baseUrl.startsWith('/') ? 'same-origin' : 'omit',
          // Not followed: the other end could be anybody, and the credential is for the API alone.
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          signal: ending.signal,
        });
        const { headers } = response;
        time.readHeaders(path, headers);
        const remaining = headers.get('X-RateLimit-Remaining');
        if (remaining !== null && Number.isFinite(Number(remaining))) onRemaining?.(Number(remaining));
        if (headers.has('X-Cache')) onGateway?.();
        if (!response.ok) {
          const failure = failureOf(response);
          if (failure.kind === 'rateLimited') onRateLimited?.(failure.retryAfterMs);
          throw new ApiError(failure);
        }
        return { body: read(path, await response.text(), schema), ...time.ageOf(headers, sentMs) };
      } catch (error) {
        if (error instanceof ApiError || signal?.aborted) throw error;
        if (isLate) throw new ApiError({ kind: 'timeout', afterMs: timeoutMs });
        // The browser's word alone is no failure: it may say that it is offline while the server is in reach.
        throw new ApiError({ kind: globalThis.navigator?.onLine === false ? 'offline' : 'unreachable' });
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
      }
    },
  };
  return client;
}
