#!/bin/sh
# compare-versions 6.1.1: two prereleases that begin with the same digits are equal.
#
# Expected: by SemVer 2.0.0 rule 11.4, an identifier with a letter is compared as text, so `1.0.0-1a` is before `1.0.0-1b`.
# Seen: each identifier is read with `parseInt`, so `1a` and `1b` are both 1. Build tools that write the hash of a commit as the
#   prerelease give such versions: `0a1b2c3` and `0ffffff` are called the same version, and `5f` and `5e9` too. An identifier that
#   begins with a letter is compared as text, which hides the fault in most tests. `validateStrict` accepts all of them. semver
#   7.8.6 orders each pair.
# Matters for a page that says whether two environments run the same version: "equal" there is a false statement.
# Output seen: the lines below `want` (compare-versions, semver).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund compare-versions@6.1.1 semver@7.8.6
cat > run.mjs <<'JS'
import { compareVersions, validateStrict } from 'compare-versions';
import semver from 'semver';
for (const [first, second] of [
  ['1.0.0-alpha', '1.0.0-beta'],
  ['1.0.0-rc.2', '1.0.0-rc.10'],
  ['1.0.0-1a', '1.0.0-1b'],
  ['1.0.0-0a1b2c3', '1.0.0-0ffffff'],
  ['1.0.0-5f', '1.0.0-5e9'],
]) {
  const isValid = validateStrict(first) && validateStrict(second);
  console.log(first, second, isValid, compareVersions(first, second), semver.compare(first, second));
}
JS
cat > want <<'TEXT'
1.0.0-alpha 1.0.0-beta true -1 -1
1.0.0-rc.2 1.0.0-rc.10 true -1 -1
1.0.0-1a 1.0.0-1b true 0 -1
1.0.0-0a1b2c3 1.0.0-0ffffff true 0 -1
1.0.0-5f 1.0.0-5e9 true 0 1
TEXT
node run.mjs > seen
diff want seen && echo 'compare-versions 6.1.1 behaves as described'
