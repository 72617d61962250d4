import { createLogger } from '@guichet/platform';
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { createApp, type DeskDeps } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import type { TestDesk } from '../support/test-desk.ts';

/** Opens the staff's door of a test desk and a browser before it; both are closed when the file ends. */
export async function openDesk(
  desk: TestDesk,
  more: Pick<DeskDeps, 'sampleShare'> = {},
): Promise<{ home: string; browser: Browser }> {
  const log = createLogger('test', { level: 'silent' });
  const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false, ...more });
  const [server, browser] = await Promise.all([listen(app, 0), openBrowser()]);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return { home: `http://localhost:${server.port}`, browser };
}
