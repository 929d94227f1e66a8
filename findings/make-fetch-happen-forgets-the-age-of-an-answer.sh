#!/bin/sh
# make-fetch-happen 15.0.6: the time that an answer spent in a gateway does not count, and its `Age` becomes 0.
#
# Expected: RFC 9111 adds `Age` to the time in the own cache: with `max-age=60` and `Age: 50` an answer is fresh for ten seconds
#   more, and with `Age: 300` it is stale. The package decides with http-cache-semantics 4.3.0, which works like that.
# Seen: the package stores the answer without its `Age`. From its cache come both answers, as hits with `Age: 0`, for sixty
#   seconds from the first request. Only the first answer has the `Age` of the gateway. `Date` is kept, and not taken into account.
#   got 14.6.6 decides with the same library: it gives the age as 50, and requests the stale answer again.
# Matters for a client behind a gateway or a content delivery network: its answers may be twice as old as the server allows, and a
#   page that shows how old the states are from `Age` says that they are new.
# Output seen: the lines below `want` (headers; package, requests for three calls, `Age` of each answer in tens of seconds).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund make-fetch-happen@15.0.6 got@14.6.6 http-cache-semantics@4.3.0
cat > run.mjs <<'JS'
import http from 'node:http';
import got from 'got';
import fetch from 'make-fetch-happen';
let requests = 0;
let age;
const server = http.createServer((_, response) => {
  requests += 1;
  const headers = { 'content-type': 'application/json', 'cache-control': 'max-age=60', ...(age && { age }) };
  headers.date = new Date(Date.now() - (age ?? 0) * 1000).toUTCString();
  response.writeHead(200, headers).end('{"state":"DEPLOYED"}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const cache = new Map();
const clients = {
  'make-fetch-happen': async (url) => {
    const response = await fetch(url, { cachePath: './cache' });
    await response.text();
    return response.headers.get('age');
  },
  got: async (url) => (await got(url, { cache })).headers.age,
};
for (age of [undefined, '50', '300'])
  for (const [name, ageOf] of Object.entries(clients)) {
    requests = 0;
    const ages = [];
    for (let call = 0; call < 3; call += 1) {
      const seconds = await ageOf(address + (age ?? 'none'));
      ages.push(seconds == null ? 'none' : Math.floor(seconds / 10) * 10);
    }
    console.log(`max-age=60, Age ${age ?? 'none'} | ${name} ${requests} | ${ages.join(' ')}`);
  }
server.close();
JS
cat > want <<'TEXT'
max-age=60, Age none | make-fetch-happen 1 | none 0 0
max-age=60, Age none | got 1 | none 0 0
max-age=60, Age 50 | make-fetch-happen 1 | 50 0 0
max-age=60, Age 50 | got 1 | 50 50 50
max-age=60, Age 300 | make-fetch-happen 1 | 300 0 0
max-age=60, Age 300 | got 3 | 300 300 300
TEXT
node run.mjs > seen
diff want seen && echo 'make-fetch-happen 15.0.6 behaves as described'
