#!/bin/sh
# local-crontab 0.1.8: the crontabs in UTC have the days of the local crontab, also where midnight lies between both times.
#
# Expected: the README says that the package converts a crontab of a time zone to crontabs in UTC, one for each part of the year
#   with its own offset. Together they run when the first one runs, so a day moves when its hour passes midnight.
# Seen: only the hour and the minute move. In Tokyo, Monday to Friday at 08:00 becomes Tuesday to Saturday, and the first day of
#   the month becomes the second. In India, 08:45 becomes 07:45, and 08:15 is right. In Paris and New York, the month of a clock
#   change is divided by the day of the month. cron runs if the day of the month or the day of the week matches, so a schedule of
#   Monday to Friday also runs at weekends in March, and at the hour before and after. A crontab for each day at a full hour, as in
#   the README, is right.
# Matters for a timetable that starts and stops environments, and for a page that shows it: environments start at the weekend and
#   stay stopped on Monday. Use a scheduler that knows the time zone.
# Output seen: the lines below `want` (crontab, zone; local days and times of its runs, and of the runs of the crontabs in UTC, by
#   croner 11.0.1).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund local-crontab@0.1.8 croner@11.0.1
cat > run.mjs <<'JS'
import { Cron } from 'croner';
import convert from 'local-crontab';
// The package converts for the current year.
const year = new Date().getUTCFullYear();
const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
function local(crontabs, zoneOfRuns, zone) {
  const runs = crontabs.flatMap((crontab) => {
    const options = { timezone: zoneOfRuns, startAt: `${year}-01-08T00:00:00`, stopAt: `${year}-12-20T00:00:00` };
    return new Cron(crontab, options).nextRuns(400, new Date(Date.UTC(year, 0, 1)));
  });
  const parts = (options) => [...new Set(runs.map((run) => run.toLocaleString('en-GB', { timeZone: zone, ...options })))];
  const week = parts({ weekday: 'short' }).map((day) => day.slice(0, 2));
  const month = parts({ day: 'numeric' });
  const days = month.length < 3 ? `day ${month}` : weekdays.filter((day) => week.includes(day)).join('');
  return `${days} ${parts({ hour: '2-digit', minute: '2-digit' }).sort()}`;
}
for (const [crontab, zone] of [
  ['0 10 * * *', 'America/New_York'],
  ['0 14 * * 1-5', 'Asia/Tokyo'],
  ['0 8 * * 1-5', 'Asia/Tokyo'],
  ['0 8 1 * *', 'Asia/Tokyo'],
  ['15 8 * * *', 'Asia/Kolkata'],
  ['45 8 * * *', 'Asia/Kolkata'],
  ['0 8 * * 1-5', 'Europe/Paris'],
  ['0 8 * * 1-5', 'America/New_York'],
])
  console.log([`${crontab} ${zone}`, local([crontab], zone, zone), local(convert(crontab, zone), 'UTC', zone)].join(' | '));
JS
cat > want <<'TEXT'
0 10 * * * America/New_York | MoTuWeThFrSaSu 10:00 | MoTuWeThFrSaSu 10:00
0 14 * * 1-5 Asia/Tokyo | MoTuWeThFr 14:00 | MoTuWeThFr 14:00
0 8 * * 1-5 Asia/Tokyo | MoTuWeThFr 08:00 | TuWeThFrSa 08:00
0 8 1 * * Asia/Tokyo | day 1 08:00 | day 2 08:00
15 8 * * * Asia/Kolkata | MoTuWeThFrSaSu 08:15 | MoTuWeThFrSaSu 08:15
45 8 * * * Asia/Kolkata | MoTuWeThFrSaSu 08:45 | MoTuWeThFrSaSu 07:45
0 8 * * 1-5 Europe/Paris | MoTuWeThFr 08:00 | MoTuWeThFrSaSu 07:00,08:00,09:00
0 8 * * 1-5 America/New_York | MoTuWeThFr 08:00 | MoTuWeThFrSaSu 07:00,08:00,09:00
TEXT
node run.mjs > seen
diff want seen && echo 'local-crontab 0.1.8 behaves as described'
