import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { parseCredential } from '#domain/tokens/credential.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { withRateLimit } from '#simulator/rate-limit.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { checkToken, createProxy } from './api-proxy.ts';
import { withHourlyLimit } from './hourly-limit.ts';
import { isForeign, refuseForeign, refuseFrames } from './own-pages.ts';
import { exitWithMessage, reportPortInUse } from './port.ts';
import { targetOf } from './proxy-target.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Next = () => void;

/** Answers a request with the response of `send`. Drops the connection when `send` rejects. */
async function pipe(
  send: typeof fetch,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const aborting = new AbortController();
  response.on('close', () => aborting.abort());
  const authorization = request.headers.authorization;
  try {
    const answer = await send(`http://localhost${url}`, {
      method: request.method ?? 'GET',
      headers: authorization === undefined ? {} : { Authorization: authorization },
      signal: aborting.signal,
    });
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => /^(content-type|retry-after|x-ratelimit-.*|x-fetched-at)$/.test(name)),
    );
    response.writeHead(answer.status, { ...headers, 'cache-control': 'no-store' });
    if (answer.body) Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream).pipe(response);
    else response.end();
  } catch {
    response.destroy();
  }
}

type Sizes = { readonly environments?: number; readonly projects?: number };

/** Sizes of the simulated account, from DEMO_ENVIRONMENTS and DEMO_PROJECTS (whole numbers up to 9999). */
function sizesOf({ DEMO_ENVIRONMENTS = '', DEMO_PROJECTS = '' }: Environment): Sizes {
  const isCount = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);
  return {
    ...(isCount(DEMO_ENVIRONMENTS) && { environments: Number(DEMO_ENVIRONMENTS) }),
    ...(isCount(DEMO_PROJECTS) && { projects: Number(DEMO_PROJECTS) }),
  };
}

/** The limit in DEMO_REQUESTS_PER_HOUR. Several browsers on one simulated account would soon use up Qovery's 1,000. */
const limitOf = ({ DEMO_REQUESTS_PER_HOUR = '' }: Environment): { readonly limit?: number } =>
  /^[1-9]\d{0,6}$/.test(DEMO_REQUESTS_PER_HOUR) ? { limit: Number(DEMO_REQUESTS_PER_HOUR) } : {};

const demoAddress = (sizes: Sizes): string => {
  const pins = demoPins(sizes).map((id) => ({ kind: 'environment' as const, id }));
  return `/${boardLocation({ ...DEFAULT_BOARD, name: 'Demo board', pins }).search}`;
};

/** Serves `/api` and `config.json` beside the page, and opens an empty address on the demo board. */
function serve(send: typeof fetch, auth: 'demo' | 'gateway', sizes: Sizes): ApiHandler {
  const config = JSON.stringify({ api: '/api', auth });
  return (request, response, next) => {
    const url = request.url ?? '/';
    refuseFrames(response);
    if (url.startsWith('/api/') && isForeign(request)) refuseForeign(response);
    else if (url.startsWith('/api/')) {
      // A simulated account uses the page's clock, which a test may set. A `Date` header would contradict that clock.
      response.sendDate = auth !== 'demo';
      void pipe(send, url.slice('/api'.length), request, response);
    } else if (url.split('?')[0] === '/config.json') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(config);
    } else if (auth === 'demo' && url === '/') response.writeHead(302, { location: demoAddress(sizes) }).end();
    else next();
  };
}

/** Chooses Qovery when QOVERY_API_TOKEN is set, else the simulated account. Throws an `Error` whose message is one sentence. */
async function sendFor(environment: Environment): Promise<{ send: typeof fetch; auth: 'demo' | 'gateway' }> {
  const tokenText = environment.QOVERY_API_TOKEN;
  if (tokenText === undefined) {
    // DEMO_FEED holds defects of the change feed: see `event-switches.ts`.
    const feed = () => environment.DEMO_FEED ?? '';
    const send = withRateLimit(createSimulatedQovery({ ...sizesOf(environment), feed }), limitOf(environment));
    return { send, auth: 'demo' };
  }
  const token = parseCredential(tokenText);
  if (token.kind === 'empty')
    throw new Error('QOVERY_API_TOKEN is empty. Set it to a Qovery API token, or unset it to see demo data.');
  if (token.kind === 'unusable')
    throw new Error('QOVERY_API_TOKEN holds characters that a token cannot have. Copy the token again.');
  const target = targetOf(environment.QOVERY_API_URL);
  const forward = createProxy(target, token.credential, withHourlyLimit(fetch));
  const refusal = await checkToken(target, token.credential, forward);
  if (refusal) throw new Error(refusal);
  return { send: forward, auth: 'gateway' };
}

/** Answers a request for the API or for `config.json`; calls `next` for any other. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Opens the API that the environment variables request. Rejects with one sentence if they are not usable. */
export async function openApi(
  environment: Environment,
): Promise<{ readonly handle: ApiHandler; readonly auth: 'demo' | 'gateway' }> {
  const { send, auth } = await sendFor(environment);
  return { handle: serve(send, auth, sizesOf(environment)), auth };
}

/** Qovery on the page's own origin, for the dev server and for `vite preview`: simulated, or forwarded with a token. */
export function devApi(environment: Environment): Plugin {
  const attach = async (server: ViteDevServer | PreviewServer): Promise<void> => {
    if (server.httpServer) reportPortInUse(server.httpServer);
    try {
      server.middlewares.use((await openApi(environment)).handle);
    } catch (error) {
      exitWithMessage(error instanceof Error ? error.message : String(error));
    }
  };
  return { name: 'envboard:qovery', configureServer: attach, configurePreviewServer: attach };
}
