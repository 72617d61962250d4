import { acceptSubmission, addTeam, changeTeam, closeCase, countWork, takeNext } from '@guichet/casework';
import { FixedClock, hour, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { beforeAll, expect, it } from 'vitest';
import { visit } from '../../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { createApp } from '../../app.tsx';
import { numberWords } from './wait-words.ts';

const clock = new FixedClock('2026-11-30T15:00:00Z');
const desk = await useDesk({ clock });
await desk.staff('cheffe', ['supervisor'], ['voirie']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const { adminSql } = desk.database;

beforeAll(async () => {
  for (const [channel, count] of [
    ['web', 14],
    ['mail', 12],
    ['counter', 2],
  ] as const)
    for (let at = 0; at < count; at += 1) {
      const answer = await acceptSubmission(desk.public(channel), {
        service: 'nid-de-poule',
        channel,
        language: 'fr',
        answers: { ...paperAnswers['nid-de-poule'] },
        depositedAt: new Date(clock.now().getTime() - (channel === 'mail' ? 50 * hour : 0)),
        idempotency: { scope: 'test', key: newId() },
      });
      if (answer.kind !== 'accepted') throw new Error(answer.kind);
    }
  clock.advance(hour);
  for (let at = 0; at < 28; at += 1) {
    const { reference } = (await takeNext(agent)) as { reference: string };
    await closeCase(agent, { reference, outcome: 'repaired' });
  }
  while (await countWork(desk.ctx));
});

async function signedIn(name: string) {
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}

it('the gap comes first, in words; the figures of each plot stand beside it as a table, and go away as they stand', async () => {
  const chief = await signedIn('cheffe');
  const { html, status } = await chief.get('/supervisor/board?period=7');
  expect(status).toBe(200);
  const order = ['gap', 'now', 'forecast', 'series', 'export'].map((id) => html.indexOf(`<h2 id="${id}">`));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
  const text = html.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(text).toContain('Par la poste, on attend 2,1 jours de plus que par Internet avant');
  expect(text).toContain('Prise en charge : moins de 10 dossiers au comptoir, trop peu pour comparer.');
  expect(text).toContain('Il faut au moins 4 semaines de comptes pour prévoir');
  expect(html).not.toMatch(/undefined|\[object Object\]|NaN| style="/);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const plots = [
    ...html.matchAll(/<svg class="bars" role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/g),
  ];
  expect(plots.length).toBeGreaterThan(10);
  for (const [, title, told] of plots) {
    expect(html).toContain(`<title id="${title}">`);
    expect(html).toContain(`<desc id="${told}">`);
  }

  const csv = await chief.get('/supervisor/board/tables/arrived.csv?period=7');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = csv.html.trim().split('\r\n');
  expect(lines[0]).toBe('Jour;Internet;Poste;Comptoir;Ensemble');
  expect(lines.at(-1)).toBe('2026-11-30;14;12;2;28');
  const shown = html.slice(html.indexOf('of-arrived'));
  const row = /<tr[^>]*><th[^>]*>30 novembre 2026<\/th>(.*?)<\/tr>/s.exec(shown)?.[1] ?? '';
  expect([...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell)).toEqual(['14', '12', '2', '28']);
  const [event] = await adminSql`select data from event where kind = 'board.exported'`;
  expect(event).toMatchObject({ data: { table: 'arrived', from: '2026-11-24', service: null } });
});

it('every table goes away in both languages, and no cell is a formula', async () => {
  const chief = await signedIn('cheffe');
  await addTeam(desk.ctx, 'voirie', { fr: 'x', en: 'x' });
  const name = { fr: '=1+1', en: '@SUM(A1)' };
  await changeTeam(desk.ctx, { code: 'voirie', name, capacity: 25, untouchedDays: 1 });
  for (const table of [
    'gap',
    'arrived',
    'closed',
    'open',
    'takeWait',
    'closeWait',
    'kept',
    'forecast',
    'rows',
  ])
    for (const lang of ['fr', 'en']) {
      const { html, status } = await chief.get(
        `/supervisor/board/tables/${table}.csv?period=7&by=team&lang=${lang}`,
      );
      expect(status, table).toBe(200);
      expect(html, table).toMatch(lang === 'fr' ? /^[^,]+;/ : /^[^;]+,/);
      for (const cell of html.split(/[;,\r\n"]+/)) expect(cell).not.toMatch(/^[=+@\t]/);
    }
  const rows = await chief.get('/supervisor/board/tables/rows.csv?period=7&lang=fr');
  expect(rows.html).toContain(";'=1+1;");
  // No number a spreadsheet would read: neither waits as one, nor thousands apart.
  expect(rows.html).toMatch(/;Internet;0;14;14;\d+;\d+;60(\|60){13};60(\|60){13}\r/);
  expect(rows.html).toMatch(/;Comptoir;0;2;2;\d+;\d+;;\r/);
  expect(numberWords(12_345.6, 'fr', false)).toBe('12345,6');
  expect((await chief.get('/supervisor/board/tables/cases.csv')).status).toBe(404);
});

it('a page of its own draws what happens now; days that are none are kept with what is wrong', async () => {
  const chief = await signedIn('cheffe');
  const now = await chief.get('/supervisor/board/now?channel=web&lang=fr');
  expect(now.html).toContain('data-source="/supervisor/board/now?period=28&amp;channel=web&amp;by=channel"');
  expect(now.html).toContain('Personne n’attend');
  const wrong = await chief.get('/supervisor/board?from=2026-11-31&to=2026-11-30&by=service');
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="2026-11-31"');
  expect(wrong.html).toContain('href="#from"');
  const second = await chief.get('/supervisor/board?from=2026-11-20&to=2026-11-31');
  expect([second.status, second.html.includes('href="#to"')]).toEqual([422, true]);
  const named = await chief.get('/supervisor/board?from=2026-11-20&to=2026-11-30&lang=fr');
  expect(named.html).toContain('<option value="">Dates choisies</option>');
  const day = await chief.get('/supervisor/board?period=1&by=service&lang=en');
  expect(day.html).toContain('Hour by hour');
  const visitor = await signedIn('agente');
  for (const path of ['/supervisor/board', '/supervisor/board/now', '/supervisor/board/tables/gap.csv'])
    expect((await visitor.get(path)).status, path).toBe(403);
});

it('a wait of fewer than five cases is said to be of few in the plot, the table and the file, never as a figure', async () => {
  const chief = await signedIn('cheffe');
  const shown = await chief.get('/supervisor/board?period=1&lang=fr');
  const text = shown.html.replaceAll(/[\u00a0\u202f]/g, ' ');
  // Two were taken at the counter, fourteen by Internet.
  expect(text).toMatch(
    /<title id="takeWait-counter-title">Comptoir<\/title><desc[^>]*>[^<]* : moins de 5<\/desc><\/svg>/,
  );
  expect(text).toMatch(
    /<title id="takeWait-web-title">Internet<\/title><desc[^>]*>[^<]* : de 1 heure|60 minutes/,
  );
  expect(text).toContain('Pas d’attente ni de barre là où il y a moins de 5 dossiers');
  const cells = (from: string, head: string) => {
    const part = text.slice(text.indexOf(from));
    const row = new RegExp(`<tr[^>]*><th[^>]*>${head}</th>(.*?)</tr>`, 's').exec(part)?.[1] ?? '';
    return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
  };
  expect(cells('of-takeWait', '11 h')[2]).toBe('moins de 5');
  expect(cells('id="gap"', 'Comptoir').slice(0, 3)).toEqual(['2', 'moins de 5', 'moins de 5']);
  const hours = await chief.get('/supervisor/board/tables/takeWait.csv?period=1&lang=fr');
  expect(hours.html).toMatch(/^11;60;3060;moins de 5;\d+\r$/m);
  const gap = await chief.get('/supervisor/board/tables/gap.csv?period=1&lang=en');
  expect(gap.html).toMatch(/^Counter,2,fewer than 5,fewer than 5,0,,2,fewer than 5,fewer than 5,/m);
});

it('the other language shows the same filters, and what waits is said to be as of now', async () => {
  const chief = await signedIn('cheffe');
  const { html } = await chief.get('/supervisor/board?from=2026-11-20&to=2026-11-29&channel=web&lang=fr');
  expect(html).toContain(
    'href="/supervisor/board?from=2026-11-20&amp;to=2026-11-29&amp;channel=web&amp;lang=en"',
  );
  expect(html).toContain('compté en ce moment, et non à la fin de la période');
});
