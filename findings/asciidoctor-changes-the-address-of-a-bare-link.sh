#!/bin/sh
# @asciidoctor/core 3.0.4: a bare link in a text leads to another address when it holds `--`, `...`, `->` or a pair of marks.
#
# Expected: as in Markdown and in mails, the address of `See https://… now.` is the text of the link, and at most its label
#   is made pretty.
# Seen: the replacements of typography and the pairs of formatting marks work before the link is found. In the `href` itself
#   `a--b` becomes an em dash with a zero-width space, `1...2` an ellipsis, `x->y` an arrow. At `a__b__c`, `a**b**c`, `~x~`
#   and `##x##` the link ends before the first mark. Nothing tells of it. Percent-encoded characters stay as they are.
# Matters for state that is kept in the query of an address: a link that is pasted into an AsciiDoc page opens something else.
#   Write such marks percent-encoded, and end the address with a known word that shows whether all of it came.
# Output seen: the lines below `want` (text, `href`).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asciidoctor/core@3.0.4
cat > run.mjs <<'JS'
import Asciidoctor from '@asciidoctor/core';
const asciidoctor = Asciidoctor();
for (const query of ['ids=a-b', 'ids=a--b', 'ids=1...2', 'ids=x->y', 'ids=a__b__c', 'ids=a**b**c', 'ids=~x~', 'ids=a%2D%2Db%7E']) {
  const html = await asciidoctor.convert(`See https://board.example/?${query}&v=1 now.`);
  console.log(query, /href="https:\/\/board\.example\/\?([^"]*)"/.exec(html)?.[1]);
}
JS
cat > want <<'TEXT'
ids=a-b ids=a-b&amp;v=1
ids=a--b ids=a&#8212;&#8203;b&amp;v=1
ids=1...2 ids=1&#8230;&#8203;2&amp;v=1
ids=x->y ids=x&#8594;y&amp;v=1
ids=a__b__c ids=a
ids=a**b**c ids=a
ids=~x~ ids=
ids=a%2D%2Db%7E ids=a%2D%2Db%7E&amp;v=1
TEXT
node run.mjs > seen
diff want seen && echo '@asciidoctor/core 3.0.4 behaves as described'
