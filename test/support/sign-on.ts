import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** Starts the OpenID provider in a process of its own. Returns a function that ends it. */
export async function startIdentityProvider(port: number, redirectUris: readonly string[]) {
  const script = join(import.meta.dirname, 'identity-provider.mjs');
  const provider = spawn(process.execPath, [script, String(port), ...redirectUris], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const exit = once(provider, 'exit');
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/.well-known/openid-configuration`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
  return async (): Promise<void> => {
    provider.kill();
    await exit;
  };
}

const cookieOf = ({ headers }: IncomingMessage, name: string): string | undefined =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(headers.cookie ?? '')?.[1];

function redirect(response: ServerResponse, to: string, cookie: string): void {
  response.writeHead(302, { Location: to, 'Set-Cookie': `${cookie}; Path=/; HttpOnly; SameSite=Lax` }).end();
}

/** The sessions of a sign-on that keeps the contract of oauth2-proxy, with its cookies and its three paths. */
export class SignOn {
  readonly #issuer: string;
  readonly #redirectUri: string;
  readonly #pending = new Map<string, string>();
  #sessions = new Set<string>();

  constructor(issuer: string, redirectUri: string) {
    this.#issuer = issuer;
    this.#redirectUri = redirectUri;
  }

  /** Ends every session here; the provider still knows its users. Returns a function that restores them. */
  expire(): () => void {
    const ended = this.#sessions;
    this.#sessions = new Set();
    return () => {
      this.#sessions = ended;
    };
  }

  knows = (message: IncomingMessage): boolean => this.#sessions.has(cookieOf(message, '_oauth2_proxy') ?? '');

  /** Sends a user to the provider, and later back to `returnTo`. */
  start(returnTo: string, response: ServerResponse): void {
    const state = randomUUID();
    this.#pending.set(state, returnTo);
    const query = {
      client_id: 'envboard',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: this.#redirectUri,
      state,
    };
    redirect(response, `${this.#issuer}/auth?${new URLSearchParams(query)}`, `_oauth2_proxy_csrf=${state}`);
  }

  /** Exchanges the provider's code for a session. */
  async callback(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = new URL(message.url ?? '/', this.#redirectUri).searchParams;
    const state = given.get('state') ?? '';
    const returnTo = this.#pending.get(state);
    if (returnTo === undefined || cookieOf(message, '_oauth2_proxy_csrf') !== state) {
      response.writeHead(403).end();
      return;
    }
    const body = { grant_type: 'authorization_code', code: given.get('code') ?? '', redirect_uri: this.#redirectUri };
    const answer = await fetch(`${this.#issuer}/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('envboard:secret')}` },
      body: new URLSearchParams(body),
    });
    const { id_token: idToken } = await answer.json();
    if (!answer.ok || typeof idToken !== 'string') {
      response.writeHead(500).end();
      return;
    }
    const session = randomUUID();
    this.#sessions.add(session);
    redirect(response, returnTo, `_oauth2_proxy=${session}`);
  }
}

/** Starts a server on this port of the machine. Returns a function that ends it. */
async function serve(port: number, answer: (message: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
}

/** Starts the back end of nginx's `auth_request`, which answers 202 or 401 as oauth2-proxy does. */
export const startAuthRequestBackend = (port: number, signOn: SignOn) =>
  serve(port, (message, response) => {
    const path = message.url?.split('?')[0];
    if (path === '/oauth2/auth') response.writeHead(signOn.knows(message) ? 202 : 401).end();
    else if (path === '/oauth2/start')
      signOn.start(String(message.headers['x-auth-request-redirect'] ?? '/'), response);
    else if (path === '/oauth2/callback') void signOn.callback(message, response);
    else response.writeHead(404).end();
  });

/** Starts a sign-on that is the proxy itself, before the server at `target`: it answers everything without a session with 302. */
export const startProxyBefore = (target: string, port: number, signOn: SignOn) =>
  serve(port, (message, response) => {
    const { url = '/', method, headers } = message;
    if (url.startsWith('/oauth2/callback?')) {
      void signOn.callback(message, response);
      return;
    }
    if (!signOn.knows(message)) {
      signOn.start(url, response);
      return;
    }
    const forwarded = request(
      `${target}${url}`,
      { method, headers: { ...headers, host: new URL(target).host } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.destroy());
    message.pipe(forwarded);
  });
