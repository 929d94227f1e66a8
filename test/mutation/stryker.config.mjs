const { MUTATE = '', REPORT = '' } = process.env;

export default {
  mutate: MUTATE.split(','),
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 10_000,
  reporters: ['json'],
  jsonReporter: { fileName: REPORT },
  tempDirName: '.cache/stryker',
  ignorePatterns: [
    '.cache',
    'dist',
    'docs',
    'deploy',
    'bench',
    'test/browser',
    'test/gateway',
    'test/mutation/node_modules',
  ],
  // TypeScript 7 has no JavaScript API, which Stryker would use if this file existed.
  tsconfigFile: 'none.json',
  allowEmpty: true,
};
