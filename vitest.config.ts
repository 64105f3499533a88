import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'satuan',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}', 'test/aman/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'nyala',
          include: ['test/start/*.test.ts'],
          globalSetup: ['test/start/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'tahan',
          include: ['test/tahan/*.test.ts'],
          globalSetup: ['test/start/build.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'perjalanan',
          include: ['test/journeys/*.test.ts'],
          globalSetup: ['test/journeys/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
