// Gateway tests need a real nginx, and openssl to make certificates. Takes the system's; as root installs Debian's.
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
    // RUNLEVEL: Debian would start it, with its own configuration, on port 80.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    execSync(`apt-get update -qq && ${INSTALL}`, { stdio: 'inherit', env });
    // Older releases have no such package; then gzip is tested in its place.
    execSync(`${BROTLI} || true`, { stdio: 'inherit', env });
  } catch {
    process.stderr.write(`The gateway's tests need nginx, openssl and ca-certificates: ${INSTALL}\n`);
    process.exit(1);
  }
}
