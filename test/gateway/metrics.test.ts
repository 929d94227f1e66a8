import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, startGateway } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { freePort } from './support/ports.ts';
import { json, startUpstream } from './support/upstream.ts';

const status = (number: number): string => `/api/environment/${idOf(number)}/status`;
const LATE = { timeout: 20_000, interval: 200 };
const LINE =
  /^(?:# (?:HELP envboard_\w+ .+|TYPE envboard_\w+ (?:gauge|counter))|envboard_\w+(?:\{\w+="[\w-]+"\})? [\d.]+)$/;

describe.concurrent('the metrics', () => {
  it('say what was requested, answered and failed, on a port of their own', async ({ expect }) => {
    await using upstream = await startUpstream((request, response) =>
      json({}, request.url?.includes(idOf(9)) ? 500 : 200)(request, response),
    );
    const port = await freePort();
    await using gateway = await startGateway({
      QOVERY_API_URL: upstream.url,
      METRICS_PORT: String(port),
      ENVBOARD_WATCH_SECONDS: '1',
    });
    for (const number of [1, 2, 1, 9]) await ask(gateway.port, status(number), { from: `127.0.0.${number}` });
    const read = async () => (await ask(port, '/metrics')).body.trim().split('\n');
    await expect
      .poll(read, LATE)
      .toEqual(
        expect.arrayContaining([
          'envboard_upstream_requests_hour 3',
          'envboard_upstream_budget_hour 900',
          'envboard_upstream_remaining_hour 897',
          'envboard_upstream_failures_total{kind="server-error"} 1',
          'envboard_answers_total{cache="MISS"} 3',
          'envboard_answers_total{cache="HIT"} 1',
          'envboard_status_lifetime_seconds 9',
          'envboard_watched_paths 2',
          'envboard_viewers 3',
        ]),
      );
    const lines = await read();
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
    expect((await ask(port, '/metrics')).headers['content-type']).toContain('text/plain; version=0.0.4');
    expect((await ask(port, '/nginx')).body).toContain('Active connections');
    expect((await ask(gateway.port, '/metrics')).status).toBe(404);
    for (const path of ['/', '/token.conf', '/metrics/../token.conf'])
      expect([path, (await ask(port, path)).status]).toEqual([path, 404]);
  });

  it('are those that the dashboard draws', async ({ expect }) => {
    const dashboard = JSON.parse(readFileSync(join(import.meta.dirname, '../../deploy/grafana.json'), 'utf8'));
    const drawn = [...JSON.stringify(dashboard.panels).matchAll(/envboard_\w+/g)].map(([name]) => name);
    const program = readFileSync(join(import.meta.dirname, '../../deploy/nginx/watch.awk'), 'utf8');
    const known = [...program.matchAll(/metric\("(\w+)"/g)].map(([, name]) => `envboard_${name}`);
    expect(known.length).toBeGreaterThan(5);
    expect(drawn.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.for(['0', '8080', 'x'])('are refused on port %s', async (port, { expect }) => {
    using configured = await configure({ METRICS_PORT: port, PORT: '8080' });
    expect([configured.code, configured.said]).toEqual([1, expect.stringContaining('METRICS_PORT is not')]);
  });
});

describe.concurrent('the log', () => {
  it('holds one in a hundred of the answers that the cache gave, and all others', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    for (let count = 0; count < 300; count += 1) await ask(gateway.port, status(1));
    await ask(gateway.port, '/api/nope');
    await expect.poll(gateway.logs, LATE).toContain('/api/nope 404');
    const lines = gateway.logs().split('\n');
    expect(lines.filter((line) => line.includes('cache=MISS'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('cache=HIT')).length).toBeLessThan(30);
  });
});
