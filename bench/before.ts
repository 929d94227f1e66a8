import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The commit before the redesign: the bench shows what has become faster or slower since. */
const COMMIT = '384615a';

const run = (command: string, words: readonly string[], cwd = '.'): void =>
  void execFileSync(command, words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

const hasCommit = (): boolean => {
  try {
    execFileSync('git', ['cat-file', '-e', `${COMMIT}^{commit}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Builds the app of the earlier commit, with the packages of its own lock file, once. Returns the folder of its files;
 * undefined where git does not have the commit, as in a shallow clone.
 */
export function buildBefore(): string | undefined {
  const folder = resolve('bench/results', `before-${COMMIT}`);
  const built = join(folder, 'dist');
  if (existsSync(built)) return built;
  if (!hasCommit()) return undefined;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const archive = join(unfinished, 'source.tar');
  run('git', ['archive', '--output', archive, COMMIT]);
  run('tar', ['-xf', 'source.tar'], unfinished);
  // The bench sets NODE_ENV to production, and npm then skips development dependencies.
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], unfinished);
  run('npx', ['vite', 'build', '--logLevel', 'warn'], unfinished);
  renameSync(unfinished, folder);
  return built;
}
