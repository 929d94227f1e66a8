// Gateway tests need nginx, and openssl for certificates. Uses the system's; installs Debian's as root.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'];
const has = (program) => FOLDERS.some((folder) => existsSync(join(folder, program)));
const BUNDLES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];
const INSTALL = 'apt-get install -y -qq --no-install-recommends nginx openssl ca-certificates';
const BROTLI = 'apt-get install -y -qq --no-install-recommends libnginx-mod-http-brotli-static';

if (!has('nginx') || !has('openssl') || !BUNDLES.some((file) => existsSync(file))) {
  try {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('not root on Debian');
    // RUNLEVEL stops Debian from starting nginx on port 80, with its own configuration.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    execSync(`apt-get update -qq && ${INSTALL}`, { stdio: 'inherit', env });
    // Older releases have no such package; the tests then check gzip instead.
    execSync(`${BROTLI} || true`, { stdio: 'inherit', env });
  } catch {
    process.stderr.write(`The gateway's tests need nginx, openssl and ca-certificates: ${INSTALL}\n`);
    process.exit(1);
  }
}
