import { once } from 'node:events';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
};
type How = {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly from?: string;
  readonly body?: string;
};

const LATE_MS = 20_000;

/** Sends the path as it is spelled: `fetch` would mend it first. */
export async function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, from, body }: How = {},
): Promise<Reply> {
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers,
    agent: false,
    timeout: LATE_MS,
    ...(from && { localAddress: from }),
  });
  sent.on('timeout', () => sent.destroy(new Error(`no answer to ${path} in ${LATE_MS} ms`)));
  sent.end(body);
  const [response] = await once(sent, 'response');
  return {
    status: response.statusCode,
    headers: response.headers,
    rawHeaders: response.rawHeaders,
    body: String(await buffer(response)),
  };
}

/** Sends bytes that no HTTP client would, and answers the whole reply as text. */
export async function askRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(bytes, 'latin1');
  return String(await buffer(socket));
}
