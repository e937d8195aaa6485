import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'catalogue/**/*.test.ts',
      'network/**/*.test.ts',
      'simulator/**/*.test.ts',
      'server/**/*.test.ts',
      'src/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
