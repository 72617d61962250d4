import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { openGallery } from './open-gallery.ts';

/** Writes a picture of every gallery page at two widths, for people to look at: `tsx tests/browser/shoot-gallery.ts [folder]`. */
const folder = process.argv[2] ?? join(tmpdir(), 'guichet-gallery');
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
for (const width of [1280, 320]) {
  const gallery = await openGallery(browser, 'fr', { width, height: 800 });
  for (const name of gallery.names) {
    await gallery.show(name);
    await gallery.page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await gallery.page.context().close();
}
await browser.close();
console.log(folder);
