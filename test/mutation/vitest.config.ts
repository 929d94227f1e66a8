import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: (process.env.TESTS ?? '').split(','),
    setupFiles: ['test/mutation/setup.ts'],
    testTimeout: 30_000,
  },
});
