import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewApp } from '../preview-app.ts';
import { TrialVisitor } from './test/trial-visitor.ts';

const packs = new URL('../../../../shared/catalogue/packs/', import.meta.url);

/** A folder with two services of its own, so that a test may edit them. */
function preview(...more: string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'guichet-trial-'));
  mkdirSync(join(dir, 'quebec'));
  for (const name of ['pothole.v1.yaml', 'blocks', ...more])
    cpSync(new URL(`quebec/${name}`, packs), join(dir, 'quebec', name), { recursive: true });
  const app = previewApp({ dir, today: () => '2026-11-24', onSave: () => undefined });
  const file = join(dir, 'quebec', 'pothole.v1.yaml');
  const edit = (from: string, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  return { app, edit, file };
}

const shared = preview();

async function call(settings: Record<string, string> = {}, app = shared.app): Promise<TrialVisitor> {
  const visitor = await new TrialVisitor(app).open('/phone?service=nid-de-poule&lang=fr');
  const { starts = 'service', ...typed } = settings;
  return visitor.send('starts', starts, { service: 'nid-de-poule', language: 'fr', ...typed });
}

/** Where, how large, no danger, nothing more to say, no photo, no reply; then the reading back. */
const whole = ['r', '1', '2', '8', '8', '9', '1', '1'];

/** Digits said one by one, keyed back. */
function told({ view }: TrialVisitor, what: string): string {
  const [, digits = ''] = new RegExp(`${what} est le : ([\\d ,]+)`).exec(view.said) ?? [];
  return `${digits.replace(/\D/g, '')}#`;
}

describe('the trial telephone', () => {
  it('plays a whole service to its reference by its keys, without JavaScript', async () => {
    const visitor = await call();
    expect(visitor.view.at).toBe('Où est le nid-de-poule? place');
    await visitor.play(...whole);
    expect(visitor.view.said).toMatch(/Numéro 6.*Pour envoyer votre demande/);
    expect(visitor.view.html).toMatch(/Moins large qu’une assiette \(30 cm\)<\/td><td[^>]*>touches</);
    await visitor.play('1');
    expect(visitor.view.said).toMatch(/numéro de référence est le : (\d,? ?){10}/);
    expect(visitor.view.at).toBe('la demande acceptée');
    expect(visitor.view).toMatchObject({ presses: 9, turns: 9 });
    expect(visitor.view.html).toMatch(/Le guichet<\/strong> accepte la demande/);
  });

  it('is led to from the telephone’s pane of the preview', async () => {
    const html = await (await shared.app.request('/?code=nid-de-poule&lang=en')).text();
    expect(html).toContain('<a href="/phone?service=nid-de-poule&amp;lang=en">Try by telephone</a>');
  });

  it('begins at the greeting or at the service, in either language, slowly, with and without a number', async () => {
    const greeting = await call({ starts: 'greeting' });
    expect(greeting.view.said).toMatch(/^Bonjour/);
    expect((await greeting.play('2')).view.said).toMatch(/What would you like/);
    const slow = await call({ language: 'en', slow: 'yes', number: 'withheld' });
    expect(slow.view.html).toContain('rate=&quot;85%&quot;');
    expect((await slow.play('0')).view.said).toMatch(/Key the ten digits/);
    expect((await (await call()).play('0')).view.said).toMatch(/4 1 8, 5 5 5, 0 1 2 3/);
  });

  it('lets the author hear each answer of the desk', async () => {
    const refused = await (await call({ desk: 'incomplete' })).play(...whole, '1');
    expect(refused.view).toMatchObject({ at: 'Où est le nid-de-poule? place' });
    await refused.play('r', '1', '1');
    expect(refused.view.at).toBe('la demande acceptée');
    const away = await (await call({ desk: 'away' })).play(...whole, '1');
    expect(away.view.said).toMatch(/notre système ne répond pas/);
    expect((await away.play('0', '1', '1')).view.at).toBe('le dernier message');
  });

  it('hands the call to a person who answers, is busy, or does not', async () => {
    const talk = await (await call({ people: 'open' })).play('0');
    expect(talk.view.waits).toBe('Le guichet transfère l’appel.');
    await talk.send('answer', 'talk');
    expect(talk.view.waits).toMatch(/terminé. Une personne prend la suite/);
    const nobody = await (await call({ people: 'open' })).play('0');
    await nobody.send('answer', 'busy');
    expect((await nobody.send('answer', 'no-answer')).view.said).toMatch(/rappellera/);
    expect((await (await call({ people: 'closed' })).play('0')).view.said).toMatch(/à partir de 8 heures 30/);
  });

  it('finds a request made in the same call, and no other', async () => {
    const visitor = await (await call()).play(...whole, '1');
    const [reference, code] = [told(visitor, 'numéro de référence'), told(visitor, 'code de suivi')];
    expect([reference, code].map(({ length }) => length)).toEqual([11, 7]);
    await visitor.play('2', '1', reference, '000000#');
    expect(visitor.view.html).toContain('ne trouve pas la demande');
    await visitor.play(reference, code);
    expect(visitor.view.at).toBe('une demande trouvée');
  });

  it('keeps a request for later, and goes on with it once the call is begun again', async () => {
    const visitor = await (await call({ starts: 'greeting' })).play('1', '2', 'r', '1', '0', '4');
    expect(visitor.view.at).toBe('la demande gardée pour plus tard');
    const [number, code] = [told(visitor, 'numéro de reprise'), told(visitor, 'code de reprise')];
    expect(visitor.view.said).toContain('jeudi 24 décembre 2026');
    await visitor.play('3', '1');
    await visitor.send('act', 'hang-up');
    await visitor.send('act', 'restart');
    await visitor.play('1', '1', number, code);
    expect(visitor.view.at, 'the answer given after it was kept is there').toMatch(/danger-kinds$/);
    expect(visitor.view.html).toContain('retrouve la demande commencée');
  });

  it('speaks where words are heard, and says where they are not', async () => {
    const visitor = await (await call()).play('r', 'moyen');
    expect(visitor.view.html).toMatch(/De 30 cm à 1 m<\/td><td[^>]*>parole, sûre à 90/);
    await visitor.play('2', 'rien');
    expect(visitor.view.notices).toContain(
      'La ligne n’écoute que les touches ici\u00a0: les mots valent un silence.',
    );
  });

  it('an act on a page that is out of date changes nothing', async () => {
    const visitor = await (await call()).play('r');
    const act = (at: string) =>
      shared.app.request(visitor.path, {
        method: 'POST',
        body: new URLSearchParams({ act: 'key', key: '1', at }),
      });
    await Promise.all([act('1'), act('1'), act('0')]);
    await visitor.open(visitor.path);
    expect(visitor.view).toMatchObject({ turns: 2, presses: 2 });
    expect(visitor.view.at).toMatch(/danger$/);
    expect(visitor.view.notices).toContain(
      'L’appel avait déjà avancé\u00a0: rien n’a été fait. Voici où il en est.',
    );
  });

  it('what no telephone can do is refused with what can be done', async () => {
    const visitor = await call();
    const bad = await shared.app.request(visitor.path, {
      method: 'POST',
      body: new URLSearchParams({ act: 'key', key: '<script>', at: '0' }),
    });
    expect(bad.status).toBe(422);
    const html = await bad.text();
    expect(html).toContain('Ceci ne se fait pas au téléphone');
    expect(html).not.toContain('<script>');
    expect(visitor.view.turns).toBe(0);
  });

  it('hanging up ends the call and says that a draft is kept; beginning again begins it as before', async () => {
    const visitor = await (await call()).play('r');
    await visitor.send('act', 'hang-up');
    expect(visitor.view.waits).toMatch(/L’appel est terminé. La demande n’est pas finie/);
    expect(visitor.view.html).not.toContain('phone-keypad');
    await visitor.send('act', 'restart');
    expect(visitor.view).toMatchObject({ turns: 0, presses: 0, at: 'Où est le nid-de-poule? place' });
  });

  it('a call nobody knows leads to another one', async () => {
    const visitor = await new TrialVisitor(shared.app).open('/phone/calls/nowhere?lang=en');
    expect(visitor.view).toMatchObject({
      status: 404,
      notices: ['This call is no longer in memory. Begin another.'],
    });
  });

  it('runs under a policy that lets nothing inline through', async () => {
    const { headers } = await shared.app.request((await call()).path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*script-src 'self'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|data:|\*/);
  });
});

