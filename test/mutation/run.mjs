/**
 * `npm run mutation` mutates the domain and the polling code, a module at a time with its tests, and
 * prints how many mutants were killed and which survived. With names it does those modules alone, or some of their
 * lines: `npm run mutation -- domain/polling/request-budget data/polling/poll-scheduler:1-150`. Takes hours: `nice` is advised.
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
/** They simulate hours: too slow to be run for each mutant. */
const SLOW = /budget-hours|multi-token-connection/;
/** Changes the zone of its process, and Stryker's tests run in threads. */
const ALONE = /daylight-saving/;
/** The tests of a module beside those that are named like it. */
const MORE = { 'data/polling/poll-scheduler': ['test/unit/data/polling/polling-rules.test.ts'] };
const withText = (path) => ({ path, text: readFileSync(path, 'utf8') });
const tests = ['domain', 'data']
  .flatMap((layer) => filesIn(`test/unit/${layer}`).map((file) => `test/unit/${layer}/${file}`))
  .filter((path) => !SLOW.test(path) && !ALONE.test(path))
  .map(withText);
const users = ['domain', 'data']
  .flatMap(modulesOf)
  .filter((module) => existsSync(`src/${module}.ts`))
  .map((module) => ({ module, ...withText(`src/${module}.ts`) }));

/** The tests of a module; where it has none, those that import it, and at last those of the modules that import it. */
function testsOf(module, depth = 0) {
  const folder = module.slice(0, module.lastIndexOf('/'));
  const name = module.slice(folder.length + 1);
  const own = `test/unit/${module}.test.ts`;
  if (depth === 0 && existsSync(own)) return [own, ...(MORE[module] ?? [])];
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
  // A module of types has nothing to break, and gets no report.
  if (!existsSync(report)) return [];
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, path, line: source.split('\n')[mutant.location.start.line - 1]?.trim() })),
  );
}

/** A file of tests that a mutant keeps from being read fails as well: Stryker only sees that no test failed. */
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
