import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, startGateway, TOKEN, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { json, startUpstream } from './support/upstream.ts';

const status = (number: number): string => `/api/environment/${idOf(number)}/status`;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe.concurrent('the token', () => {
  it('lies in one file that only its owner reads, and nowhere else', async ({ expect }) => {
    await using upstream = await startUpstream((request, response) =>
      json({}, Number(request.url?.slice(-10, -7)))(request, response),
    );
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const replies: unknown[] = [];
    for (const code of [200, 302, 401, 403, 404, 429, 500]) {
      const path = `/api/environment/3c90c3cc-0d44-4b50-8888-000000000${code}/status`;
      replies.push(await ask(gateway.port, path), await ask(gateway.port, path));
    }
    replies.push(await ask(gateway.port, '/config.json'), await ask(gateway.port, '/'));
    expect(upstream.received.every(({ headers }) => headers.authorization === `Token ${TOKEN}`)).toBe(true);
    expect(JSON.stringify(replies)).not.toContain(TOKEN);

    const holding = filesIn(gateway.state).filter((file) => readFileSync(file, 'latin1').includes(TOKEN));
    expect(holding).toEqual([join(gateway.state, 'token.conf')]);
    expect(statSync(join(gateway.state, 'token.conf')).mode & 0o777).toBe(0o600);
    expect(filesIn(join(gateway.state, 'cache')).length).toBeGreaterThan(0);

    const processes = gateway.processes();
    expect(processes.length).toBeGreaterThanOrEqual(4);
    for (const pid of processes) {
      expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).not.toContain(TOKEN);
      expect(readFileSync(`/proc/${pid}/cmdline`, 'latin1')).not.toContain(TOKEN);
    }
    await gateway.stop();
    expect(gateway.logs()).not.toContain(TOKEN);
  });

  it.for([
    ['qov_abc', 'Token qov_abc'],
    ['  Token qov_abc\n', 'Token qov_abc'],
    ['Bearer abc', 'Bearer abc'],
    ['eyJhbGciOi.eyJzdWIi.c2ln', 'Bearer eyJhbGciOi.eyJzdWIi.c2ln'],
    ['sk-qov-abc', 'Token sk-qov-abc'],
  ] as const)('given as %j is sent as %j', async ([given, sent], { expect }) => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'token');
    writeFileSync(file, given, { mode: 0o600 });
    for (const settings of [{ QOVERY_API_TOKEN: given }, { QOVERY_API_TOKEN: '', QOVERY_API_TOKEN_FILE: file }]) {
      using configured = await configure(settings);
      expect(configured.read('token.conf')).toBe(`default "${sent}";\n`);
      // The arguments and environment of nginx.
      expect(configured.read('environment')).not.toMatch(/QOVERY|TOKEN/);
    }
  });
});

describe.concurrent('a log', () => {
  it('holds paths, and neither queries nor what identifies a reader', async ({ expect }) => {
    await using upstream = await startUpstream(json({}, 500));
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const headers = {
      Referer: 'https://board.example/?secret-board',
      Cookie: 'secret-cookie',
      Authorization: 'secret-key',
    };
    const paths = ['/', status(1), `${status(2)}/..`, '/nope', '/assets/nope.js', `${status(3)};x`, '/config.json'];
    for (const path of paths) await ask(gateway.port, `${path}?pins=secret-board`, { headers });
    await ask(gateway.port, `/?pins=secret-board`, { method: 'POST', headers });
    upstream.answerWith((_, response) => response.destroy());
    await ask(gateway.port, `${status(4)}?pins=secret-board`, { headers });
    await sleep(50);
    await gateway.stop();
    expect(gateway.logs()).toContain(`GET ${status(1)} 500`);
    expect(gateway.logs()).toContain('upstream prematurely closed connection');
    expect(gateway.logs()).not.toMatch(/secret/);
  });
});
