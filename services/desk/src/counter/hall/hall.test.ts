import { addCounter, addPlace, sitAtCounter } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { type DeskVisitor, visit } from '../../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { counterScreen } from '@guichet/channels/counter';
import { createApp } from '../../app.tsx';

const desk = await useDesk();
const staff = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe', 'cour-municipale']);
await desk.staff('cheffe', ['supervisor'], ['animaux']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const placeId = await addPlace(desk.ctx, {
  code: 'hotel-de-ville',
  name: { fr: 'Hôtel de ville', en: 'City hall' },
  timeZone: 'America/Toronto',
});
await sitAtCounter(staff, await addCounter(desk.ctx, { placeId, name: '1' }));
const clerk = visit(app);
await clerk.signIn('commis', testPassword);
const chief = visit(app);
await chief.signIn('cheffe', testPassword);

async function linked(use: 'board' | 'kiosk'): Promise<DeskVisitor> {
  await chief.get('/supervisor/counters');
  const made = await chief.send('/supervisor/devices', { for: `${use}:${placeId}` });
  const code = /class="code">([\d ]+)</.exec(made.html)?.[1] ?? '';
  const device = visit(app);
  expect((await device.get(`/counter/${use}`)).path).toBe('/counter/device');
  const page = await device.send('/counter/device', { code });
  expect(page.path).toBe(`/counter/${use}`);
  return device;
}

describe('the hall, without scripts', () => {
  it('gives a ticket at the kiosk in the language chosen, says what is known of the wait, and goes back to French', async () => {
    const kiosk = await linked('kiosk');
    const page = await kiosk.get('/counter/kiosk?language=en');
    expect(page.html).toContain('We do not know the wait yet');
    const ticket = await kiosk.send('/counter/kiosk', { family: 'municipal', priority: 'yes' });
    expect(ticket.path).toMatch(/^\/counter\/kiosk\/[0-9a-f-]{36}$/);
    expect(ticket.html).toContain('A001');
    expect(ticket.html).toContain('Nobody before you.');
    expect(ticket.html).toContain('content="30; url=/counter/kiosk"');
    expect(ticket.html, 'a ticket tells nobody who goes first').not.toMatch(/priorit|first/i);
  });

  it('calls on the board, of which nothing needs a sign-in, and shows neither priority nor service of anybody', async () => {
    const board = await linked('board');
    await clerk.get('/counter');
    await clerk.send('/counter/calls');
    const { html } = await board.get('/counter/board');
    expect(html).toContain('Billet A001, guichet 1.');
    expect(html).not.toContain('Priorité');
    expect((await board.get('/counter/board?place=ailleurs')).status).toBe(404);
    expect((await board.get('/counter/kiosk')).status).toBe(403);
    expect((await board.get('/counter')).path).toContain('/sign-in');
  });

  it('refuses whoever has no code, and a wrong one', async () => {
    const stranger = visit(app);
    expect((await stranger.get('/counter/board/changes')).status).toBe(403);
    await stranger.get('/counter/device');
    expect((await stranger.send('/counter/device', { code: '1234567890' })).status).toBe(422);
  });
});

describe('a visit', () => {
  it('holds several requests, and a receipt on which the fee is paid', async () => {
    const page = await clerk.get('/counter');
    const called = /action="(\/counter\/visits\/[0-9a-f-]+)\/service"/.exec(page.html)?.[1] ?? '';
    await clerk.send(`${called}/service`);
    const form = await clerk.send('/counter/requests', { service: 'enregistrer chien' });
    expect(form.path).toMatch(/^\/counter\/permis-chien\//);
    const service = desk.ctx.catalogue.find('permis-chien');
    if (!service) throw new Error('no service');
    const screen = counterScreen(service, paperAnswers['permis-chien'] ?? {}, {
      language: 'fr',
      today: '2026-11-24',
    });
    const receipt = await clerk.send(form.path, screen.values);
    expect(receipt.path).toBe(`${form.path}/receipt`);
    const refused = await clerk.send(`${receipt.path}/fee`, { way: 'card', receipt: '4242424242424242' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('ne doit jamais être noté');
    const paid = await clerk.send(`${receipt.path}/fee`, { way: 'card', receipt: 'AUT 117' });
    expect(paid.html).toMatch(/<dt>Payé<\/dt><dd>30,00\s\$ \(carte\)<\/dd>/);
    await clerk.get('/counter');
    const second = await clerk.send('/counter/requests', { service: 'nid-de-poule' });
    await clerk.get('/counter');
    expect((await clerk.get('/counter')).html).toContain(`href="${second.path}"`);
    const ended = await clerk.send(`${called}/end`);
    expect(ended.html).toContain('Appeler la personne suivante');
    const rows = await desk.database.adminSql<{ service: string; hasCase: boolean }[]>`
      select service_code as service, case_id is not null as has_case from visit_request order by at`;
    expect(rows).toEqual([
      { service: 'permis-chien', hasCase: true },
      { service: 'nid-de-poule', hasCase: false },
    ]);
  });

  it('says which services a word may mean, and takes the one chosen', async () => {
    await clerk.get('/counter');
    const several = await clerk.send('/counter/requests', { service: 'signaler' });
    expect(several.status).toBe(422);
    expect(several.html).toContain('value="nid-de-poule"');
    const one = await clerk.send('/counter/requests', { service: 'signaler', chosen: 'nid-de-poule' });
    expect(one.path).toMatch(/^\/counter\/nid-de-poule\//);
    expect(one.html).toContain('Visite du billet A002');
  });

  it('is confirmed aloud of the answers that were shown, and says so once they are others', async () => {
    await clerk.get('/counter');
    const { path } = await clerk.send('/counter/requests', { service: 'nid-de-poule' });
    const typed = { 'place.text': 'Devant le 12', size: '1', danger: 'N', 'reply-way': '6' };
    const changed = 'Les réponses ont changé depuis';
    const noted = 'Confirmation de vive voix inscrite.';
    const notes = async () =>
      (await desk.database.adminSql`select 1 from screen_check where answered_how = 'oral'`).length;
    const shown = await clerk.send(path, { ...typed, _action: 'show' });
    expect(shown.html).toContain('On attend sa confirmation.');
    const refused = await clerk.send(path, { ...typed, size: '3', _action: 'said' });
    expect(refused.html).toContain(changed);
    expect(await notes()).toBe(0);
    // What is on the page now was read anew.
    const read = await clerk.send(path, { ...typed, size: '3', _action: 'said' });
    expect(read.html).toContain(noted);
    expect(read.html).not.toContain(changed);
    const left = await clerk.send(path, { ...typed, size: '3', _action: 'said' });
    expect(left.html).toContain(noted);
    expect(await notes()).toBe(1);
  });

  it('is confirmed aloud of one request after another was shown', async () => {
    const typed = { 'place.text': 'Devant le 14', size: '1', danger: 'N', 'reply-way': '6' };
    const show = async () => {
      await clerk.get('/counter');
      const { path } = await clerk.send('/counter/requests', { service: 'nid-de-poule' });
      const shown = await clerk.send(path, { ...typed, _action: 'show' });
      expect(shown.html).toContain('On attend sa confirmation.');
      return path;
    };
    const first = await show();
    await show();
    const back = await clerk.get(first);
    expect(back.html).not.toContain('On attend sa confirmation.');
    const said = await clerk.send(first, { ...typed, _action: 'said' });
    expect(said.html).toContain('Confirmation de vive voix inscrite.');
  });

  it('of a person without a ticket is in their language, which stays chosen when the word meant several', async () => {
    const page = await clerk.get('/counter');
    const end = /action="(\/counter\/visits\/[0-9a-f-]+\/end)"/.exec(page.html)?.[1] ?? '';
    await clerk.send(end);
    const several = await clerk.send('/counter/requests', { service: 'signaler', language: 'en' });
    expect(several.html).toMatch(/value="en" selected/);
    const one = await clerk.send('/counter/requests', { service: 'nid-de-poule', language: 'en' });
    expect(one.html).toMatch(/id="person-en"[^>]*checked/);
    const [ticket] = await desk.database.adminSql`select language from visit order by opened_at desc limit 1`;
    expect(ticket).toEqual({ language: 'en' });
  });

  it('holds up a clerk who leaves until they say what becomes of it, and then does that', async () => {
    const stand = async () => {
      const [row] = await desk.database.adminSql<[{ state: string | null; seats: number }]>`
        select (select p.state from visit_period p join visit v on v.id = p.visit_id
            where p.to_at is null order by v.opened_at desc limit 1) as state,
          (select count(*)::int from counter_shift where to_at is null) as seats`;
      return row;
    };
    const sit = async () => {
      const { html } = await clerk.get('/counter');
      const counter = /name="counter" value="([^"]+)"/.exec(html)?.[1] ?? '';
      await clerk.send('/counter/seat', { counter });
    };
    await clerk.get('/counter');
    const asked = await clerk.send('/counter/seat/end');
    expect(asked.status).toBe(409);
    expect(asked.html).toMatch(/personne du billet [A-Z]\d{3} est servie/);
    expect(asked.html).toContain('nid-de-poule/');
    expect(await stand(), 'asking changes nothing').toEqual({ state: 'serving', seats: 1 });
    const csrf = /name="_csrf" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const other = { _csrf: csrf, how: 'end', visit: '01890a5d-ac96-774b-bcce-b302099a8057' };
    expect((await clerk.post('/counter/seat/end', other)).status, 'of somebody else').toBe(409);
    await clerk.get('/counter');
    await clerk.send('/counter/seat/end');
    const left = await clerk.send('/counter/seat/end', { how: 'free' });
    expect(left.html).toContain('Vous avez quitté le guichet');
    expect(await stand()).toEqual({ state: 'on-hold', seats: 0 });

    await sit();
    const { html } = await clerk.get('/counter');
    const back = /action="(\/counter\/visits\/[0-9a-f-]+\/service)"/.exec(html)?.[1] ?? '';
    await clerk.send(back);
    await clerk.send('/counter/seat/end');
    await clerk.send('/counter/seat/end', { how: 'transfer', to: 'municipal' });
    expect(await stand()).toEqual({ state: 'waiting', seats: 0 });

    await sit();
    await clerk.get('/counter');
    await clerk.send('/counter/calls');
    const called = await clerk.send('/counter/seat/end');
    expect(called.html).toContain('est appelée');
    await clerk.send('/counter/seat/end', { how: 'free' });
    expect(await stand()).toEqual({ state: 'waiting', seats: 0 });
    await sit();
  });

  it('at a counter left behind ends when a supervisor frees it', async () => {
    const page = await chief.get('/supervisor/counters');
    const free = /action="(\/supervisor\/counters\/[0-9a-f-]+\/freeing)"/.exec(page.html)?.[1] ?? '';
    const freed = await chief.send(free);
    expect(freed.html).toContain('Le guichet est libre');
    expect(freed.html).not.toContain('/freeing');
    expect((await clerk.get('/counter')).html).toContain('action="/counter/seat"');
  });
});
