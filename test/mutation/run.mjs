/**
 * `npm run mutation` mutates the domain and the polling code, a module at a time with the tests that import it, and
 * prints how many mutants were killed and which survived. With names it does those modules alone:
 * `npm run mutation -- domain/budget data/ledger`. Takes an hour or more: `nice` is advised.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const POLLING = ['poller', 'ledger', 'spare-requests', 'reading-book', 'lone-tab'].map((name) => `data/${name}`);
const REPORTS = '.cache/mutation';

const named = process.argv.slice(2);
const domain = readdirSync('src/domain').map((file) => `domain/${file.replace(/\.ts$/, '')}`);
const modules = named.length > 0 ? named : [...POLLING, ...domain];
/** Simulates hours: too slow to be run for each mutant. */
const SLOW = /budget-hours/;
const tests = ['domain', 'data']
  .flatMap((layer) => readdirSync(`test/unit/${layer}`).map((file) => `test/unit/${layer}/${file}`))
  .filter((path) => !SLOW.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The tests that import a module; where none does, those of the modules that import it. */
function testsOf(module, depth = 0) {
  const name = module.split('/')[1];
  const own = tests.filter(({ text }) => text.includes(`#${module}.ts'`)).map(({ path }) => path);
  if (own.length > 0 || depth > 1) return own;
  const users = domain.filter((other) => readFileSync(`src/${other}.ts`, 'utf8').includes(`'./${name}.ts'`));
  return [...new Set(users.flatMap((user) => testsOf(user, depth + 1)))];
}

function mutate(module) {
  const report = join(REPORTS, `${module.replace('/', '-')}.json`);
  const covering = testsOf(module);
  if (covering.length === 0) return [];
  rmSync(report, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.mjs'],
    {
      env: { ...process.env, MUTATE: `src/${module}.ts`, TESTS: covering.join(','), REPORT: report },
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

const isKilled = ({ status }) => status === 'Killed' || status === 'Timeout';
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
print(`all: ${all.filter(isKilled).length} of ${all.length} killed, ${shareOf(all)} %`);
