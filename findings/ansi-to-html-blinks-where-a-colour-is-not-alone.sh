#!/bin/sh
# ansi-to-html 0.7.2: a 256-colour code next to another attribute loses its colour, and the text blinks.
#
# Expected: `1;38;5;196` is bold and colour 196, as in a terminal and in ansi_up 6.0.6. The package reads `1;31` as two attributes.
# Seen: only `38;5;196` alone is a colour. With `1;` before it or `;1` after it, the colour is lost, and its 5 is read as the
#   attribute 5, slow blinking. A reset before it, as in `0;38;5;196`, does the same. With the colour 9, that number is read as
#   struck out. A colour of red, green and blue that is not alone is lost as well, and a 0 in it is read as a reset.
# Matters for logs of builds: tools join attributes in one sequence, and the error line of such a log blinks without its colour.
# Output seen: the lines below `want` (sequence, ansi-to-html, ansi_up).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ansi-to-html@0.7.2 ansi_up@6.0.6
cat > run.mjs <<'JS'
import Convert from 'ansi-to-html';
import { AnsiUp } from 'ansi_up';
for (const sequence of ['1;31', '38;5;196', '1;38;5;196', '38;5;196;1', '0;38;5;196', '38;5;9;1', '38;2;255;0;0', '1;38;2;255;0;0']) {
  const text = `\u001b[${sequence}mx\u001b[0m`;
  console.log(sequence, new Convert().toHtml(text), new AnsiUp().ansi_to_html(text));
}
JS
cat > want <<'TEXT'
1;31 <b><span style="color:#A00">x</span></b> <span style="font-weight:bold;color:rgb(187,0,0)">x</span>
38;5;196 <span style="color:#ff0000">x</span> <span style="color:rgb(255,0,0)">x</span>
1;38;5;196 <b><blink>x</blink></b> <span style="font-weight:bold;color:rgb(255,0,0)">x</span>
38;5;196;1 <blink><b>x</b></blink> <span style="font-weight:bold;color:rgb(255,0,0)">x</span>
0;38;5;196 <blink>x</blink> <span style="color:rgb(255,0,0)">x</span>
38;5;9;1 <blink><strike><b>x</b></strike></blink> <span style="font-weight:bold;color:rgb(255,85,85)">x</span>
38;2;255;0;0 <span style="color:#ff0000">x</span> <span style="color:rgb(255,0,0)">x</span>
1;38;2;255;0;0 <b></b>x <span style="font-weight:bold;color:rgb(255,0,0)">x</span>
TEXT
node run.mjs > seen
diff want seen && echo 'ansi-to-html 0.7.2 behaves as described'
