import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { testConfig } from './config.ts';

const installed = '/usr/bin/chromium';

/**
 * Opens a real Chromium: the one at `CHROMIUM_PATH`, else the machine's, else the one that came by `npm ci`.
 *
 * Errors: throws when there is none; a test that needs a browser is never skipped in silence.
 */
export async function openBrowser(): Promise<Browser> {
  const { chromiumPath: chosen } = testConfig();
  const executablePath = chosen ?? (existsSync(installed) ? installed : await bundled.executablePath());
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'],
  });
}
