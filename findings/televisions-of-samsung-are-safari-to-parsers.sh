#!/bin/sh
# ua-parser-js 2.0.10, device-detector-js 3.0.3 and browserslist-useragent 4.0.0: three parsers call the Chromium of a Samsung
#   television Safari.
#
# Expected: televisions with Tizen 6.0 to 7.0 run Chromium 76 to 94, and the user agents that Samsung publishes hold that
#   number, so a parser names Chrome, Chromium or Samsung's browser, with this version. A television of LG is read like that.
# Seen: the user agent has the version without the name `Chrome`, and its last word is `Safari`. ua-parser-js gives Safari 1
#   with WebKit, device-detector-js Safari without a version. The query `chrome >= 60, safari >= 9` refuses all of them, and
#   accepts the one of LG.
# Matters for a wall on a television: a page that serves a notice or an older bundle by the user agent refuses a browser that
#   could run the current bundle. Test for the feature instead.
# Output seen: the lines below `want` (television, ua-parser-js, device-detector-js, whether the query matches).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ua-parser-js@2.0.10 device-detector-js@3.0.3 browserslist-useragent@4.0.0 browserslist@4.29.6
cat > run.mjs <<'JS'
import { UAParser } from 'ua-parser-js';
import DeviceDetector from 'device-detector-js';
import { matchesUA } from 'browserslist-useragent';
const tizen = (version, chromium) =>
  `Mozilla/5.0 (SMART-TV; LINUX; Tizen ${version}) AppleWebKit/537.36 (KHTML, like Gecko) ${chromium}/${version} TV Safari/537.36`;
const webOs = (chromium) =>
  `Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chromium} Safari/537.36 WebAppManager`;
for (const [television, agent] of [
  ['Tizen 6.0', tizen('6.0', '76.0.3809.146')],
  ['Tizen 6.5', tizen('6.5', '85.0.4183.93')],
  ['Tizen 7.0', tizen('7.0', '94.0.4606.31')],
  ['webOS', webOs('79.0.3945.79')],
]) {
  const { browser, engine } = UAParser(agent);
  const { name, version } = new DeviceDetector().parse(agent).client;
  const isMatch = matchesUA(agent, { browsers: ['chrome >= 60', 'safari >= 9'], allowHigherVersions: true });
  const names = [`${browser.name} ${browser.version} ${engine.name}`, `${name} ${version || 'without a version'}`];
  console.log([television, ...names, isMatch].join(', '));
}
JS
cat > want <<'TEXT'
Tizen 6.0, Safari 1 WebKit, Safari without a version, false
Tizen 6.5, Safari 1 WebKit, Safari without a version, false
Tizen 7.0, Safari 1 WebKit, Safari without a version, false
webOS, Chrome 79.0.3945.79 Blink, Chrome 79.0, true
TEXT
node run.mjs > seen
diff want seen && echo 'three parsers of user agents behave as described'
