#!/bin/sh
# ratelimit-header-parser 0.1.0: where only `Retry-After` says when the limit ends, `reset` is a date of the year 1970.
#
# Expected: RFC 9110 gives `Retry-After` as seconds from now or as an HTTP date. The package reads the same number in
#   `X-RateLimit-Reset` as seconds from now, and a date there as a date.
# Seen: the number of `Retry-After` is read as seconds since 1970, so 120 becomes two minutes past midnight of 1 January 1970.
#   An HTTP date in `Retry-After` becomes an invalid date. Both forms of `X-RateLimit-Reset` are read correctly. The option
#   `reset: 'seconds'` does not help: with it the package ignores `Retry-After` and gives an invalid date.
# Matters for a client that waits until `reset`: the moment has passed, so the client sends its request again at once, and the
#   server refuses it again.
# Output seen: the lines below `want` (headers, option, `reset`).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ratelimit-header-parser@0.1.0
cat > run.mjs <<'JS'
import { parseRateLimit } from 'ratelimit-header-parser';
const show = (headers, options) => {
  const { reset } = parseRateLimit({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', ...headers }, options);
  const inSeconds = Math.round((reset - Date.now()) / 1_000);
  const isSoon = Math.abs(inSeconds) < 1_000;
  const shown = Number.isNaN(+reset) ? 'invalid date' : isSoon ? `in ${Math.round(inSeconds / 10) * 10} s` : reset.toISOString();
  console.log(JSON.stringify(headers), options?.reset ?? 'no option', shown);
};
show({ 'x-ratelimit-reset': '120' });
show({ 'x-ratelimit-reset': 'Fri, 01 Jan 2100 00:00:00 GMT' });
show({ 'retry-after': '120' });
show({ 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' });
show({ 'retry-after': '120' }, { reset: 'seconds' });
JS
cat > want <<'TEXT'
{"x-ratelimit-reset":"120"} no option in 120 s
{"x-ratelimit-reset":"Fri, 01 Jan 2100 00:00:00 GMT"} no option 2100-01-01T00:00:00.000Z
{"retry-after":"120"} no option 1970-01-01T00:02:00.000Z
{"retry-after":"Fri, 01 Jan 2100 00:00:00 GMT"} no option invalid date
{"retry-after":"120"} seconds invalid date
TEXT
node run.mjs > seen
diff want seen && echo 'ratelimit-header-parser 0.1.0 behaves as described'
