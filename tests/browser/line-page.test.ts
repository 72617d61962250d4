import { AxeBuilder } from '@axe-core/playwright';
import { noteCall } from '@guichet/casework';
import { day, FixedClock } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { pictures } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const clock = new FixedClock('2026-09-01T15:00:00Z');
const desk = await useDesk({ clock });
await desk.staff('cheffe', ['supervisor'], ['voirie']);
const { home, browser } = await openDesk(desk);

/** Sixty days of calls, more each week, that end in every way. */
async function fill(): Promise<void> {
  const codes = desk.ctx.catalogue.services.slice(0, 4).map(({ definition, questions }) => ({
    service: { code: definition.code, version: definition.version },
    at: questions[0]?.key ?? '',
  }));
  const ends = ['completed', 'completed', 'to-a-person', 'abandoned', 'completed'] as const;
  for (let made = 0; made < 240; made += 1) {
    const { service, at } = codes[made % codes.length] ?? { at: '' };
    const ended = ends[made % ends.length] ?? 'completed';
    await noteCall(desk.ctx, {
      callSid: `CA${made}`,
      seconds: 90,
      language: made % 3 === 0 ? 'en' : 'fr',
      slow: false,
      recordings: 1,
      requests:
        made % 11 === 0
          ? [{ ended: 'no-request', turns: 2, presses: 1 }]
          : [{ ...(service && { service }), ended, turns: 10 + (made % 7), presses: 20 + (made % 9) }],
      misses: [
        { ...(service && { service }), at, kind: made % 2 ? 'keys' : 'silence', count: 1 + (made % 2) },
        { at: 'menu', kind: 'speech', count: 1 },
      ],
    });
    if (made % 4 === 3) clock.advance(day);
  }
}

it('the page of the line is accessible, fits a wide and a narrow screen, and reads without scripts', async () => {
  await fill();
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled });
    const page = await signIn(context, home, 'cheffe', testPassword);
    for (const path of ['/supervisor/line/90', '/supervisor/line/7?lang=en', '/supervisor/line?lang=fr']) {
      await page.goto(home + path);
      await page.locator('details summary').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.plot rect').count()).toBeGreaterThan(5);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} at ${width} px scrolls sideways`).toBe(0);
        // The inspector is a script itself.
        const { violations } = javaScriptEnabled
          ? await new AxeBuilder({ page }).analyze()
          : { violations: [] };
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        const name = path.replaceAll(/\W/g, '-');
        if (pictures && javaScriptEnabled)
          await page.screenshot({ path: `${pictures}/line${name}-${width}.png`, fullPage: true });
      }
    }
    await context.close();
  }
}, 300_000);
