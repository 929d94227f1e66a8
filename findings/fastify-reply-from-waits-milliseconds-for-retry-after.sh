#!/bin/sh
# @fastify/reply-from 12.6.5: a 503 with `Retry-After: 120` is requested again every 120 milliseconds, eleven times in all.
#
# Expected: the README says that a GET is retried on a 503, ten times by default, and that `maxRetriesOn503` sets the limit.
#   `Retry-After` is a number of seconds (RFC 9110), so the proxy waits that long, or passes the answer on. A limit of 0 means
#   no retry.
# Seen: the number is used as milliseconds. With an HTTP date, the retries follow at once. A limit of 0 is read as the default of
#   ten; 1 is obeyed. So each GET of a user becomes eleven requests, and the user gets the 503 after them. A 429 is passed on after
#   one request, and so is a 503 when `retryMethods` is empty. @fastify/http-proxy sends its requests through this package.
# Matters for a gateway between a page and an API with a budget of requests: the API says that it is overloaded, and each poll
#   then costs eleven times as much.
# Output seen: the lines below `want` (status, `Retry-After`, options, requests that the API got, mean wait to the nearest
#   half second, `Retry-After` that the user got).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @fastify/reply-from@12.6.5 fastify@5.12.8
cat > run.mjs <<'JS'
import http from 'node:http';
import replyFrom from '@fastify/reply-from';
import Fastify from 'fastify';
const listen = async (server) => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
};
const soon = new Date(Date.now() + 600_000).toUTCString();
for (const [status, retryAfter, options, replyOptions] of [
  [503, '500', {}, {}],
  [503, soon, {}, {}],
  [503, '500', {}, { maxRetriesOn503: 0 }],
  [503, '500', {}, { maxRetriesOn503: 1 }],
  [503, '500', { retryMethods: [] }, {}],
  [429, '500', {}, {}],
]) {
  const times = [];
  const api = http.createServer((_, response) => {
    times.push(performance.now());
    response.writeHead(status, { 'retry-after': retryAfter }).end();
  });
  const proxy = Fastify();
  proxy.register(replyFrom, { base: await listen(api), ...options });
  proxy.get('/', (_, reply) => reply.from('/', replyOptions));
  const answer = await fetch(await proxy.listen({ host: '127.0.0.1', port: 0 }));
  const waits = times.length - 1;
  const meanMs = waits === 0 ? 0 : (times.at(-1) - times[0]) / waits;
  const shown = (value) => (value === soon ? 'in ten minutes' : value);
  const set = JSON.stringify({ ...options, ...replyOptions });
  const costs = `${times.length} requests, wait ${Math.round(meanMs / 500) / 2} s`;
  console.log(`${status}, ${shown(retryAfter)}, ${set}: ${costs}, user gets ${shown(answer.headers.get('retry-after'))}`);
  await proxy.close();
  api.closeAllConnections();
  api.close();
}
JS
cat > want <<'TEXT'
503, 500, {}: 11 requests, wait 0.5 s, user gets 500
503, in ten minutes, {}: 11 requests, wait 0 s, user gets in ten minutes
503, 500, {"maxRetriesOn503":0}: 11 requests, wait 0.5 s, user gets 500
503, 500, {"maxRetriesOn503":1}: 2 requests, wait 0.5 s, user gets 500
503, 500, {"retryMethods":[]}: 1 requests, wait 0 s, user gets 500
429, 500, {}: 1 requests, wait 0 s, user gets 500
TEXT
node run.mjs > seen
diff want seen && echo '@fastify/reply-from 12.6.5 behaves as described'
