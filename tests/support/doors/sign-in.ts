import type { BrowserContext, Page } from 'playwright-core';

/** Signs a member of the demo's staff in at the desk. */
export async function signIn(
  context: BrowserContext,
  deskUrl: string,
  name: string,
  password: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${deskUrl}/sign-in`);
  await page.fill('[name="signIn"]', name);
  await page.fill('[name="password"]', password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in') && url.pathname !== '/session');
  return page;
}
