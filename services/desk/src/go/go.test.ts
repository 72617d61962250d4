import { addPlace, keepView, type Role } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { pageRoutes } from '../../../../tests/browser/desk-pages/page-routes.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';
import { places } from './places.ts';

const desk = await useDesk();
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
await addPlace(desk.ctx, {
  code: 'hotel-de-ville',
  name: { fr: 'Hôtel de ville', en: 'City hall' },
  timeZone: 'America/Toronto',
});
const roles: readonly Role[] = ['agent', 'clerk', 'supervisor', 'privacy-officer'];
for (const role of roles) await desk.staff(role, [role], ['voirie']);

/** Pages to which nobody goes by name: they are led to, or are of nobody who is signed in. */
const ledTo = new Set([
  '/go',
  '/cases',
  '/sign-in',
  '/counter/device',
  '/counter/screen',
  '/supervisor/board/now',
  '/counter/kept',
]);
/** A period of a page that is listed. */
const isPeriod = (path: string) => /\/\d+$/.test(path);

const hrefsIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)" data-place=/g)].map(([, href = '']) => href);

describe('the page of where one may go', () => {
  it('names every page of the desk that stands by itself', () => {
    const alone = pageRoutes(app).filter(
      (path) => !path.includes(':') && !ledTo.has(path) && !isPeriod(path),
    );
    expect(places.map(({ href }) => href).toSorted()).toEqual(alone.toSorted());
  });

  it.each(roles)('lists for %s only what opens for them', async (role) => {
    const visitor = visit(app);
    await visitor.signIn(role, testPassword);
    const hrefs = hrefsIn((await visitor.get('/go')).html);
    expect(hrefs.length).toBeGreaterThan(2);
    for (const href of hrefs) expect([href, (await visitor.get(href)).status]).toEqual([href, 200]);
  });

  it('finds without accents, in both languages, and views of the queue', async () => {
    const visitor = visit(app);
    await visitor.signIn('supervisor', testPassword);
    const found = async (typed: string) =>
      hrefsIn((await visitor.get(`/go?q=${encodeURIComponent(typed)}`)).html);
    expect(await found('modeles')).toEqual(['/supervisor/templates']);
    expect(await found('TEMPLATES')).toEqual(['/supervisor/templates']);
    expect(await found('rien de tel')).toEqual([]);
    const chief = await desk.staff('cheffe', ['supervisor'], ['voirie']);
    await keepView(chief, { name: 'Les urgences', filter: { due: 'late' }, team: 'voirie' });
    expect(await found('urgence')).toEqual(['/?due=late']);
  });

  it('is for staff', async () => {
    expect((await visit(app).get('/go')).path).toBe('/sign-in?next=%2Fgo');
  });
});
