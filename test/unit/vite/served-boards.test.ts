import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { boardsFileProblems } from '#vite/served-boards.ts';

const PIN = 'AAAAAAAAAAAAAAAAAAAAAA';

it.each([
  [`pins=${PIN}`, 0, true],
  [`pins=${PIN}.short`, 1, true],
  ['pins=short', 1, false],
])('reports the file with the address %s: %d problems, usable %s', (address, count, isUsable) => {
  const folder = mkdtempSync(join(tmpdir(), 'envboard-boards-'));
  try {
    const file = join(folder, 'boards.json');
    writeFileSync(file, JSON.stringify({ envboard: 1, boards: [{ name: 'A', address }] }));
    const report = boardsFileProblems(file);
    expect([report.problems.length, report.isUsable]).toEqual([count, isUsable]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
