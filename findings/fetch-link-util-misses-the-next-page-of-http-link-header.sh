#!/bin/sh
# fetch-link-util 1.1.4: the next page that http-link-header 1.1.4 writes is no next page.
#
# Expected: the package decodes the header `Link` of RFC 8288. There a relation needs no quotes, a parameter may stand before it,
#   one link may have two relations, and an address may hold a comma.
# Seen: `getHeaderLink` finds a relation only in quotes, as the first parameter, and alone. It divides the header at each comma,
#   also within an address. In each other case it returns undefined, as it does on the last page. http-link-header writes
#   `rel=next`, so the first page of such a server is read as the last one. http-link-header and parse-link-header 2.0.0 read
#   all of them.
# Matters for a page that lists the environments of an account: all pages but the first are missing, and nothing tells of it.
# Output seen: the lines below `want` (header, fetch-link-util, http-link-header, parse-link-header).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fetch-link-util@1.1.4 http-link-header@1.1.4 parse-link-header@2.0.0
cat > run.mjs <<'JS'
import { getHeaderLink } from 'fetch-link-util';
import LinkHeader from 'http-link-header';
import parseLinkHeader from 'parse-link-header';
const show = (link) => {
  const found = getHeaderLink(new Headers({ link }));
  console.log([link, found, LinkHeader.parse(link).rel('next')[0].uri, parseLinkHeader(link).next.url].map(String).join(' | '));
};
show('</e?page=2>; rel="next"');
show('</e?page=1>; rel="prev", </e?page=3>; rel="next"');
const written = new LinkHeader();
written.set({ rel: 'next', uri: '/e?page=2' });
show(written.toString());
show('</e?page=2>; rel="next last"');
show('</e?page=2>; title="Page 2"; rel="next"');
show('</e?states=a,b&page=2>; rel="next"');
JS
cat > want <<'TEXT'
</e?page=2>; rel="next" | /e?page=2 | /e?page=2 | /e?page=2
</e?page=1>; rel="prev", </e?page=3>; rel="next" | /e?page=3 | /e?page=3 | /e?page=3
</e?page=2>; rel=next | undefined | /e?page=2 | /e?page=2
</e?page=2>; rel="next last" | undefined | /e?page=2 | /e?page=2
</e?page=2>; title="Page 2"; rel="next" | undefined | /e?page=2 | /e?page=2
</e?states=a,b&page=2>; rel="next" | undefined | /e?states=a,b&page=2 | /e?states=a,b&page=2
TEXT
node run.mjs > seen
diff want seen && echo 'fetch-link-util 1.1.4 behaves as described'
