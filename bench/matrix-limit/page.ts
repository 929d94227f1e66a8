/**
 * The limit page of the matrix: the same cells from the same server, hand-written. No framework, no budget, no keyboard in
 * the cells. The order, the comparisons and the texts are the app's own (`domain/`, `messages/`), which use no framework.
 */

import { parse } from 'valibot';
import { serviceStatuses } from '#api/service-schemas.ts';
import { serviceVersions } from '#api/version-schemas.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { NO_ANSWER } from '#domain/versions/version-answer.ts';
import { versionColumns } from '#domain/versions/version-columns.ts';
import { type Column, versionMatrix } from '#domain/versions/version-matrix.ts';
import { tableOf } from './matrix.ts';

type Raw = {
  readonly id: string;
  readonly name: string;
  readonly mode: string;
  readonly services: unknown;
  readonly states: unknown;
};

const KEY = 'matrix-limit';
const PARALLEL = 6;
const main = document.querySelector('#main');
let columns: readonly Column[] = [];

const ask = async (path: string) => (await fetch(`/api${path}`)).json();

async function askAll(): Promise<readonly Raw[]> {
  const { results: organizations } = await ask('/organization');
  const { results } = await ask(`/organization/${organizations[0].id}/environments`);
  const waiting = [...results];
  const done: Raw[] = [];
  const one = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [services, states] = await Promise.all([
        ask(`/environment/${next.id}/services`),
        ask(`/environment/${next.id}/statuses`),
      ]);
      done.push({ id: next.id, name: next.name, mode: next.mode, services, states });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, one));
  return done;
}

function environmentOf({ id, name, mode }: Raw): BoardEnvironment {
  const owner = { projectId: 'matrix', projectName: 'matrix', organizationId: 'bench', organizationName: 'Bench' };
  const status = { id, state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED', configuration: 'UP_TO_DATE' };
  return { id, info: { id, name, mode, ...owner }, status, tone: 'ok', freshness: 'fresh' };
}

function read(all: readonly Raw[]): readonly Column[] {
  const answers = new Map(
    all.map(({ id, services, states }) => [
      id,
      {
        ...NO_ANSWER,
        services: parse(serviceVersions, services).services,
        states: parse(serviceStatuses, states).services,
        observedAt: Date.now(),
      },
    ]),
  );
  const [members = []] = versionColumns(all.map(environmentOf), false).values();
  return members.map((environment) => ({ environment, answer: answers.get(environment.id) ?? NO_ANSWER }));
}

function draw(): void {
  const matrix = versionMatrix(columns, { compareWith: 'left', order: 'differing', commitsOf: () => [] });
  main?.replaceChildren(tableOf(matrix, Date.now()));
}

// Only this page writes this key, so it is read without a check.
const kept = localStorage.getItem(KEY);
addEventListener('keydown', ({ key }) => {
  if (key === '2') draw();
  else if (key === '1') main?.replaceChildren();
});
if (kept === null) {
  const all = await askAll();
  localStorage.setItem(KEY, JSON.stringify(all));
  columns = read(all);
} else {
  columns = read(JSON.parse(kept));
}
draw();
