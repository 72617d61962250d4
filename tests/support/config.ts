import { readConfig } from '@guichet/platform';
import { z } from 'zod';

const schema = z.object({
  CI: z.string().optional(),
  GUICHET_KEEP_DATABASES: z.string().optional(),
  CHROMIUM_PATH: z.string().optional(),
});

/** Gives the settings of a test run: in CI nothing may be replaced in silence; a failed test's database can be kept; a browser can be chosen. */
export function testConfig() {
  const config = readConfig(schema, process.env);
  return {
    isCi: config.CI !== undefined,
    keepsDatabases: config.GUICHET_KEEP_DATABASES !== undefined,
    chromiumPath: config.CHROMIUM_PATH,
  };
}
