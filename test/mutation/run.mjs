/**
 * `npm run mutation` mutates the domain and the polling code, one module at a time with its tests. It prints how many
 * mutants were killed and which survived. Arguments select modules, or some of their lines: `npm run mutation --
 * domain/polling/request-budget data/polling/poll-scheduler:1-150`. It takes hours: run it with `nice`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const POLLING = [
  'polling/poll-scheduler',
  'polling/tab-sync',
  'polling/request-queue',
  'polling/request-ledger',
  'polling/follower-sources',
  'history/spare-budget',
  'readings/reading-store',
  'tabs/tab-coordinator',
].map((name) => `data/${name}`);
const REPORTS = '.cache/mutation';

const named = process.argv.slice(2);
const filesIn = (folder) => readdirSync(folder, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
const modulesOf = (layer) => filesIn(`src/${layer}`).map((file) => `${layer}/${file.replace(/\.tsx?$/, '')}`);
const modules = named.length > 0 ? named : [...POLLING, ...modulesOf('domain')];
/** Tests that simulate hours: too slow to run for each mutant. */
const SLOW = /budget-hours|multi-token-connection/;
/** A test that changes the time zone of its process. Stryker runs tests in threads. */
const ALONE = /daylight-saving/;
/** Tests in `data/polling` of a module, in addition to the test of the same name. */
const MORE = {
  'data/polling/poll-scheduler': ['polling-rules', 'synced-scheduler', 'throttled-timers'],
  'data/polling/request-queue': ['other-requests', 'rank-admission', 'status-queries'],
  'data/polling/tab-sync': ['synced-scheduler', 'answers-in-tabs'],
};
const withText = (path) => ({ path, text: readFileSync(path, 'utf8') });
const tests = ['domain', 'data']
  .flatMap((layer) => filesIn(`test/unit/${layer}`).map((file) => `test/unit/${layer}/${file}`))
  .filter((path) => !SLOW.test(path) && !ALONE.test(path))
  .map(withText);
const users = ['domain', 'data']
  .flatMap(modulesOf)
  .filter((module) => existsSync(`src/${module}.ts`))
  .map((module) => ({ module, ...withText(`src/${module}.ts`) }));

/**
 * Returns the tests of a module; without any, the tests that import it; then the tests of the modules that import it.
 */
function testsOf(module, depth = 0) {
  const folder = module.slice(0, module.lastIndexOf('/'));
  const name = module.slice(folder.length + 1);
  const own = `test/unit/${module}.test.ts`;
  if (depth === 0 && existsSync(own))
    return [own, ...(MORE[module] ?? []).map((one) => `test/unit/data/polling/${one}.test.ts`)];
  const importing = tests.filter(({ text }) => text.includes(`#${module}.ts'`)).map(({ path }) => path);
  if (importing.length > 0 || depth > 1) return importing;
  const isBeside = (user) => user.module.slice(0, user.module.lastIndexOf('/')) === folder;
  const names = (user) => user.text.includes(`${isBeside(user) ? './' : `#${folder}/`}${name}.ts'`);
  return [...new Set(users.filter(names).flatMap((user) => testsOf(user.module, depth + 1)))];
}

function mutate(part) {
  const [module, lines] = part.split(':');
  const report = join(REPORTS, `${part.replace(/\W/g, '-')}.json`);
  const covering = testsOf(module);
  if (covering.length === 0) return [];
  rmSync(report, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.mjs'],
    {
      env: {
        ...process.env,
        MUTATE: `src/${module}.ts${lines ? `:${lines}` : ''}`,
        TESTS: covering.join(','),
        REPORT: report,
      },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${module}: ${stdout}${stderr}`);
  // A module of types has no mutants, and Stryker writes no report for it.
  if (!existsSync(report)) return [];
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, path, line: source.split('\n')[mutant.location.start.line - 1]?.trim() })),
  );
}

/**
 * True when a mutant prevents a test file from loading: that counts as killed, but Stryker reports that no test failed.
 */
const isUnread = ({ status, testsCompleted }) => status === 'Survived' && testsCompleted === 0;
const isKilled = (mutant) => mutant.status === 'Killed' || mutant.status === 'Timeout' || isUnread(mutant);
const isCounted = ({ status }) => status !== 'Ignored' && status !== 'CompileError' && status !== 'RuntimeError';
const print = (text) => process.stdout.write(`${text}\n`);
const shareOf = (mutants) => ((mutants.filter(isKilled).length / mutants.length) * 100).toFixed(1);

mkdirSync(REPORTS, { recursive: true });
const all = [];
for (const module of modules) {
  const mutants = mutate(module).filter(isCounted);
  if (mutants.length === 0) continue;
  all.push(...mutants);
  print(`${module}: ${mutants.filter(isKilled).length} of ${mutants.length} killed, ${shareOf(mutants)} %`);
  for (const { path, location, line, replacement, status } of mutants.filter((one) => !isKilled(one))) {
    print(`  ${status} ${path}:${location.start.line}:${location.start.column}  ${line}  ->  ${replacement ?? ''}`);
  }
}
if (all.length > 0) print(`all: ${all.filter(isKilled).length} of ${all.length} killed, ${shareOf(all)} %`);
