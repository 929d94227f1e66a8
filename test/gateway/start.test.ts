import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, type Settings, startGateway, TOKEN, temporaryFolder, writePage } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { startUpstream } from './support/upstream.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

const REFUSED: readonly (readonly [Settings, string])[] = [
  [{ QOVERY_API_TOKEN: '' }, 'QOVERY_API_TOKEN is empty'],
  [{ QOVERY_API_TOKEN: '   ' }, 'QOVERY_API_TOKEN is empty'],
  [{ QOVERY_API_TOKEN: 'Token ' }, 'QOVERY_API_TOKEN is empty'],
  [{ QOVERY_API_TOKEN: 'qov_a b' }, 'QOVERY_API_TOKEN holds characters'],
  [{ QOVERY_API_TOKEN: 'qov_a\r\nX-Injected: 1' }, 'QOVERY_API_TOKEN holds characters'],
  [{ QOVERY_API_TOKEN: 'qov_"; } evil' }, 'QOVERY_API_TOKEN holds characters'],
  [{ QOVERY_API_TOKEN: 'qov_$uri' }, 'QOVERY_API_TOKEN holds characters'],
  [{ QOVERY_API_TOKEN: 'qov_é' }, 'QOVERY_API_TOKEN holds characters'],
  [{ QOVERY_API_TOKEN_FILE: '/etc/passwd' }, 'Both QOVERY_API_TOKEN and QOVERY_API_TOKEN_FILE'],
  [{ QOVERY_API_TOKEN: '', QOVERY_API_TOKEN_FILE: '/nowhere/token' }, 'QOVERY_API_TOKEN_FILE names no file'],
  [{ QOVERY_API_TOKEN: '', QOVERY_API_TOKEN_FILE: '/etc' }, 'QOVERY_API_TOKEN_FILE names no file'],
  [{ QOVERY_API_TOKEN: '', QOVERY_API_TOKEN_FILE: '/dev/null' }, 'QOVERY_API_TOKEN_FILE names no file'],
  [{ QOVERY_API_URL: 'api.qovery.com' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'ftp://api.qovery.com' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'https://' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'https://user@api.qovery.com' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'https://api.qovery.com:99999' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'https://api.qovery.com/?x' }, 'QOVERY_API_URL has a path'],
  [{ QOVERY_API_URL: 'http://api.qovery.com.' }, 'QOVERY_API_URL must start with https://'],
  [{ QOVERY_API_URL: 'https://api.qovery.com/a/../b' }, 'QOVERY_API_URL has a path'],
  [{ QOVERY_API_URL: 'https://a.example; return 200' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'https://a.example\nhttps://b.example' }, 'QOVERY_API_URL is not'],
  [{ QOVERY_API_URL: 'http://api.qovery.com' }, 'QOVERY_API_URL must start with https://'],
  [{ QOVERY_REQUESTS_PER_HOUR: '0' }, 'QOVERY_REQUESTS_PER_HOUR is not'],
  [{ QOVERY_REQUESTS_PER_HOUR: '99' }, 'QOVERY_REQUESTS_PER_HOUR is not'],
  [{ QOVERY_REQUESTS_PER_HOUR: '1001' }, 'QOVERY_REQUESTS_PER_HOUR is not'],
  [{ QOVERY_REQUESTS_PER_HOUR: '0900' }, 'QOVERY_REQUESTS_PER_HOUR is not'],
  [{ QOVERY_REQUESTS_PER_HOUR: '9e2' }, 'QOVERY_REQUESTS_PER_HOUR is not'],
  [{ QOVERY_REQUESTS_PER_HOUR: '900 ' }, 'QOVERY_REQUESTS_PER_HOUR is not'],
  [{ QOVERY_PROJECTS: 'checkout' }, 'QOVERY_PROJECTS holds something'],
  [{ QOVERY_PROJECTS: `${idOf(1)},*` }, 'QOVERY_PROJECTS holds something'],
  [{ QOVERY_PROJECTS: ' , ' }, 'QOVERY_PROJECTS names nothing'],
  [{ QOVERY_PROJECTS: `${idOf(1)},,x` }, 'QOVERY_PROJECTS holds something'],
  [{ QOVERY_ENVIRONMENTS: `${idOf(1)}0` }, 'QOVERY_ENVIRONMENTS holds something'],
  [{ QOVERY_ENVIRONMENTS: `${idOf(1)}"; default 1;` }, 'QOVERY_ENVIRONMENTS holds something'],
  [{ ENVBOARD_DATA: 'live' }, 'ENVBOARD_DATA is not demo'],
  [{ PORT: '0' }, 'PORT is not'],
  [{ PORT: '65536' }, 'PORT is not'],
  [{ PORT: '80a' }, 'PORT is not'],
  [{ LISTEN_ADDRESS: 'localhost' }, 'LISTEN_ADDRESS is not'],
  [{ LISTEN_ADDRESS: '127.0.0.1; x' }, 'LISTEN_ADDRESS is not'],
  [{ LISTEN_ADDRESS: '999.1.1.1' }, 'LISTEN_ADDRESS is not'],
  [{ LISTEN_ADDRESS: '127.0.0.256' }, 'LISTEN_ADDRESS is not'],
  [{ TRUSTED_PROXIES: '10.0.0.0/8,300.1.1.1' }, 'TRUSTED_PROXIES holds something'],
  [{ TRUSTED_PROXIES: ':::' }, 'TRUSTED_PROXIES holds something'],
  [{ TRUSTED_PROXIES: '1:2:3' }, 'TRUSTED_PROXIES holds something'],
  [{ TRUSTED_PROXIES: '2001:db8::1::/64' }, 'TRUSTED_PROXIES holds something'],
  [{ RESOLVER: '1:2:3:4:5:6:7:8:9' }, 'RESOLVER is not'],
  [{ RESOLVER: '12345::1' }, 'RESOLVER is not'],
  [{ RESOLVER: '999.9.9.9' }, 'RESOLVER is not'],
  [{ EMBED_ORIGINS: '*' }, 'EMBED_ORIGINS holds something'],
  [{ EMBED_ORIGINS: 'wiki.example.com' }, 'EMBED_ORIGINS holds something'],
  [{ EMBED_ORIGINS: 'https://wiki.example.com/page' }, 'EMBED_ORIGINS holds something'],
  [{ EMBED_ORIGINS: "https://a.example;script-src 'unsafe-inline'" }, 'EMBED_ORIGINS holds something'],
  [{ TRUSTED_PROXIES: 'ingress' }, 'TRUSTED_PROXIES holds something'],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES holds something'],
  [{ OAUTH2_PROXY_URL: 'oauth2-proxy:4180' }, 'OAUTH2_PROXY_URL is not'],
  [{ OAUTH2_PROXY_URL: 'http://oauth2-proxy:4180/oauth2' }, 'OAUTH2_PROXY_URL is not'],
  [{ OAUTH2_PROXY_URL: 'http://127.0.0.1:4180', BASIC_AUTH_FILE: '/etc/passwd' }, 'Both OAUTH2_PROXY_URL and'],
  [{ BASIC_AUTH_FILE: '/nowhere/htpasswd' }, 'BASIC_AUTH_FILE names no file'],
  [{ BASIC_AUTH_FILE: '/etc/passwd' }, 'BASIC_AUTH_FILE is not an htpasswd file'],
  [{ RESOLVER: 'dns.example' }, 'RESOLVER is not'],
  [{ SSL_CERT_FILE: '/nowhere/ca.pem' }, 'SSL_CERT_FILE names no file'],
  [{ ENVBOARD_PAGE_DIR: '/nowhere' }, 'There is no index.html'],
  [{ ENVBOARD_PAGE_DIR: '/a b' }, 'ENVBOARD_PAGE_DIR is not'],
  [{ ENVBOARD_RUN_DIR: 'run' }, 'ENVBOARD_RUN_DIR is not'],
  [{ ENVBOARD_RUN_DIR: `/tmp/${'x'.repeat(70)}` }, 'ENVBOARD_RUN_DIR is not'],
  [{ ENVBOARD_RUN_DIR: '/dev/null/run' }, 'ENVBOARD_RUN_DIR (/dev/null/run) cannot be written'],
];

