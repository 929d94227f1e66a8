import * as v from 'valibot';
import type { AnswerAge } from '#domain/environment/answer-age.ts';
import { ApiError } from './api-error.ts';
import { failureOf } from './failed-response.ts';
import { createServerTime, monotonicNow, type ServerTime } from './server-time.ts';

/** A parsed body and its age on arrival: a gateway or a cache may send a stored answer. */
type AgedAnswer<T> = AnswerAge & { readonly body: T };

export type ApiClient = {
  /** Identifies the API in query keys and storage keys. Never contains a credential. */
  readonly source: string;
  /** Identifies the tokens that stored names were read with; other tokens read them again. Never contains a credential. */
  readonly tokenScope?: string | undefined;
  /** False where the server holds the token: its users cannot add one. */
  readonly hasToken: boolean;
  /** The API's clock. */
  readonly time: ServerTime;
  /** Sends `GET path` and resolves to the parsed body. Rejects with an `ApiError`, or with the reason of an abort. */
  get<T extends v.GenericSchema>(path: string, schema: T, signal?: AbortSignal): Promise<v.InferOutput<T>>;
  /** Like `get`, with the age of the answer. */
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
  /** Called with the server's count of requests that remain in the hour. */
  readonly onRemaining?: (remaining: number) => void;
  /** Called after a 429, with the milliseconds to wait before the next request. */
  readonly onRateLimited?: (retryAfterMs: number) => void;
  /** Called when a caching gateway answered. The gateway then counts the hour's requests. */
  readonly onGateway?: () => void;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 20_000;

/** `htmlKind` is the failure when the body is HTML: a sign-on replaced the answer, or a gateway stored this one. */
function parseBody<T extends v.GenericSchema>(
  text: string,
  schema: T,
  htmlKind: 'signOn' | 'gatewayUnusable',
): v.InferOutput<T> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ApiError({ kind: text.trimStart().startsWith('<') ? htmlKind : 'malformed' });
  }
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ApiError({ kind: 'malformed', at: v.getDotPath(issue) ?? '' });
}

type ParsedAnswer = { readonly text: string; readonly schema: v.GenericSchema; readonly body: unknown };

/** Returns a parser that reuses the previous body when a project's status text is unchanged, as in most polls. */
function createReader() {
  const lastByPath = new Map<string, ParsedAnswer>();
  return <T extends v.GenericSchema>(
    path: string,
    text: string,
    schema: T,
    htmlKind: 'signOn' | 'gatewayUnusable',
  ): v.InferOutput<T> => {
    const previous = lastByPath.get(path);
    if (previous?.schema === schema && previous.text === text) return previous.body;
    const body = parseBody(text, schema, htmlKind);
    if (path.endsWith('/status')) lastByPath.set(path, { text, schema, body });
    return body;
  };
}

/** Creates a read-only client. Every failed request rejects with an `ApiError`; an abort rejects with its own reason. */
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
  const isSameOrigin = baseUrl.startsWith('/');
  const client: ApiClient = {
    source,
    tokenScope,
    hasToken: authorization !== undefined,
    time,
    get: async (path, schema, signal) => (await client.getWithAge(path, schema, signal)).body,
    async getWithAge(path, schema, signal) {
      signal?.throwIfAborted();
      reserveRequest?.();
      const ending = new AbortController();
      let isLate = false;
      const end = () => ending.abort(signal?.reason);
      // Not `AbortSignal.timeout`, because fake timers in tests cannot advance it.
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
          credentials: isSameOrigin ? 'same-origin' : 'omit',
          // A redirect is not followed, because it could send the credential to another server.
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          signal: ending.signal,
        });
        const { headers } = response;
        time.readHeaders(path, headers);
        const remaining = headers.get('X-RateLimit-Remaining');
        if (remaining !== null && Number.isFinite(Number(remaining))) onRemaining?.(Number(remaining));
        const isGateway = headers.has('X-Cache');
        if (isGateway) onGateway?.();
        if (!response.ok) {
          // An unread body keeps its connection, and a browser opens six to a server.
          response.body?.cancel().catch(() => undefined);
          const failure = failureOf(response, { baseUrl, hasToken: client.hasToken });
          if (failure.kind === 'rateLimited') onRateLimited?.(failure.retryAfterMs);
          throw new ApiError(failure);
        }
        const body = read(path, await response.text(), schema, isGateway ? 'gatewayUnusable' : 'signOn');
        return { body, ...time.ageOf(headers, sentMs) };
      } catch (error) {
        if (error instanceof ApiError || signal?.aborted) throw error;
        if (isLate) throw new ApiError({ kind: 'timeout', afterMs: timeoutMs });
        // `onLine` is read only after a failure: a browser may report offline while the server is reachable.
        if (globalThis.navigator?.onLine === false) throw new ApiError({ kind: 'offline' });
        throw new ApiError({ kind: 'unreachable', path: isSameOrigin ? baseUrl : undefined });
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
      }
    },
  };
  return client;
}
