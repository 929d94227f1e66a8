// Gateway tests need a real nginx. Takes the system's; as root installs Debian's.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'];
// RUNLEVEL: Debian would start it, with its own configuration, on port 80.
const APT = 'apt-get update -qq && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends nginx';

if (!FOLDERS.some((folder) => existsSync(join(folder, 'nginx')))) {
  try {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('not root on Debian');
    execSync(APT, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    process.stderr.write('nginx is not installed: apt-get install -y --no-install-recommends nginx\n');
    process.exit(1);
  }
}
