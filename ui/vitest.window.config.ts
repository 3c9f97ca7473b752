import { defineConfig } from 'vitest/config';

/** Tests in a real browser window (Debian's chromium, or the one named by CHROMIUM). */
export default defineConfig({
  test: {
    include: ['tests/window/**/*.test.ts'],
    globalSetup: ['tests/window/setup.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
