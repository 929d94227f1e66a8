#!/bin/sh
# rison-node 2.1.1: a key such as `1.10` or `5e10` is read as another key, and two keys can become one.
#
# Expected: the README says that Rison translates data back and forth without loss or guesswork. A text that looks like a number
#   is quoted, as a key and as a value: rison 0.1.1, of which this package is a fork, and rison2 0.3.0 do so.
# Seen: the package quotes such a text as a value only. As a key it is written without quotes, and read as a number: `1.10` becomes
#   `1.1`, `007` becomes `7`, and the short hash `5e10` becomes `50000000000`. The keys `1.1` and `1.10` become one, and the
#   entry of the first is lost. Neither `encode` nor `decode` gives an error.
# Matters for state in the address of a page, with an entry for each version or commit: a colleague who opens the link sees
#   other versions, or fewer. Keys that begin with a letter, as in `v1.10`, stay whole.
# Output seen: the lines below `want` (package, value, Rison, value that is read).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rison-node@2.1.1 rison@0.1.1 rison2@0.3.0
cat > run.mjs <<'JS'
import rison from 'rison';
import risonNode from 'rison-node';
import { RISON } from 'rison2';
const packages = {
  'rison-node': [risonNode.encode, risonNode.decode],
  rison: [rison.encode, rison.decode],
  rison2: [RISON.stringify, RISON.parse],
};
const values = [{ '1.1': 'live', '1.10': 'test' }, { '007': 'live' }, { '5e10': 'live' }, { 'v1.10': 'live' }, { live: '1.10' }];
for (const [name, [encode, decode]] of Object.entries(packages)) {
  for (const value of values) {
    const text = encode(value);
    console.log(name, JSON.stringify(value), text, JSON.stringify(decode(text)));
  }
}
JS
cat > want <<'TEXT'
rison-node {"1.1":"live","1.10":"test"} (1.1:live,1.10:test) {"1.1":"test"}
rison-node {"007":"live"} (007:live) {"7":"live"}
rison-node {"5e10":"live"} (5e10:live) {"50000000000":"live"}
rison-node {"v1.10":"live"} (v1.10:live) {"v1.10":"live"}
rison-node {"live":"1.10"} (live:'1.10') {"live":"1.10"}
rison {"1.1":"live","1.10":"test"} ('1.1':live,'1.10':test) {"1.1":"live","1.10":"test"}
rison {"007":"live"} ('007':live) {"007":"live"}
rison {"5e10":"live"} ('5e10':live) {"5e10":"live"}
rison {"v1.10":"live"} (v1.10:live) {"v1.10":"live"}
rison {"live":"1.10"} (live:'1.10') {"live":"1.10"}
rison2 {"1.1":"live","1.10":"test"} ('1.1':live,'1.10':test) {"1.1":"live","1.10":"test"}
rison2 {"007":"live"} ('007':live) {"007":"live"}
rison2 {"5e10":"live"} ('5e10':live) {"5e10":"live"}
rison2 {"v1.10":"live"} (v1.10:live) {"v1.10":"live"}
rison2 {"live":"1.10"} (live:'1.10') {"live":"1.10"}
TEXT
node run.mjs > seen
diff want seen && echo 'rison-node 2.1.1 behaves as described'
