// The browser tests read QR codes back with zbar. Installs Debian's as root; elsewhere jsQR alone reads them.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALL = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends zbar-tools';

if (!existsSync('/usr/bin/zbarimg') && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  try {
    execSync(INSTALL, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    process.stderr.write(`zbar could not be installed, so jsQR alone reads the QR codes: ${INSTALL}\n`);
  }
}
