import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** The number of connections that a browser opens to one host. */
const CONNECTIONS = 6;

/**
 * The persistent connections of one viewer. Each viewer has an IP address of its own, because the gateway limits by
 * address.
 */
export class ViewerConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  readonly #port: number;
  readonly #from: string;

  constructor(port: number, viewer: number) {
    this.#port = port;
    this.#from = `127.1.${Math.floor(viewer / 250)}.${(viewer % 250) + 1}`;
  }

  get(path: string, signal?: AbortSignal): Promise<Reply> {
    return new Promise((done, fail) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          path,
          agent: this.#agent,
          localAddress: this.#from,
          ...(signal && { signal }),
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk) => (body += chunk));
          response.on('error', fail);
          response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
        },
      );
      sent.on('error', fail);
      sent.end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
