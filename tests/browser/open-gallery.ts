import type { Language } from '@guichet/kernel';
import { assets } from '@guichet/pages';
import type { Browser, Page } from 'playwright-core';
import { galleryPages } from './gallery/gallery-pages.tsx';

const origin = 'http://gallery.invalid';

/** The security policy that doors send: nothing inline may run or style. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

/** Serves the gallery to one page of a browser, without a server, under the policy that doors send. */
export async function openGallery(
  browser: Browser,
  language: Language,
  viewport: { width: number; height: number },
): Promise<{ page: Page; names: string[]; show: (name: string) => Promise<void> }> {
  const pages = galleryPages(language);
  // Nothing moves, so that what is checked is what is there.
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const asset = assets.find(({ path }) => path === pathname);
    if (asset) return await route.fulfill({ body: asset.body, contentType: asset.contentType });
    const drawn = pages.find(({ name }) => `/${name}` === pathname);
    if (!drawn) return await route.fulfill({ status: 404, body: '' });
    await route.fulfill({
      body: drawn.html,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
    });
  });
  return {
    page,
    names: pages.map(({ name }) => name),
    show: async (name) => {
      await page.goto(`${origin}/${name}`);
    },
  };
}
