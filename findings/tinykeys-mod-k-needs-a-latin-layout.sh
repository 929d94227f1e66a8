#!/bin/sh
# tinykeys 3.1.0: the binding `$mod+k` never matches on a keyboard whose layout is not Latin.
#
# Expected: the package compares a binding with both `event.key` and `event.code`, so Ctrl and the physical K match on every
#   layout.
# Seen: a letter is compared with `event.key` ('k', 'л', 'κ') and, as it is written, with `event.code` ('KeyK'). On a Cyrillic
#   or Greek layout neither is 'k'. A binding that also holds `$mod+KeyK` matches on all of them.
# Output seen: the lines below `want`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tinykeys@3.1.0
cat > run.mjs <<'JS'
import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
const press = (key) => ({ key, code: 'KeyK', getModifierState: (name) => name === 'Control' });
const matches = (binding, key) => matchKeyBindingPress(press(key), parseKeybinding(binding)[0]);
for (const [layout, key] of [['Latin', 'k'], ['Cyrillic', 'л'], ['Greek', 'κ'], ['Hebrew', 'ל'], ['Arabic', 'ن']])
  console.log(layout, matches('$mod+k', key), matches('$mod+KeyK', key));
JS
cat > want <<'TEXT'
Latin true true
Cyrillic false true
Greek false true
Hebrew false true
Arabic false true
TEXT
node run.mjs > seen
diff want seen && echo 'tinykeys 3.1.0 behaves as described'
