#!/bin/sh
# ical-generator 10.2.0 and ical.js 2.2.1: an address with a comma or a semicolon leaves the calendar with a backslash in it.
#
# Expected: RFC 5545 gives the URL of an event the type URI (3.3.13), which has no escapes. A reader returns the address
#   that the writer received.
# Seen: ical-generator escapes the URL as it escapes a text, and marks it with `VALUE=URI`. ical.js reads that type as the
#   standard says, so the backslash becomes a part of the address. node-ical 0.26.1 takes each backslash away. ics 3.12.0 writes
#   no escapes, and both readers give the address whole.
# Matters for a link to a board in the entry of a maintenance: the list in its query has a backslash in one reader and not in
#   the other. A dot between the items, or `%2C`, stays as it is.
# Output seen: the lines below `want` (query, writer, query that ical.js reads, query that node-ical reads).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0 ics@3.12.0 ical.js@2.2.1 node-ical@0.26.1
cat > run.mjs <<'JS'
import ICAL from 'ical.js';
import ical from 'ical-generator';
import { createEvent } from 'ics';
import nodeIcal from 'node-ical';
const site = 'https://board.example/?';
const writers = {
  'ical-generator': (url) => {
    const calendar = ical();
    calendar.createEvent({ id: '1', start: new Date(0), end: new Date(1_000), summary: 'Maintenance', url });
    return calendar.toString();
  },
  ics: (url) => createEvent({ uid: '1', start: [2026, 1, 1], duration: { hours: 1 }, title: 'Maintenance', url }).value,
};
for (const query of ['ids=a,b&v=1', 'ids=a;b&v=1', 'ids=a.b&v=1', 'ids=a%2Cb&v=1']) {
  for (const [name, write] of Object.entries(writers)) {
    const calendar = write(site + query);
    const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');
    const { url } = Object.values(nodeIcal.sync.parseICS(calendar)).find(({ type }) => type === 'VEVENT');
    console.log([query, name, event.getFirstPropertyValue('url'), url.val ?? url].join(' ').replaceAll(site, ''));
  }
}
JS
cat > want <<'TEXT'
ids=a,b&v=1 ical-generator ids=a\,b&v=1 ids=a,b&v=1
ids=a,b&v=1 ics ids=a,b&v=1 ids=a,b&v=1
ids=a;b&v=1 ical-generator ids=a\;b&v=1 ids=a;b&v=1
ids=a;b&v=1 ics ids=a;b&v=1 ids=a;b&v=1
ids=a.b&v=1 ical-generator ids=a.b&v=1 ids=a.b&v=1
ids=a.b&v=1 ics ids=a.b&v=1 ids=a.b&v=1
ids=a%2Cb&v=1 ical-generator ids=a%2Cb&v=1 ids=a%2Cb&v=1
ids=a%2Cb&v=1 ics ids=a%2Cb&v=1 ids=a%2Cb&v=1
TEXT
node run.mjs > seen
diff want seen && echo 'ical-generator 10.2.0 and ical.js 2.2.1 behave as described'