describe.concurrent('a wrong setting', () => {
  it.for(REFUSED)('%j stops the start: %s', async ([settings, sentence], { expect }) => {
    using configured = await configure(settings);
    expect(configured.code).toBe(1);
    expect(configured.said).toContain(`envboard: ${sentence}`);
    const refusals = configured.said.split('\n').filter((line) => line !== '' && !line.includes('anyone who reaches'));
    expect(refusals).toHaveLength(1);
    expect(configured.said).not.toContain(TOKEN);
  });

  it('in a password file stops the start', async ({ expect }) => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'htpasswd');
    for (const text of ['', '# nobody\n', 'reader:{PLAIN}open', 'reader:open', ':$apr1$x$y', 'a:$apr1$x$y\nb:open\n']) {
      writeFileSync(file, text);
      using configured = await configure({ BASIC_AUTH_FILE: file });
      expect([text, configured.code]).toEqual([text, 1]);
      expect(configured.said).toContain('envboard: BASIC_AUTH_FILE is not an htpasswd file of hashed passwords');
    }
  });

  it('is none when settings are empty', async ({ expect }) => {
    const names = [
      'QOVERY_API_URL',
      'QOVERY_API_TOKEN_FILE',
      'QOVERY_PROJECTS',
      'QOVERY_ENVIRONMENTS',
      'EMBED_ORIGINS',
    ].concat([
      'QOVERY_REQUESTS_PER_HOUR',
      'PORT',
      'OAUTH2_PROXY_URL',
      'BASIC_AUTH_FILE',
      'TRUSTED_PROXIES',
      'RESOLVER',
    ]);
    using configured = await configure(Object.fromEntries(names.map((name) => [name, ''])));
    expect(configured.code).toBe(0);
    expect(configured.read('inner.conf')).toContain('set $qovery https://api.qovery.com;');
    expect(configured.read('machine.conf')).toMatch(/^resolver .*\n(?:.*\n)*proxy_ssl_verify on;/);
    expect(configured.read('listed.conf')).toBe('default 1;\n');
  });
});

