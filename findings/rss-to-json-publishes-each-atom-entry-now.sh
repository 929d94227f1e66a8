#!/bin/sh
# rss-to-json 2.1.1: an entry of an Atom feed is published at the time of the request.
#
# Expected: the README says that the package reads Atom and RSS, and gives both the same form. Atom (RFC 4287) has the time of an
#   entry in `published`, and the time of its last change in `updated`. An item without a time has none in the result.
# Seen: for Atom, `published` is the clock of this machine at each call, and `created` is the time of the last change. The field
#   `published` of the feed is not read. In RSS both are the `pubDate`; an item without it is published now, too.
#   @rowanmanning/feed-parser 2.1.5 reads both times, and null where there is none.
# Matters for a page that shows incidents from the feed of a status page, which are often Atom: each poll shows an old incident as
#   a new one, and a filter for the last hour keeps all of them.
# Output seen: the lines below `want` (feed, title, `published` and `created` of rss-to-json, both times of the other reader).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-to-json@2.1.1 @rowanmanning/feed-parser@2.1.5
cat > run.mjs <<'JS'
import http from 'node:http';
import { parseFeed } from '@rowanmanning/feed-parser';
import rssToJson from 'rss-to-json';
const page = 'https://status.example';
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><id>${page}</id><title>Status</title><updated>2026-03-02T09:40:00Z</updated>
  <entry><id>${page}/2</id><title>Deployments fail</title><link href="${page}/2"/>
    <published>2026-03-02T08:00:00Z</published><updated>2026-03-02T09:40:00Z</updated></entry>
  <entry><id>${page}/1</id><title>API is slow</title><link href="${page}/1"/>
    <published>2026-01-05T17:00:00Z</published><updated>2026-01-05T18:30:00Z</updated></entry></feed>`;
const rss = `<rss version="2.0"><channel><title>Status</title><link>${page}</link><description>Incidents</description>
  <item><title>Builds are late</title><link>${page}/4</link><pubDate>Mon, 02 Mar 2026 08:00:00 +0000</pubDate></item>
  <item><title>Logs are late</title><link>${page}/3</link></item></channel></rss>`;
const feeds = { '/atom': atom, '/rss': rss };
const server = http.createServer(({ url }, response) => response.end(feeds[url]));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const isNow = (time) => Math.abs(Date.now() - time) < 60_000;
const show = (time) => (time === null ? 'none' : isNow(time) ? 'now' : new Date(time).toISOString().slice(0, 16));
for (const [path, feed] of Object.entries(feeds)) {
  const { items } = await rssToJson.parse(`http://127.0.0.1:${server.address().port}${path}`);
  const entries = parseFeed(feed).items;
  items.forEach(({ title, published, created }, index) => {
    const entry = entries[index];
    console.log(path, title, '|', show(published), show(created), '|', show(entry.published), show(entry.updated));
  });
}
server.close();
JS
cat > want <<'TEXT'
/atom Deployments fail | now 2026-03-02T09:40 | 2026-03-02T08:00 2026-03-02T09:40
/atom API is slow | now 2026-01-05T18:30 | 2026-01-05T17:00 2026-01-05T18:30
/rss Builds are late | 2026-03-02T08:00 2026-03-02T08:00 | 2026-03-02T08:00 2026-03-02T08:00
/rss Logs are late | now now | none none
TEXT
node run.mjs > seen
diff want seen && echo 'rss-to-json 2.1.1 behaves as described'
