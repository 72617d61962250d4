import { openedCases } from '../support/opened-cases.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { expect, it } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
await desk.staff('agente', ['agent'], ['voirie']);
const { home, browser } = await openDesk(desk);
const cases = 50;

it('50 cases are decided without a mouse, each in at most 3 keys, and each brings the next', async () => {
  const references = await openedCases(desk, cases);
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'agente', testPassword);
  const keys = keyboardOf(page);
  await Promise.all([page.waitForURL('**/cases/*'), keys.press('n')]);
  const perCase: number[] = [];
  for (let at = 0; at < cases; at += 1) {
    const before = keys.presses;
    const here = page.url();
    await keys.press('e');
    // The first decision, or the second.
    await keys.press(at % 2 === 0 ? 'Space' : 'ArrowDown');
    await Promise.all([page.waitForURL((url) => url.href !== here), keys.press('e')]);
    perCase.push(keys.presses - before);
  }
  expect(new URL(page.url()).search).toBe('?told=empty');
  expect(Math.max(...perCase)).toBeLessThanOrEqual(3);
  const closed = await desk.database.adminSql<{ outcome: string; many: number }[]>`
    select outcome, count(*)::int as many from case_closure group by outcome order by outcome`;
  expect(references).toHaveLength(cases);
  expect(closed).toEqual([
    { outcome: 'planned', many: cases / 2 },
    { outcome: 'repaired', many: cases / 2 },
  ]);
}, 300_000);
