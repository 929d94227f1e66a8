#!/bin/sh
# @cheap-glitch/mi-cron 1.0.1: `nextDate` returns a day of the next month for a schedule of the 29th, 30th or 31st.
#
# Expected: `nextDate` returns a date that matches the schedule, as the README says. A month without such a day is left out, and
#   `0 0 29 2 *` runs in leap years only.
# Seen: in a month that is too short, the 31st becomes the first of the next month, and 30 February becomes 2 March. For
#   `0 0 29 2 *` the answer is 1 March in a common year. The schedule excludes each of these days.
#   A second fault: a day of the month and a day of the week must both match, where crontab and croner need one of them.
# Matters for a page that shows the next run of a cron job: the run that the page promises does not happen.
# Output seen: the lines below `want` (expression, start, mi-cron, croner 11.0.1).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @cheap-glitch/mi-cron@1.0.1 croner@11.0.1
cat > run.mjs <<'JS'
import { parseCron } from '@cheap-glitch/mi-cron';
import { Cron } from 'croner';
const day = (date) => date.toISOString().slice(0, 10);
for (const [schedule, start] of [
  ['0 0 31 * *', '2026-12-15'],
  ['0 0 31 * *', '2026-11-15'],
  ['0 0 30 * *', '2026-02-15'],
  ['0 0 29 2 *', '2026-02-15'],
  ['0 0 29 2 *', '2028-02-15'],
  ['0 0 13 * 5', '2026-11-15'],
]) {
  const from = new Date(`${start}T00:00:00Z`);
  const next = new Cron(schedule, { timezone: 'UTC' }).nextRun(from);
  console.log(schedule, start, day(parseCron.nextDate(schedule, from)), day(next));
}
JS
cat > want <<'TEXT'
0 0 31 * * 2026-12-15 2026-12-31 2026-12-31
0 0 31 * * 2026-11-15 2026-12-01 2026-12-31
0 0 30 * * 2026-02-15 2026-03-02 2026-03-30
0 0 29 2 * 2026-02-15 2026-03-01 2028-02-29
0 0 29 2 * 2028-02-15 2028-02-29 2028-02-29
0 0 13 * 5 2026-11-15 2027-08-13 2026-11-20
TEXT
node run.mjs > seen
diff want seen && echo '@cheap-glitch/mi-cron 1.0.1 behaves as described'
