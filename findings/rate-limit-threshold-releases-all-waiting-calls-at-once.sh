#!/bin/sh
# rate-limit-threshold 0.2.1: calls that wait at the same time are all released together, however small the limit is.
#
# Expected: the documentation of `limit()` says that no more than the given number of calls happen in a period. Of 25 calls with a
#   limit of 10, 10 run at once, 10 after one period and 5 after two, as with p-throttle 8.1.1.
# Seen: each waiting call computes its delay from the oldest call alone, and takes its place only after the delay. So 10 calls run
#   at once and all others one period later: 15 of 25, and 90 of 100. Calls that wait for each other, one after another as in the
#   README, keep the limit.
# Matters for a page that polls many sources in a budget of requests: its requests are sent side by side, so the budget is exceeded
#   as soon as more requests wait than it allows. The API then refuses them.
# Output seen: the lines below `want` (package, number and order of the calls, calls that run together).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rate-limit-threshold@0.2.1 p-throttle@8.1.1
cat > run.mjs <<'JS'
import pThrottle from 'p-throttle';
import { RateLimitThreshold } from 'rate-limit-threshold';
const LIMIT = 10;
const PERIOD_S = 2;
const limiters = {
  'rate-limit-threshold': () => {
    const threshold = new RateLimitThreshold(LIMIT, PERIOD_S);
    return () => threshold.limit();
  },
  'p-throttle': () => pThrottle({ limit: LIMIT, interval: PERIOD_S * 1_000 })(() => {}),
};
const groupsOf = (times) => {
  const groups = [];
  times.sort((a, b) => a - b).forEach((time, index) => {
    if (index === 0 || time - times[index - 1] > 1_000) groups.push(0);
    groups[groups.length - 1] += 1;
  });
  return groups.join(' + ');
};
const runs = [['rate-limit-threshold', 25, true], ['rate-limit-threshold', 100, true], ['rate-limit-threshold', 25, false]];
for (const [name, calls, areParallel] of [...runs, ['p-throttle', 25, true]]) {
  const limit = limiters[name]();
  const times = [];
  const call = async () => {
    await limit();
    times.push(performance.now());
  };
  if (areParallel) await Promise.all(Array.from({ length: calls }, call));
  else for (let count = 0; count < calls; count += 1) await call();
  console.log(name, calls, areParallel ? 'side by side:' : 'one after another:', groupsOf(times));
}
JS
cat > want <<'TEXT'
rate-limit-threshold 25 side by side: 10 + 15
rate-limit-threshold 100 side by side: 10 + 90
rate-limit-threshold 25 one after another: 10 + 10 + 5
p-throttle 25 side by side: 10 + 10 + 5
TEXT
node run.mjs > seen
diff want seen && echo 'rate-limit-threshold 0.2.1 behaves as described'
