#!/bin/sh
# @azure/core-sse 2.3.0: an event without data gives its name to the next event.
#
# Expected: by the HTML standard, an event without data is dropped when its empty line arrives, and its name with it. So servers
#   keep a connection open with `event: ping` and an empty line. The code of the package names this chapter of the standard.
# Seen: the empty line ends an event only if it has data. After a ping, the next event without a name is called `ping`. An event
#   with a name of its own keeps it. A ping that is a comment, or that has an empty `data:`, does no harm. eventsource-parser 3.1.1
#   drops the name, as the standard says.
# Matters for a page that gets the states of deployments as a stream of events: it ignores events called `ping`, so the first
#   state after each ping is lost, and the page shows the one before.
# Output seen: the lines below `want` (stream, events of @azure/core-sse, events of eventsource-parser).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @azure/core-sse@2.3.0 eventsource-parser@3.1.1
cat > run.mjs <<'JS'
import { createSseStream } from '@azure/core-sse';
import { createParser } from 'eventsource-parser';
const shown = (events) => events.map(({ event, data }) => `${event || 'message'}=${data || 'empty'}`).join(' ');
const streams = [
  'data: DEPLOYING\n\nevent: ping\n\ndata: DEPLOYED\n\n',
  'event: ping\n\nevent: state\ndata: DEPLOYED\n\n',
  'event: ping\ndata:\n\ndata: DEPLOYED\n\n',
  ': ping\n\ndata: DEPLOYED\n\n',
];
for (const stream of streams) {
  const azure = [];
  for await (const event of createSseStream(new Blob([stream]).stream())) azure.push(event);
  const parsed = [];
  createParser({ onEvent: (event) => parsed.push(event) }).feed(stream);
  console.log([JSON.stringify(stream), shown(azure), shown(parsed)].join(' | '));
}
JS
cat > want <<'TEXT'
"data: DEPLOYING\n\nevent: ping\n\ndata: DEPLOYED\n\n" | message=DEPLOYING ping=DEPLOYED | message=DEPLOYING message=DEPLOYED
"event: ping\n\nevent: state\ndata: DEPLOYED\n\n" | state=DEPLOYED | state=DEPLOYED
"event: ping\ndata:\n\ndata: DEPLOYED\n\n" | ping=empty message=DEPLOYED | ping=empty message=DEPLOYED
": ping\n\ndata: DEPLOYED\n\n" | message=DEPLOYED | message=DEPLOYED
TEXT
node run.mjs > seen
diff want seen && echo '@azure/core-sse 2.3.0 behaves as described'
