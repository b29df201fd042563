import { defineConfig } from 'vitest/config';

const { CI } = process.env;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: two cores, coverage and executables being built beside.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: CI ? ['default', './.ci/count-reporter.mjs'] : ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Types only, and the entry: it makes the real world, which only a process of its own can have.
      exclude: ['src/domain/**', 'src/cli/main.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 90 },
    },
  },
});
