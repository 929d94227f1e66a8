#!/bin/sh
# badge-maker 6.0.0: a colour that the package does not know, or that is missing, is drawn in bright green.
#
# Expected: the README calls light grey the default of `color`, and says that any valid CSS colour is read. A misspelt colour is
#   refused, as a missing message is, or drawn in that grey.
# Seen: `failed`, `error` and `Red` with a capital letter have the same fill as `success`, and so has a badge without a colour.
#   `oklch()` and an `hsl()` without commas are valid CSS colours, and have that fill too. The function gives no
#   error and no warning.
# Matters for badges of a state: the word says that a deployment failed, and the colour says that all is well.
#   Map the state to a known name of a colour before the badge is made.
# Output seen: the lines below `want` (`color`, fill of the right half).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund badge-maker@6.0.0
cat > run.mjs <<'JS'
import { makeBadge } from 'badge-maker';
const show = (name, color) => {
  const badge = makeBadge({ label: 'production', message: 'build failed', style: 'flat-square', ...color });
  console.log(name, [...badge.matchAll(/<rect[^>]* fill="([^"]*)"/g)].at(-1)[1]);
};
const known = ['success', 'lightgrey', 'red', 'tomato', 'hsl(0, 70%, 56%)'];
const unknown = ['Red', 'failed', 'error', 'unknown', 'hsl(0 70% 56%)', 'oklch(60% 0.2 20)'];
for (const color of [...known, ...unknown]) show(color, { color });
show('without a colour', {});
JS
cat > want <<'TEXT'
success #4b0
lightgrey #939393
red #dd4343
tomato tomato
hsl(0, 70%, 56%) hsl(0, 70%, 56%)
Red #4b0
failed #4b0
error #4b0
unknown #4b0
hsl(0 70% 56%) #4b0
oklch(60% 0.2 20) #4b0
without a colour #4b0
TEXT
node run.mjs > seen
diff want seen && echo 'badge-maker 6.0.0 behaves as described'
