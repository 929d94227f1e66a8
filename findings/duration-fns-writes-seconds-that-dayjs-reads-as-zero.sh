#!/bin/sh
# duration-fns 3.0.2: `toString` writes a fraction of a second with a comma, and Day.js 1.11.23 and pomeranian-durations 1.11.4
# read such seconds as 0.
#
# Expected: packages of JavaScript write a dot, as Day.js does in `PT1M30.5S`. ISO 8601 allows the comma too, so a reader
#   accepts it, or refuses the text.
# Seen: 90.5 s become `PT90,5S`. tinyduration 3.4.1 and Luxon 3.7.2 read 90.5 s. Day.js and pomeranian-durations read 0 s, and 60 s
#   from `PT1M30,5S`, without an error; Day.js formats it as `00:00:NaN`. parse-iso-duration 1.1.0 refuses the text. Whole seconds
#   are read correctly by all, so a test with `PT90S` does not show the fault.
# Matters for durations of deployments that one program writes and another one shows: they are measured in milliseconds, so nearly
#   each has a fraction, and the page shows 0 s. Round to seconds before the duration is written.
# Output seen: the lines below `want` (milliseconds, text of duration-fns, seconds that each reader returns).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund duration-fns@3.0.2 dayjs@1.11.23 pomeranian-durations@1.11.4 \
  tinyduration@3.4.1 luxon@3.7.2 parse-iso-duration@1.1.0
cat > run.mjs <<'JS'
import dayjs from 'dayjs';
import duration from 'dayjs/plugin/duration.js';
import { normalize, toString } from 'duration-fns';
import { Duration } from 'luxon';
import parseIsoDuration from 'parse-iso-duration';
import { asDecimalSeconds } from 'pomeranian-durations';
import { parse } from 'tinyduration';
dayjs.extend(duration);
const readers = {
  dayjs: (text) => dayjs.duration(text).asSeconds(),
  format: (text) => dayjs.duration(text).format('HH:mm:ss'),
  pomeranian: (text) => asDecimalSeconds(text),
  tinyduration: (text) => {
    const { minutes = 0, seconds = 0 } = parse(text);
    return minutes * 60 + seconds;
  },
  luxon: (text) => Duration.fromISO(text).as('seconds'),
  'parse-iso': (text) => parseIsoDuration(text) / 1_000,
};
const read = (reader, text) => {
  try {
    return reader(text);
  } catch {
    return 'refused';
  }
};
const texts = [[90_500, toString(90_500)], [90_500, toString(normalize(90_500))], [90_000, toString(90_000)]];
for (const [milliseconds, text] of texts) {
  console.log(milliseconds, text, ...Object.entries(readers).map(([name, reader]) => `${name}=${read(reader, text)}`));
}
console.log('dayjs writes', dayjs.duration(90_500).toISOString());
JS
cat > want <<'TEXT'
90500 PT90,5S dayjs=0 format=00:00:NaN pomeranian=0 tinyduration=90.5 luxon=90.5 parse-iso=refused
90500 PT1M30,5S dayjs=60 format=00:01:NaN pomeranian=60 tinyduration=90.5 luxon=90.5 parse-iso=refused
90000 PT90S dayjs=90 format=00:00:90 pomeranian=90 tinyduration=90 luxon=90 parse-iso=90
dayjs writes PT1M30.5S
TEXT
node run.mjs > seen
diff want seen && echo 'duration-fns 3.0.2 and its readers behave as described'
