#!/bin/sh
# json-diff-ts 4.10.4: with a key for its elements a list loses its order, and as atomic changes it keeps removed elements.
#
# Expected: the README says that `applyChangeset` applies changes to get the new object, and that `unatomizeChangeset` restores the
#   changeset. So the result equals the second object each time, as with jsondiffpatch 0.7.7, which has a key for elements too.
# Seen: with `embeddedObjKeys` a new element is put at the end wherever it belongs, and a changed order gives no change at all.
#   Without a key the changes are right until they become atomic. Then they are applied one by one with the old positions: each
#   removal moves the elements after it, so of `abcd` to `a` the element `c` stays. No function gives an error.
# Matters for a list of deployments that begins with the newest: a client that gets the changes has the new deployment at the end,
#   and takes the one before for the latest. Services that an environment lost stay on the page.
# Output seen: the lines below `want` (lists before and after; result without a key, with a key, as atomic changes; jsondiffpatch).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund json-diff-ts@4.10.4 jsondiffpatch@0.7.7
cat > run.mjs <<'JS'
import { applyChangeset, atomizeChangeset, diff, unatomizeChangeset } from 'json-diff-ts';
import { create } from 'jsondiffpatch';
const byId = create({ objectHash: ({ id }) => id });
const list = (ids) => ({ results: [...ids].map((id) => ({ id, state: 'DEPLOYED' })) });
const show = ({ results }) => results.map(({ id }) => id).join('') || 'none';
for (const [before, after] of ['ba cba', 'ab ba', 'a ab', 'ab a', 'abcd a', 'abcd bd'].map((pair) => pair.split(' '))) {
  const old = () => list(before);
  const changes = (options) => diff(old(), list(after), options);
  const results = [
    applyChangeset(old(), changes()),
    applyChangeset(old(), changes({ embeddedObjKeys: { results: 'id' } })),
    applyChangeset(old(), unatomizeChangeset(atomizeChangeset(changes()))),
    byId.patch(old(), byId.diff(old(), list(after))),
  ];
  console.log([`${before} to ${after}`, ...results.map(show)].join(' | '));
}
JS
cat > want <<'TEXT'
ba to cba | cba | bac | cba | cba
ab to ba | ba | ab | ba | ba
a to ab | ab | ab | ab | ab
ab to a | a | a | a | a
abcd to a | a | a | ac | a
abcd to bd | bd | bd | bdd | bd
TEXT
node run.mjs > seen
diff want seen && echo 'json-diff-ts 4.10.4 behaves as described'
