import { createLogger } from '@guichet/platform';
import { beforeEach, describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { recordedRequest } from '../../../../tests/support/recorded-request.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);
const recorded = await recordedRequest(desk, clerk);
beforeEach(() => {
  visitor.cookies.delete('guichet-keys');
  visitor.cookies.delete('guichet-pedals');
  visitor.cookies.delete('guichet-letters');
});

const usb = { mode: 'all', play: 'F9', back: 'F7', slower: 'F8', faster: 'Shift+F8' };

/** The keys on the buttons of the station, in order. */
async function keysOfStation(): Promise<string[]> {
  const { html } = await visitor.get(recorded.href);
  return [...html.matchAll(/data-pedal="(\w+)" data-key="([^"]*)"/g)].map(
    ([, pedal, key]) => `${pedal} ${key}`,
  );
}

describe('the keys of the desk', () => {
  it('are F2, F4, F8 and Shift with F8 until others are chosen', async () => {
    expect(await keysOfStation()).toEqual(['play F2', 'back F4', 'slower F8', 'faster Shift+F8']);
    expect((await visitor.get(recorded.href)).html).toContain('Maj + F8');
  });

  it('that a pedal sends are chosen from the station, and the person is back there with them', async () => {
    const page = await visitor.get(recorded.href);
    expect(page.html).toContain(`href="/keys?task=${recorded.task}"`);
    await visitor.get(`/keys?task=${recorded.task}`);
    const back = await visitor.send('/keys', usb);
    expect(back.path).toBe(`${recorded.href}?told=keys`);
    expect(back.html).toContain('Vos touches sont enregistrées.');
    expect(await keysOfStation()).toEqual(['play F9', 'back F7', 'slower F8', 'faster Shift+F8']);
    const again = await visitor.get('/keys');
    expect(again.html).toMatch(/<option value="F9" selected/);
  });

  it('are kept in this browser for a year, where no other site can send them', async () => {
    await visitor.get('/keys');
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await visitor.get('/keys')).html)?.[1] ?? '';
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request('http://desk.example/keys', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams({ ...usb, _csrf: csrf }).toString(),
    });
    const [mode, pedals] = answer.headers.getSetCookie();
    expect(mode).toMatch(/^guichet-keys=all; Max-Age=31536000; Path=\/; SameSite=Strict$/);
    expect(pedals).toMatch(
      /^guichet-pedals=F9.F7.F8.Shift%2BF8; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('can be none for a pedal, and go back to what they were', async () => {
    await visitor.get('/keys');
    await visitor.send('/keys', { ...usb, slower: '', faster: '' });
    expect(await keysOfStation()).toEqual(['play F9', 'back F7', 'slower ', 'faster ']);
    expect((await visitor.get(recorded.href)).html.match(/<kbd>F\d/g)).toHaveLength(2);
    await visitor.get('/keys');
    await visitor.send('/keys', { ...usb, _usual: 'yes' });
    expect(await keysOfStation()).toEqual(['play F2', 'back F4', 'slower F8', 'faster Shift+F8']);
  });

  it('that serve twice are refused, with a link to the list to correct', async () => {
    await visitor.get('/keys');
    const page = await visitor.send('/keys', { ...usb, back: 'F9' });
    expect(page.status).toBe(422);
    expect(page.html).toMatch(/<title>Erreur/);
    expect(page.html).toMatch(/href="#key-back">La touche F9 sert déjà/);
    expect(page.html).toMatch(/<select[^>]*id="key-back"[^>]*aria-invalid="true"/);
    expect(await keysOfStation()).toEqual(['play F2', 'back F4', 'slower F8', 'faster Shift+F8']);
  });

  it.each(['j', 'é', 'F5', 'F11', 'Control+F2', 'Alt+F4', '"><script>', 'Enter'])(
    'are never %s, which types or belongs to the browser',
    async (key) => {
      await visitor.get('/keys');
      await visitor.send('/keys', { ...usb, play: key });
      expect((await keysOfStation())[0]).toBe('play F2');
      visitor.cookies.set('guichet-pedals', encodeURIComponent(`${key}.F4.F8.F9`));
      expect(await keysOfStation()).toEqual(['play F2', 'back F4', 'slower F8', 'faster Shift+F8']);
    },
  );

  it('of one letter can be others, or none, and every page says which they are', async () => {
    const letters = async () => {
      const { html } = await visitor.get('/');
      return Object.fromEntries(
        [...html.matchAll(/data-does="(\w+)" data-pressed="([^"]+)"/g)].map(([, act, key]) => [act, key]),
      );
    };
    expect(await letters()).toMatchObject({ down: 'j', up: 'k', palette: 'g', closeNext: 'e' });
    const { html } = await visitor.get('/keys');
    const all = Object.fromEntries(
      [...html.matchAll(/name="(letter-\w+)".*?value="([^"]+)" selected/gs)].map(
        ([, name = '', key = '']) => [name, key],
      ),
    );
    await visitor.send('/keys', { ...usb, ...all, 'letter-down': 's', 'letter-quick': '' });
    expect(await letters()).toMatchObject({ down: 's', up: 'k' });
    expect(await letters()).not.toHaveProperty('quick');
    await visitor.get('/keys');
    const twice = await visitor.send('/keys', { ...usb, ...all, 'letter-up': 'j' });
    expect(twice.status).toBe(422);
    expect(twice.html).toMatch(/href="#key-letter-up">La touche J sert déjà/);
    await visitor.get('/keys');
    await visitor.send('/keys', { ...usb, ...all, 'letter-up': 'F2' });
    expect(await letters(), 'what types nothing is no letter').toMatchObject({ up: 'k' });
  });

  it('are for staff', async () => {
    expect((await visit(app).get('/keys')).path).toBe('/sign-in?next=%2Fkeys');
  });
});
