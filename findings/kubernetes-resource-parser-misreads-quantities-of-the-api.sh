#!/bin/sh
# kubernetes-resource-parser 0.1.0: quantities as the API of Kubernetes writes them are read as wrong numbers.
#
# Expected: the README trusts texts that come from the API. The metrics API gives CPU usage in nanocores (`n`) and microcores
#   (`u`), and a memory limit of 1.1Gi is stored in `m`, as 1181116006400m. An exponent is kept as it was written.
# Seen: the unit of processors is ignored unless it is `m`, so 156340n, far less than a processor, is 156340 processors. Memory
#   in `m` is NaN, and 129e6 bytes are 129 bytes. k8s-resource-parser 0.2.2 reads both memory values, and refuses `n` and `u`.
# Matters for a page that sums what the pods of an environment use: one busy pod is more than the cluster has.
# Output seen: the lines below `want` (function, quantity, kubernetes-resource-parser, k8s-resource-parser).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund kubernetes-resource-parser@0.1.0 k8s-resource-parser@0.2.2
cat > run.mjs <<'JS'
import plain from 'kubernetes-resource-parser';
import grammar from 'k8s-resource-parser';
for (const [kind, quantity] of [
  ['cpuParser', '250m'],
  ['cpuParser', '156340n'],
  ['cpuParser', '12u'],
  ['memoryParser', '512Mi'],
  ['memoryParser', '1181116006400m'],
  ['memoryParser', '129e6'],
]) {
  let other;
  try { other = grammar[kind](quantity); } catch { other = 'refused'; }
  console.log(kind, quantity, plain[kind](quantity), other);
}
JS
cat > want <<'TEXT'
cpuParser 250m 0.25 0.25
cpuParser 156340n 156340 refused
cpuParser 12u 12 refused
memoryParser 512Mi 536870912 536870912
memoryParser 1181116006400m NaN 1181116006.4
memoryParser 129e6 129 129000000
TEXT
node run.mjs > seen
diff want seen && echo 'kubernetes-resource-parser 0.1.0 behaves as described'