describe.concurrent('an IPv6 address', () => {
  it('is taken as a proxy, as a range and as a name server in each of its spellings', async ({ expect }) => {
    const addresses = ['::1', '::', '2001:DB8::1', 'fd00::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::'];
    using configured = await configure({
      TRUSTED_PROXIES: [...addresses, '2001:db8::/32', '::/0'].join(' '),
      RESOLVER: addresses.join(' '),
    });
    expect([configured.code, configured.said]).toEqual([0, expect.not.stringContaining('RESOLVER')]);
    const machine = configured.read('machine.conf');
    expect(machine).toContain(`resolver ${addresses.map((one) => `[${one}]`).join(' ')} valid`);
    for (const one of [...addresses, '2001:db8::/32', '::/0']) expect(machine).toContain(`set_real_ip_from ${one};`);
  });
});

describe.concurrent('the hourly budget', () => {
  it.for([100, 101, 250, 450, 500, 719, 900, 999, 1000])(
    'of %d is never passed in any hour',
    async (budget, { expect }) => {
      using configured = await configure({ QOVERY_REQUESTS_PER_HOUR: String(budget) });
      const text = configured.read('inner.conf');
      const perMinute = Number(/zone=budget:\w+ rate=(\d+)r\/m/.exec(text)?.[1]);
      const burst = Number(/zone=budget burst=(\d+) nodelay/.exec(text)?.[1]);
      // As nginx counts: thousandths of a request a second, rounded down; one, and the burst, at once.
      const worstHour = (Math.floor((perMinute * 1_000) / 60) * 3_600) / 1_000 + burst + 1;
      expect(worstHour).toBeLessThanOrEqual(budget);
      expect(worstHour).toBeGreaterThan(budget - 1);
      expect(burst).toBeGreaterThanOrEqual(budget / 20);
    },
  );
});

