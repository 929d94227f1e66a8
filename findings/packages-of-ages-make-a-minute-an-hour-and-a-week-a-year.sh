#!/bin/sh
# duration-relativetimeformat 2.0.4 and @formatjs/intl-utils 3.8.4: some ages become the next larger unit, many times too long.
#
# Expected: an age is rounded to a unit near it: 30 seconds are now, this minute or one minute, and six days are six days, or one
#   week. The README of the first package prefers "this minute" for 35 seconds. The second one says that months and years are
#   those of the calendar, with 1 November and 1 January as the example: two months, or last year.
# Seen: both subtract the fields of two dates. The first package subtracts the minutes of the hour above 20 seconds, the hours of
#   the day above 40 minutes, and the days of the month above 12 hours, without their sign. After a full hour, 30 seconds become 59
#   minutes. After midnight 50 minutes become 23 hours, and on the first of a month 13 hours become 27 days. The second package
#   rounds up to five days. Above that it subtracts years, then months: on the second of January six days are one year, and on
#   the second of another month they are one month.
#   timeago.js 4.0.2 is right each time, as it divides the age.
# Matters for a page that shows how old a deployment is: after the change of the year, last week's was a year ago. At another
#   time the same age is right, so tests at noon in the middle of a month pass.
# Output seen: the lines below `want` (now, true age; the first package, the second one, timeago.js).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund duration-relativetimeformat@2.0.4 @formatjs/intl-utils@3.8.4 timeago.js@4.0.2
cat > run.cjs <<'JS'
const Duration = require('duration-relativetimeformat');
const { selectUnit } = require('@formatjs/intl-utils');
const { format } = require('timeago.js');
const duration = new Duration('en');
const names = new Intl.RelativeTimeFormat('en');
for (const [now, age, milliseconds] of [
  ['2026-03-18T12:30:40', '30 seconds', 30_000],
  ['2026-03-18T12:00:10', '30 seconds', 30_000],
  ['2026-03-18T12:55:00', '50 minutes', 3_000_000],
  ['2026-03-18T00:20:00', '50 minutes', 3_000_000],
  ['2026-03-18T09:00:00', '13 hours', 46_800_000],
  ['2026-03-01T09:00:00', '13 hours', 46_800_000],
  ['2026-03-18T12:00:00', '6 days', 518_400_000],
  ['2026-03-02T12:00:00', '6 days', 518_400_000],
  ['2026-01-02T12:00:00', '6 days', 518_400_000],
  ['2026-01-05T12:00:00', '28 days', 2_419_200_000],
]) {
  const end = new Date(now);
  const start = new Date(end.getTime() - milliseconds);
  const { value, unit } = selectUnit(start, end);
  const ages = [duration.format(start, end), names.format(value, unit), format(start, 'en_US', { relativeDate: end })];
  console.log([`${now}, ${age}`, ...ages].join(' | '));
}
JS
cat > want <<'TEXT'
2026-03-18T12:30:40, 30 seconds | this minute | 30 seconds ago | 30 seconds ago
2026-03-18T12:00:10, 30 seconds | 59 minutes ago | 30 seconds ago | 30 seconds ago
2026-03-18T12:55:00, 50 minutes | this hour | 1 hour ago | 50 minutes ago
2026-03-18T00:20:00, 50 minutes | 23 hours ago | 1 hour ago | 50 minutes ago
2026-03-18T09:00:00, 13 hours | yesterday | 13 hours ago | 13 hours ago
2026-03-01T09:00:00, 13 hours | 27 days ago | 13 hours ago | 13 hours ago
2026-03-18T12:00:00, 6 days | last week | 1 week ago | 6 days ago
2026-03-02T12:00:00, 6 days | last week | 1 month ago | 6 days ago
2026-01-02T12:00:00, 6 days | last week | 1 year ago | 6 days ago
2026-01-05T12:00:00, 28 days | 11 months ago | 1 year ago | 4 weeks ago
TEXT
TZ=UTC node run.cjs > seen
diff want seen && echo 'both packages behave as described'
