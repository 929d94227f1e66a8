// Browser tests need a Chromium. Takes the system's; as root installs Debian's, elsewhere Playwright's own.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const APT = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';

if (!PLACES.some((place) => place && existsSync(place))) {
  const command = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? APT : 'npx playwright install chromium';
  try {
    execSync(command, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    process.stderr.write(`No Chromium was found, and "${command}" failed: install one, or set CHROMIUM_PATH.\n`);
    process.exit(1);
  }
}