/** Returns the processor time that the entrypoint, its programs and nginx's master have used so far. */
function processorMs(pid = 0): number {
  const [user, system, childrenUser, childrenSystem] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(' ')
    .slice(13, 17)
    .map((ticks) => Number(ticks) * 10);
  return (user ?? 0) + (system ?? 0) + (childrenUser ?? 0) + (childrenSystem ?? 0);
}

describe('a start', () => {
  it('takes under 1 s, a stop under 2 s, and the whole under 30 MB', async ({ expect }) => {
    const startsMs: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await using gateway = await startGateway({ QOVERY_API_URL: 'http://127.0.0.1:9' });
      startsMs.push(gateway.startMs);
      const kilobytes = gateway
        .processes()
        .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]));
      expect(kilobytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(30_000);
      expect(processorMs(gateway.processes()[0])).toBeLessThan(1_000);
      expect(await gateway.stop()).toBeLessThan(2_000);
    }
    // By the clock only where nothing else runs.
    if ((loadavg()[0] ?? 0) < availableParallelism()) expect(Math.min(...startsMs)).toBeLessThan(1_000);
  });

  it('stops in under 2 s with requests under way, and for either signal', async ({ expect }) => {
    await using upstream = await startUpstream(() => {});
    for (const signal of ['SIGTERM', 'SIGQUIT', 'SIGINT'] as const) {
      await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
      const waiting = ask(gateway.port, `/api/environment/${idOf(1)}/status`).catch(() => undefined);
      while (upstream.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      upstream.received.length = 0;
      expect(await gateway.stop(signal)).toBeLessThan(2_000);
      await waiting;
    }
  });

  it('warns when anyone who reaches it sees the board', async ({ expect }) => {
    using configured = await configure({ PORT: '8099' });
    expect(configured.said).toBe(
      'envboard: anyone who reaches port 8099 sees the board: set OAUTH2_PROXY_URL or BASIC_AUTH_FILE, or keep it inside a trusted network.\n',
    );
  });

  it('warns of http unless the host is this machine, which a name that begins with 127. is not', async ({ expect }) => {
    const warning = 'QOVERY_API_URL is http: the token crosses the network unencrypted.';
    for (const host of ['127.evil.example', '127.0.0.1.evil.example', '10.0.0.5']) {
      using configured = await configure({ QOVERY_API_URL: `http://${host}`, RESOLVER: '127.0.0.53' });
      expect(configured.said).toContain(warning);
    }
    for (const host of ['127.0.0.1:9', '127.1.2.3', 'localhost:9']) {
      using configured = await configure({ QOVERY_API_URL: `http://${host}`, RESOLVER: '127.0.0.53' });
      expect(configured.code).toBe(0);
      expect(configured.said).not.toContain(warning);
    }
  });

  it('says how to install nginx where there is none', async ({ expect }) => {
    const child = spawn('/bin/sh', [join(DEPLOY, 'nginx/entrypoint.sh')], { env: { PATH: '/nowhere' } });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    const [code] = await once(child, 'close');
    // `/usr/sbin` is searched as well, so where nginx is installed the next check speaks.
    expect([code, said]).toEqual([1, expect.stringMatching(/nginx is not installed: apt-get install|no index\.html/)]);
  });

  it('after a crash works in the same folder, and a second gateway there is refused', async ({ expect }) => {
    using folder = temporaryFolder();
    const settings = { QOVERY_API_URL: 'http://127.0.0.1:9', ENVBOARD_RUN_DIR: join(folder.path, 'run') };
    {
      await using first = await startGateway(settings);
      await expect(startGateway(settings)).rejects.toThrow(/Another gateway runs in .*run/);
      expect((await ask(first.port, '/healthz')).status).toBe(200);
      // The master first: it would start new workers.
      for (const pid of first.processes()) process.kill(pid, 'SIGKILL');
    }
    expect(existsSync(join(folder.path, 'run/state/inner.sock'))).toBe(true);
    await using second = await startGateway(settings);
    expect((await ask(second.port, '/healthz')).status).toBe(200);
  });
});

