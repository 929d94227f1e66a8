#!/bin/sh
# @datasert/cronjs-matcher 1.4.0: a range of days that ends on Sunday has no Sunday.
#
# Expected: the README gives 0-7 as the days of the week, so 7 is Sunday in a range as it is alone. `fri-sun` is a weekend.
# Seen: `7` and `5,6,7` match Sunday. `5-7` and `fri-sun` match Friday and Saturday, `1-7` all days but Sunday, and `1-7/2`
#   no day at all. Each is accepted as valid. croner 11.0.1 matches Sunday in all of them.
# Matters for a page that shows when a cron job runs next: one day of each week is missing, or the job seems never to run.
# Output seen: the lines below `want` (days of the week, cronjs, croner).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @datasert/cronjs-matcher@1.4.0 croner@11.0.1
cat > run.mjs <<'JS'
import { getFutureMatches } from '@datasert/cronjs-matcher';
import { Cron } from 'croner';
const start = '2026-11-01T00:00:00Z';
const names = (dates) => {
  const days = new Set(dates.map((date) => new Date(date).getUTCDay()));
  return [...days].sort().map((day) => ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][day]).join('') || 'never';
};
for (const days of ['7', '5,6,7', '1-5', '5-7', 'fri-sun', '1-7', '1-7/2']) {
  const schedule = `0 0 * * ${days}`;
  const matches = getFutureMatches(schedule, { startAt: start, matchCount: 14, timezone: 'UTC' });
  const runs = new Cron(schedule, { timezone: 'UTC' }).nextRuns(14, new Date(start));
  console.log(days, names(matches), names(runs));
}
JS
cat > want <<'TEXT'
7 Su Su
5,6,7 SuFrSa SuFrSa
1-5 MoTuWeThFr MoTuWeThFr
5-7 FrSa SuFrSa
fri-sun FrSa SuFrSa
1-7 MoTuWeThFrSa SuMoTuWeThFrSa
1-7/2 never SuMoWeFr
TEXT
node run.mjs > seen
diff want seen && echo '@datasert/cronjs-matcher 1.4.0 behaves as described'
