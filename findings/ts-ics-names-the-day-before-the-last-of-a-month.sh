#!/bin/sh
# ts-ics 2.4.6: a rule for the last day of each month gives the day before it.
#
# Expected: by RFC 5545, `BYMONTHDAY=-1` is the last day of a month, and `BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1` its last working day.
#   An event starts at the time of its first start. A month without the day 31 is left out of a rule that starts on it. rrule 2.8.1
#   does all of this.
# Seen: `extendByRecurrenceRule` gives the day before for both rules. With `BYSETPOS=1` it gives each working day but the first one.
#   An event of 09:00 that repeats on a day of the week in a month moves to 00:00. A rule that starts on the 31st moves to the 28th
#   for good. Rules of weeks and those with a positive day of the month are right. All of this is with the clock of the machine in
#   UTC; in New York some of the days differ once more.
# Matters for a page that shows the next maintenance window, the end of a freeze or the next handover of an on-call duty from a
#   calendar: the day is wrong by one, and looks plausible.
# Output seen: the lines below `want` (first start and rule, then the starts of ts-ics and of rrule, all in UTC).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ts-ics@2.4.6 rrule@2.8.1
cat > run.mjs <<'JS'
import rrule from 'rrule';
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from 'ts-ics';
const end = new Date('2026-12-31T00:00:00Z');
const show = (dates) => dates.map((date) => date.toISOString().slice(5, 16)).join(' ');
for (const [first, rule] of [
  ['2026-01-05T09:00:00Z', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3'],
  ['2026-01-15T09:00:00Z', 'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3'],
  ['2026-01-01T09:00:00Z', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3'],
  ['2026-01-01T09:00:00Z', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3'],
  ['2026-01-01T09:00:00Z', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3'],
  ['2026-01-01T09:00:00Z', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3'],
  ['2026-01-31T09:00:00Z', 'FREQ=MONTHLY;COUNT=3'],
]) {
  const start = new Date(first);
  const dates = extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value: rule }), { start, end });
  const text = `DTSTART:${first.replace(/[-:]/g, '')}\nRRULE:${rule}`;
  console.log(`${show([start])} ${rule}\n  ${show(dates)}\n  ${show(rrule.rrulestr(text).all())}`);
}
JS
cat > want <<'TEXT'
01-05T09:00 FREQ=WEEKLY;BYDAY=MO;COUNT=3
  01-05T09:00 01-12T09:00 01-19T09:00
  01-05T09:00 01-12T09:00 01-19T09:00
01-15T09:00 FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3
  01-15T09:00 02-15T09:00 03-15T09:00
  01-15T09:00 02-15T09:00 03-15T09:00
01-01T09:00 FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3
  01-30T09:00 02-27T09:00 03-30T09:00
  01-31T09:00 02-28T09:00 03-31T09:00
01-01T09:00 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3
  01-29T00:00 02-26T00:00 03-30T00:00
  01-30T09:00 02-27T09:00 03-31T09:00
01-01T09:00 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3
  01-02T00:00 01-05T00:00 01-06T00:00
  01-01T09:00 02-02T09:00 03-02T09:00
01-01T09:00 FREQ=MONTHLY;BYDAY=-1FR;COUNT=3
  01-30T00:00 02-27T00:00 03-27T00:00
  01-30T09:00 02-27T09:00 03-27T09:00
01-31T09:00 FREQ=MONTHLY;COUNT=3
  01-31T09:00 02-28T09:00 03-28T09:00
  01-31T09:00 03-31T09:00 05-31T09:00
TEXT
TZ=UTC node run.mjs > seen
diff want seen && echo 'ts-ics 2.4.6 behaves as described'