describe('the image', () => {
  it.runIf(isRoot)('runs as laid out, as a user that may write the run folder alone', async ({ expect }) => {
    using folder = temporaryFolder();
    const project = join(folder.path, 'project');
    mkdirSync(project);
    execFileSync('cp', ['-R', DEPLOY, join(project, 'deploy')]);
    execFileSync('mv', [writePage(project), join(project, 'dist')]);
    execFileSync('sh', [join(DEPLOY, 'image.sh'), 'files', project, join(folder.path, 'root')]);
    const home = join(folder.path, 'root/usr/share/envboard');
    const owner = { uid: 10_001, gid: 10_001 };

    const { stdout } = await run('find', [home, '-writable', '-not', '-type', 'l'], owner);
    expect(stdout).toBe('');
    await using upstream = await startUpstream();
    await using gateway = await startGateway(
      { QOVERY_API_URL: upstream.url, ENVBOARD_PAGE_DIR: join(home, 'page') },
      { entrypoint: join(home, 'nginx/entrypoint.sh'), owner },
    );
    expect((await ask(gateway.port, '/')).status).toBe(200);
    expect((await ask(gateway.port, `/api/environment/${idOf(1)}/status`)).status).toBe(200);
    for (const pid of gateway.processes())
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+10001\b/m);
    expect(gateway.logs()).not.toMatch(/\[(?:warn|error|crit|alert|emerg)\]/);

    const healthy = join(home, 'healthy.sh');
    await run('bash', [healthy], { env: { PORT: String(gateway.port) }, ...owner });
    await gateway.stop();
    await expect(run('bash', [healthy], { env: { PORT: String(gateway.port) } })).rejects.toThrow();
  });

  it.runIf(isRoot)('needs nothing else of the file system to be writable', async ({ expect }) => {
    using folder = temporaryFolder();
    const page = writePage(folder.path);
    const script = `
      set -e
      mount -t tmpfs tmpfs /run
      mkdir -m 0700 /run/envboard && chown 10001:10001 /run/envboard
      mount -o remount,ro,bind / 2>/dev/null || { mount --rbind / /mnt && mount -o remount,ro,bind /mnt && exec chroot /mnt sh -c "$CHECK"; }
      exec sh -c "$CHECK"`;
    const check = `
      ! touch /tmp/writable 2>/dev/null || { echo still writable; exit 1; }
      setpriv --reuid 10001 --regid 10001 --clear-groups sh ${join(DEPLOY, 'nginx/entrypoint.sh')} &
      for _ in $(seq 100); do bash ${join(DEPLOY, 'healthy.sh')} 2>/dev/null && echo healthy && break; sleep 0.05; done
      kill %1 2>/dev/null || kill $!; wait`;
    const { stdout } = await run('unshare', ['--mount', 'sh', '-c', script], {
      env: {
        PATH: `${process.env.PATH}:/usr/sbin`,
        CHECK: check,
        PORT: '19999',
        QOVERY_API_TOKEN: TOKEN,
        ENVBOARD_PAGE_DIR: page,
      },
    });
    expect(stdout).toContain('healthy');
  });
});
