#!/bin/sh
# parse-prometheus-text-format 1.1.1 reads what prom-client 15.1.3 writes: it keeps only the last label set of a labelled histogram.
#
# Expected: a histogram with a label has one entry for each value of the label, with its labels, count and sum, as the gauge has.
#   The README names prom2json as the model, and prom2json keeps them.
# Seen: all sets of labels fall into one entry without labels. Each bucket holds the number of the last set, and the count and
#   the sum are gone. A summary has the same fault. Without a label, both are read whole. The function gives no error.
# Matters for durations by service: the page shows the numbers of one service as those of all services.
# Output seen: the lines below `want` (name, entries).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund parse-prometheus-text-format@1.1.1 prom-client@15.1.3
cat > run.mjs <<'JS'
import client from 'prom-client';
import parse from 'parse-prometheus-text-format';
const registers = [new client.Registry()];
const labelNames = ['service'];
const whole = new client.Histogram({ name: 'whole', help: 'Seconds', buckets: [10, 60], registers });
const deployment = new client.Histogram({ name: 'deployment', help: 'Seconds', buckets: [10, 60], labelNames, registers });
const wait = new client.Summary({ name: 'wait', help: 'Seconds', percentiles: [0.5], labelNames, registers });
const pods = new client.Gauge({ name: 'pods', help: 'Pods', labelNames, registers });
for (const [service, seconds] of [['api', 5], ['api', 500], ['web', 30]]) {
  whole.observe(seconds);
  for (const metric of [deployment, wait]) metric.observe({ service }, seconds);
  pods.set({ service }, seconds);
}
for (const { name, metrics } of parse(await registers[0].metrics())) console.log(name, JSON.stringify(metrics));
JS
cat > want <<'TEXT'
whole [{"buckets":{"10":"1","60":"2","+Inf":"3"},"count":"3","sum":"535"}]
deployment [{"buckets":{"10":"0","60":"1","+Inf":"1"}}]
wait [{"quantiles":{"0.5":"30"}}]
pods [{"value":"500","labels":{"service":"api"}},{"value":"30","labels":{"service":"web"}}]
TEXT
node run.mjs > seen
diff want seen && echo 'parse-prometheus-text-format 1.1.1 and prom-client 15.1.3 behave as described'
