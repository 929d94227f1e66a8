// Browser tests need a Chromium. Uses the system's; installs Debian's as root, and Playwright's own elsewhere.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// The shell has no window: with it, the tests take two thirds of the time.
const SHELL = '/usr/bin/chromium-headless-shell';
const OTHERS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const apt = (name) => `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${name}`;
const offer = (name) => `apt-cache show ${name}`;

const isHere = () => [SHELL, ...OTHERS].some((place) => place && existsSync(place));

function run(command, stdio = 'inherit') {
  try {
    execSync(command, { stdio, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    return true;
  } catch {
    return false;
  }
}

// Older Debian releases have no shell. If another Chromium is installed, no installation is tried at each start.
const mayInstallShell = process.env.CHROMIUM_PATH === undefined && isDebianRoot && !existsSync(SHELL);
const wantsShell = () => process.env.CI !== undefined || !isHere() || run(offer('chromium-headless-shell'), 'ignore');
if (mayInstallShell && wantsShell()) run(apt('chromium-headless-shell'));

const install = isDebianRoot ? apt('chromium') : 'npx playwright install chromium';
if (!isHere() && !run(install)) {
  process.stderr.write(`No Chromium was found, and "${install}" failed: install one, or set CHROMIUM_PATH.\n`);
  process.exit(1);
}
