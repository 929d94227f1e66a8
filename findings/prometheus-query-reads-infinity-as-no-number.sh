#!/bin/sh
# prometheus-query 3.5.1: the value `+Inf` is read as NaN, in answers of queries and in alerts.
#
# Expected: the HTTP API of Prometheus writes values as texts, because JSON has no number for infinity, and writes it as `+Inf` and
#   `-Inf`. A client that gives numbers reads them as `Infinity` and `-Infinity`, as it reads `1e+06` as a million.
# Seen: each text goes through `parseFloat`, which knows the word `Infinity` alone. So `+Inf` and a real `NaN` are the same for
#   the caller, in instant queries, in ranges and in the value of an alert. The text itself is not kept, and nothing warns. Only
#   the answer of a scalar query is left as text.
# Matters for a board that colours a share of failures over a limit: five failures in no request are `+Inf` in PromQL. Prometheus
#   itself finds that above the limit and raises its alert. The caller's `value > limit` is false, and the board shows no failure.
# Output seen: the lines below `want` (value in the answer, value of an instant query, of a range, of an alert, whether the first is
#   above 0.05).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund prometheus-query@3.5.1
cat > run.mjs <<'JS'
import http from 'node:http';
import { PrometheusDriver } from 'prometheus-query';
const texts = ['0.25', '1e+06', '+Inf', '-Inf', 'NaN'];
const time = 1_772_438_400;
const metric = (text) => ({ __name__: 'failures:share', text });
const answers = {
  query: { resultType: 'vector', result: texts.map((text) => ({ metric: metric(text), value: [time, text] })) },
  query_range: { resultType: 'matrix', result: texts.map((text) => ({ metric: metric(text), values: [[time, text]] })) },
  alerts: {
    alerts: texts.map((value) => ({
      labels: { alertname: 'failures' }, annotations: {}, state: 'firing', activeAt: '2026-03-02T08:00:00Z', value,
    })),
  },
};
const server = http.createServer(({ url }, response) => {
  const [, kind] = /^\/api\/v1\/(\w+)/.exec(url);
  const data = kind === 'alerts' ? answers.alerts : answers[kind];
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'success', data }));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const prometheus = new PrometheusDriver({ endpoint: `http://127.0.0.1:${server.address().port}` });
const instant = await prometheus.instantQuery('failures:share');
const range = await prometheus.rangeQuery('failures:share', time * 1_000, time * 1_000, 60);
const alerts = await prometheus.alerts();
texts.forEach((text, index) => {
  const { value } = instant.result[index].value;
  console.log(text, value, range.result[index].values[0].value, alerts[index]?.value, value > 0.05);
});
server.closeAllConnections();
server.close();
JS
cat > want <<'TEXT'
0.25 0.25 0.25 0.25 true
1e+06 1000000 1000000 1000000 true
+Inf NaN NaN NaN false
-Inf NaN NaN NaN false
NaN NaN NaN NaN false
TEXT
node run.mjs > seen
diff want seen && echo 'prometheus-query 3.5.1 behaves as described'
