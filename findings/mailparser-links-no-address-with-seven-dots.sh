#!/bin/sh
# mailparser 3.14.2: `textAsHtml` makes no link of an address whose query holds more than six dots in a row, or eight words
# joined by seven or more dots.
#
# Expected: the linkifier of mails finds an https address as long as it has no blank, whatever its query holds.
# Seen: with six dots in a row the address is a link, with seven it is plain text, and nothing tells of it. Seven words that
#   dots join are linked, eight are not. A comma, a tilde or a hyphen as the joiner has no such limit.
# Matters for lists in an address: dots are a natural joiner, as they need no encoding.
# Output seen: the lines below `want`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mailparser@3.14.2
cat > run.mjs <<'JS'
import { simpleParser } from 'mailparser';
const isLinked = async (list) => {
  const mail = `Content-Type: text/plain\r\n\r\nSee https://board.example/?ids=${list}&v=1 now\r\n`;
  return (await simpleParser(mail)).textAsHtml.includes('<a href=');
};
for (const count of [2, 6, 7, 20]) console.log('dots in a row', count, await isLinked(`a${'.'.repeat(count)}b`));
for (const joiner of ['.', ',', '~', '-']) {
  for (const count of [7, 8, 40]) {
    const list = Array.from({ length: count }, (_, at) => `p${at}x`).join(joiner);
    console.log('words', JSON.stringify(joiner), count, await isLinked(list));
  }
}
JS
cat > want <<'TEXT'
dots in a row 2 true
dots in a row 6 true
dots in a row 7 false
dots in a row 20 false
words "." 7 true
words "." 8 false
words "." 40 false
words "," 7 true
words "," 8 true
words "," 40 true
words "~" 7 true
words "~" 8 true
words "~" 40 true
words "-" 7 true
words "-" 8 true
words "-" 40 true
TEXT
node run.mjs > seen
diff want seen && echo 'mailparser 3.14.2 behaves as described'