describe('a definition saved during a call', () => {
  it('begins it again and says so; a comment changes nothing', async () => {
    const { app, edit } = preview();
    const visitor = await (await call({}, app)).play('r');
    edit('code: nid-de-poule', '# nothing for people\ncode: nid-de-poule');
    expect((await visitor.open(visitor.path)).view).toMatchObject({ turns: 1, notices: [] });
    edit('fr: Quelle est la taille du trou?', 'fr: De quelle taille est le trou?');
    await visitor.play('1');
    expect(visitor.view.notices[0]).toBe('La définition a été enregistrée\u00a0: l’appel a recommencé.');
    expect(visitor.view.turns).toBe(0);
    expect((await visitor.play('r')).view.said).toMatch(/De quelle taille est le trou/);
  });

  it('with a fault holds it, with the place of the fault, until it is mended', async () => {
    const { app, edit } = preview('dog-licence.v1.yaml');
    const visitor = await (await call({}, app)).play('r');
    edit('type: yes-no', 'type: yes-noo');
    await visitor.open(visitor.path);
    expect(visitor.view.notices[0]).toMatch(/l’appel reprendra.*pothole\.v1\.yaml:\d+/);
    await visitor.play('1');
    expect(visitor.view).toMatchObject({ status: 409, turns: 1 });
    edit('type: yes-noo', 'type: yes-no');
    expect((await visitor.open(visitor.path)).view).toMatchObject({ turns: 1, notices: [] });
  });

  it('that is no longer offered by telephone gives its reason in place of a call', async () => {
    const { app, edit } = preview();
    edit(
      'routing:',
      'channels:\n  phone: { except: { fr: Le plan doit être vu., en: The plan must be seen. } }\nrouting:',
    );
    const visitor = await call({}, app);
    expect(visitor.view.status).toBe(422);
    expect(visitor.view.html).toContain('Le plan doit être vu.');
  });
});
