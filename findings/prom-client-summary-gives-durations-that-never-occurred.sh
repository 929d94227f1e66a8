#!/bin/sh
# prom-client 15.1.3: the quantiles of a summary are far too high where many values are equal.
#
# Expected: a summary estimates the quantiles. Of 100 deployments, 99 took 60 s and one took 900 s, so the median and the quantile
#   0.9 are 60, or near it. With so few values, the t-digest (tdigest 0.1.3), which the package uses, keeps all of them.
# Seen: the median is 68.4 and the quantile 0.9 is 740.4. Equal values are kept as one point in the middle of their ranks, and the
#   ranks after that middle get values on the line to the next point. So the half of the equal values above the middle counts as
#   longer. If the same durations differ by milliseconds, the quantile 0.9 is right. The class `Digest` of tdigest gives 60.
# Matters for durations in whole seconds, or rounded ones: one slow deployment of a hundred makes the page say that a tenth of
#   them takes more than 12 minutes. Keep the milliseconds, or use `Digest`.
# Output seen: the lines below `want` (durations; quantiles 0.5, 0.9 and 0.99 of prom-client, of `Digest`, and by rank).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund prom-client@15.1.3 tdigest@0.1.3
cat > run.mjs <<'JS'
import client from 'prom-client';
import { Digest } from 'tdigest';
const quantiles = [0.5, 0.9, 0.99];
const repeat = (count, seconds) => Array.from({ length: count }, () => seconds);
const apart = (count, seconds) => Array.from({ length: count }, (_, index) => seconds + index / 1000);
async function summarize(durations) {
  const summary = new client.Summary({ name: 'seconds', help: 'x', percentiles: quantiles, registers: [] });
  for (const duration of durations) summary.observe(duration);
  const { values } = await summary.get();
  return quantiles.map((quantile) => values.find(({ labels }) => labels.quantile === quantile).value);
}
function digest(durations) {
  const exact = new Digest();
  exact.push(durations);
  return exact.percentile(quantiles);
}
const byRank = (durations) => quantiles.map((quantile) => durations[Math.ceil(quantile * durations.length) - 1]);
for (const [name, durations] of [
  ['100 different', apart(100, 60)],
  ['99 by milliseconds, 1 of 900', [...apart(99, 60), 900]],
  ['99 of 60, 1 of 900', [...repeat(99, 60), 900]],
  ['3 of 60, 1 of 900', [...repeat(3, 60), 900]],
  ['90 of 60, 10 of 600', [...repeat(90, 60), ...repeat(10, 600)]],
]) {
  const results = [await summarize(durations), digest(durations), byRank(durations)];
  console.log([name, ...results.map((values) => values.map((value) => value.toFixed(1)).join(' '))].join(' | '));
}
JS
cat > want <<'TEXT'
100 different | 60.0 60.1 60.1 | 60.0 60.1 60.1 | 60.0 60.1 60.1
99 by milliseconds, 1 of 900 | 60.0 60.1 480.0 | 60.0 60.1 60.1 | 60.0 60.1 60.1
99 of 60, 1 of 900 | 68.4 740.4 891.6 | 60.0 60.0 60.0 | 60.0 60.0 60.0
3 of 60, 1 of 900 | 270.0 900.0 900.0 | 60.0 900.0 900.0 | 60.0 900.0 900.0
90 of 60, 10 of 600 | 114.0 546.0 600.0 | 60.0 60.0 600.0 | 60.0 60.0 600.0
TEXT
node run.mjs > seen
diff want seen && echo 'prom-client 15.1.3 behaves as described'
