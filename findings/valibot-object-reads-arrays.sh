#!/bin/sh
# valibot 1.5.0: `v.object` and `v.record` read an array, a Date and a Map as an object.
#
# Expected: a schema of an object refuses an array, as typeof checks of other validators do.
# Seen: every non-null value with `typeof value === 'object'` is read, and only its named entries are looked at. An API that
#   answers `[]` where `{ "results"?: [...] }` is documented passes as an answer without results, and a record of numbers
#   reads `[1, 2]` as `{"0":1,"1":2}`. `v.strictObject({})` accepts `[]` too. Functions, texts and null are refused.
# Matters where every entry is optional: such a schema needs `v.pipe(v.unknown(), v.check(...))` or a required entry.
# Output seen: the lines below `want`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund valibot@1.5.0
cat > run.mjs <<'JS'
import * as v from 'valibot';
const list = v.object({ results: v.optional(v.array(v.string())) });
const numbers = v.record(v.string(), v.number());
const show = (name, { success, output }) => console.log(name, success, success ? JSON.stringify(output) : '');
show('object, array', v.safeParse(list, []));
show('object, date', v.safeParse(list, new Date(0)));
show('object, map', v.safeParse(list, new Map([['results', ['a']]])));
show('object, function', v.safeParse(list, () => {}));
show('strict object, array', v.safeParse(v.strictObject({}), []));
show('record, array', v.safeParse(numbers, [1, 2]));
JS
cat > want <<'TEXT'
object, array true {}
object, date true {}
object, map true {}
object, function false 
strict object, array true {}
record, array true {"0":1,"1":2}
TEXT
node run.mjs > seen
diff want seen && echo 'valibot 1.5.0 behaves as described'
