import { defineConfig } from 'vitest/config';
import { seedOfRun } from './tests/support/seed/config.ts';

const seed = seedOfRun();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'shared/{kernel,catalogue,jobs,pages}/**/*.test.{ts,tsx}',
            'shared/channels/**/*.test.ts',
            'tests/{boundaries,derivations}/**/*.test.ts',
          ],
          setupFiles: ['tests/support/seed/same-seed.ts'],
          provide: { seed },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: [
            'shared/{platform,casework}/**/*.test.ts',
            'services/**/*.test.{ts,tsx}',
            'workers/**/*.test.ts',
            'infra/**/*.test.ts',
          ],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/seed/same-seed.ts'],
          provide: { seed },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/{journeys,failures,browser,trust}/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
