import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: 'test/temporary-folder.ts',
    exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**', '**/samples/**'],
    // Generous: many tests start Python, and CI machines are slow. No test asserts a time.
    testTimeout: 180_000,
    hookTimeout: 600_000,
  },
});
