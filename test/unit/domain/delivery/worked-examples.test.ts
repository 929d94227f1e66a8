import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeDeployments } from '#domain/delivery/judge-deployments.ts';
import { type Measures, measureDelivery } from '#domain/delivery/measure-delivery.ts';
import type { DeployedService, Deployment } from '#domain/environment/deployment.ts';
import { groupBy } from '#domain/group-by.ts';

const timeOf = (text: string): number => Date.parse(`${text.replace(/^(\d+ \w+) /, '$1 2026 ')} UTC`);
const minutes = (ms: number | undefined) => (ms === undefined ? undefined : ms / 60_000);

/** `web a1 (1 Nov 09:00), api 1.0.0`. */
const servicesOf = (text: string): readonly DeployedService[] =>
  text.split(', ').map((one) => {
    const [, name = '', version = '', at] = /^(\w+) ([\w.]+)(?: \((.+)\))?$/.exec(one) ?? [];
    const kind = /^[a-z]\d$/.test(version) ? 'commit' : 'tag';
    return { id: name, name, version, kind, committedAt: at === undefined ? undefined : timeOf(at) };
  });

const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const valuesOf = ({
  deployments,
  succeeded,
  failed,
  apart,
  perDay,
  failureRate,
  recovery,
  lead,
  duration,
}: Measures) => ({
  deployments,
  succeeded,
  failed,
  ...apart,
  perDay,
  failureRate,
  recovered: recovery.recovered,
  stillFailing: recovery.stillFailing,
  recoveryMinutes: minutes(recovery.medianMs),
  leadKnown: lead.measured,
  leadMinutes: minutes(lead.medianMs),
  durationMinutes: minutes((duration.medianSeconds ?? Number.NaN) * 1_000),
  p90Minutes: minutes((duration.p90Seconds ?? Number.NaN) * 1_000),
});

const examples = readFileSync('docs/delivery.md', 'utf8')
  .split('### Example: ')
  .slice(1)
  .map((part) => {
    const [name = ''] = part.split('\n');
    const [deployments = '', measures = ''] = part.split('| measure |');
    return { name, rows: rowsOf(deployments), expected: rowsOf(`| measure |${measures.split('\n## ')[0]}`) };
  });

const period = { from: timeOf('1 Nov 00:00'), to: timeOf('11 Nov 00:00') };

describe('docs/delivery.md', () => {
  it('has an example of each measure', () => {
    expect(examples.map(({ name }) => name)).toEqual([
      'frequency',
      'failure rate',
      'recovery',
      'lead time',
      'duration',
    ]);
  });

  it.each(examples)('is right in the example of the $name', ({ rows, expected }) => {
    expect(rows.length).toBeGreaterThan(4);
    expect(expected.length).toBeGreaterThan(2);
    const deployments = rows.map(
      ([environment = '', start = '', length = '', action = '', state = '', versions = ''], at) => ({
        environment,
        deployment: {
          id: `d${at}`,
          startedAt: timeOf(start),
          durationSeconds: Number(length) * 60,
          state,
          action,
          origin: 'GIT',
          triggeredBy: undefined,
          services: servicesOf(versions),
        } satisfies Deployment,
      }),
    );
    const environments = [...groupBy(deployments, ({ environment }) => environment)].map(([environmentId, list]) => ({
      environmentId,
      isProduction: environmentId === 'production',
      knownFrom: 0,
      deployments: judgeDeployments(
        environmentId,
        list.map(({ deployment }) => deployment),
      ),
    }));
    const values: Readonly<Record<string, number | undefined>> = valuesOf(measureDelivery(environments, period));
    for (const [measure = '', value] of expected) {
      expect([measure, values[measure]]).toEqual([measure, expect.closeTo(Number(value), 9)]);
    }
  });
});
