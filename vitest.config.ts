import { defineConfig } from 'vitest/config';

/**
 * One project per kind of test, so that each can be run, counted and limited on its own. Timeouts only
 * end a test that hangs; they are generous because a busy machine must not fail a right product.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      project('unit', {
        include: ['tests/{shared,client,lint,support}/**/*.test.{ts,tsx}'],
        testTimeout: 60_000,
      }),
      project('contract', { include: ['tests/contract/**/*.test.ts'], testTimeout: 120_000 }),
      project('fuzz', { include: ['tests/fuzz/**/*.test.ts'], testTimeout: 600_000 }),
      project('server', { include: ['tests/server/**/*.test.ts'], testTimeout: 180_000 }),
      project('e2e', {
        include: ['tests/e2e/**/*.test.ts'],
        testTimeout: 240_000,
        globalSetup: 'tests/e2e/support/globalSetup.ts',
      }),
    ],
  },
});

type Options = { include: string[]; testTimeout: number; fileParallelism?: boolean; globalSetup?: string };

function project(name: string, options: Options) {
  return {
    extends: true as const,
    test: { name, environment: 'node', hookTimeout: options.testTimeout, ...options },
  };
}
