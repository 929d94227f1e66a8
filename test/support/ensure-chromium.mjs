// Browser tests need a Chromium. Takes the system's; as root installs Debian's, elsewhere Playwright's own.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// Without a window that nobody looks at, the tests take two thirds of the time.
const SHELL = '/usr/bin/chromium-headless-shell';
const OTHERS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const apt = (name) => `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${name}`;
const offer = (name) => `apt-cache show ${name}`;

const isHere = () => [SHELL, ...OTHERS].some((place) => place && existsSync(place));
const mayInstall = process.env.CHROMIUM_PATH === undefined && isDebianRoot && !existsSync(SHELL);
const commands = isDebianRoot ? [apt('chromium-headless-shell'), apt('chromium')] : ['npx playwright install chromium'];

function run(command) {
  try {
    execSync(command, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    return true;
  } catch {
    return false;
  }
}

/** Older releases have no shell, and any that is here will do: then nothing is tried at each start. */
function isOffered() {
  try {
    execSync(offer('chromium-headless-shell'), { stdio: 'ignore' });
    return true;
  } catch {
    return process.env.CI !== undefined;
  }
}

const isInstalled =
  ((mayInstall && isOffered()) || !isHere()) && commands.some((command, at) => (at > 0 && isHere()) || run(command));
if (!isInstalled && !isHere()) {
  process.stderr.write(`No Chromium was found, and "${commands.at(-1)}" failed: install one, or set CHROMIUM_PATH.\n`);
  process.exit(1);
}
