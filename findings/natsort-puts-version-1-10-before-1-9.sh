#!/bin/sh
# natsort 2.0.3: the version 1.10.0 is before 1.9.0, and v1.10.0 is after v1.9.0.
#
# Expected: the README names software versions among the things that the package orders as people do, with an example whose last
#   numbers differ. natural-orderby 5.0.0 and string-natural-compare 3.0.1 order all these texts as expected.
# Seen: a number and a dot at the start of a text are read as a decimal, so 1.10.0 begins with 1.1, and 20.10.0 with 20.1. The
#   second number of a version, the month of 2025.10.1 and the second number of an IPv4 address are compared like that. The third
#   number is right, and so is each version after a letter, as in v1.10.0 and api-1.10.0. An option for versions does not exist.
# Matters for a page that lists versions or image tags: the newest one is far from its end of the list as soon as the second
#   number has two digits. An example with small numbers, or with the letter v, does not show it.
# Output seen: the lines below `want` (texts in order by natsort, and whether both other packages agree).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund natsort@2.0.3 natural-orderby@5.0.0 string-natural-compare@3.0.1
cat > run.cjs <<'JS'
const natsort = require('natsort').default;
const { compare } = require('natural-orderby');
const naturalCompare = require('string-natural-compare');
for (const texts of [
  ['1.2.9', '1.2.10'],
  ['1.9.0', '1.10.0'],
  ['v1.9.0', 'v1.10.0'],
  ['api-1.9.0', 'api-1.10.0'],
  ['20.9.0-alpine', '20.10.0-alpine'],
  ['1.2.0', '1.9.9', '1.10.0', '1.11.3', '2.0.0'],
  ['2025.9.1', '2025.10.1', '2025.12.1', '2026.1.1'],
  ['10.0.0.9', '10.0.0.10'],
  ['10.9.0.1', '10.10.0.1'],
]) {
  const reversed = [...texts].reverse();
  const [order, ...others] = [natsort(), compare(), naturalCompare].map((by) => [...reversed].sort(by).join(' '));
  console.log(`${order} | ${others.every((other) => other === order) ? 'all agree' : 'both others differ'}`);
  if (others.some((other) => other !== texts.join(' '))) throw new Error(`unexpected: ${others}`);
}
JS
cat > want <<'TEXT'
1.2.9 1.2.10 | all agree
1.10.0 1.9.0 | both others differ
v1.9.0 v1.10.0 | all agree
api-1.9.0 api-1.10.0 | all agree
20.10.0-alpine 20.9.0-alpine | both others differ
1.10.0 1.11.3 1.2.0 1.9.9 2.0.0 | both others differ
2025.10.1 2025.12.1 2025.9.1 2026.1.1 | both others differ
10.0.0.9 10.0.0.10 | all agree
10.10.0.1 10.9.0.1 | both others differ
TEXT
node run.cjs > seen
diff want seen && echo 'natsort 2.0.3 behaves as described'
