#!/bin/sh
# sparkline 0.2.0: numbers that lie less than 1 apart give a flat line.
#
# Expected: the highest number has the highest bar and the lowest the lowest, whatever their unit is, as with sparkly 6.0.1 and in
#   the examples of the README.
# Seen: the distance of each number from the lowest one is rounded down to a whole number. A share of successful deployments that
#   falls from 0.97 to 0.2 is a line of lowest bars. The same data as 97 and 20 per cent are not. Minutes between 1.2 and 2.1 are
#   flat too, and numbers from 0 to 1.9 get two heights. With the options `min: 0` and `max: 1`, 0.97 has the lowest bar and 1
#   the highest. The function gives no error, and the README names no whole numbers.
# Matters for a status board or a chat message with a row of bars: the row shows that nothing changed, while most deployments fail.
#   Multiply a share by 100 or more before it is drawn.
# Output seen: the lines below `want` (numbers, options, sparkline, sparkly).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sparkline@0.2.0 sparkly@6.0.1
cat > run.mjs <<'JS'
import sparkline from 'sparkline';
import sparkly from 'sparkly';
for (const [numbers, options] of [
  [[97, 20, 100], {}],
  [[0.97, 0.2, 1], {}],
  [[0.97, 0.2, 1], { min: 0, max: 1 }],
  [[1.2, 1.9, 2.1], {}],
  [[0, 0.6, 1.2, 1.9], {}],
  [[1.5, 2.5, 3.5], {}],
]) console.log(JSON.stringify(numbers), JSON.stringify(options), sparkline(numbers, options), sparkly(numbers));
JS
cat > want <<'TEXT'
[97,20,100] {} ▇▁█ █▁█
[0.97,0.2,1] {} ▁▁▁ █▁█
[0.97,0.2,1] {"min":0,"max":1} ▁▁█ █▁█
[1.2,1.9,2.1] {} ▁▁▁ ▁▇█
[0,0.6,1.2,1.9] {} ▁▁██ ▁▃▆█
[1.5,2.5,3.5] {} ▁▄█ ▁▄█
TEXT
node run.mjs > seen
diff want seen && echo 'sparkline 0.2.0 behaves as described'
