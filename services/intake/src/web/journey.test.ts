import { fieldName } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';
import { requests } from '../../test/people.ts';
import { fillIn, Visitor } from '../../test/visitor.ts';

const desk = await useDesk();
const { app } = openTestDoor(desk);
const { adminSql } = desk.database;

const casesCount = async () =>
  (await adminSql<[{ count: number }]>`select count(*)::int as count from cases`)[0].count;

async function atPhoto() {
  const visitor = new Visitor(app);
  await fillIn(visitor, desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
  return { visitor, page: await visitor.get('/requests/photo') };
}

describe('asking for a service by web pages', () => {
  for (const [code, answers] of Object.entries(requests)) {
    for (const language of ['fr', 'en'] as const) {
      it(`${code} in ${language}: every question is asked, and what was answered is what the case holds`, async () => {
        const visitor = new Visitor(app);
        const check = await fillIn(visitor, desk.ctx, code, answers, language);
        expect(check.status).toBe(200);
        const done = await visitor.post(check, {});
        expect(done.path).toBe('/confirmation');
        expect(done.html).toContain(
          language === 'fr' ? 'Votre demande est reçue' : 'Your request is received',
        );
        const reference = /\d{3} \d{3} \d{4}/.exec(done.html)?.[0].replaceAll(' ', '') ?? '';
        const [kept] = await adminSql<
          [{ language: string; channel: string; questions: string[]; finished: boolean }]
        >`
          select c.language, c.channel, array(select question from case_answer a where a.case_id = c.id) as questions,
            exists (select 1 from draft d where d.case_id = c.id) as finished
          from cases c where c.reference = ${reference}`;
        expect(kept).toMatchObject({ language, channel: 'web', finished: true });
        expect([...kept.questions].sort()).toEqual(Object.keys(answers).sort());
      });
    }
  }

  it('sent twice, reloaded and gone back to, a request is one case with one confirmation', async () => {
    const visitor = new Visitor(app);
    const check = await fillIn(visitor, desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
    const before = await casesCount();
    const [first, second] = await Promise.all([visitor.post(check, {}), visitor.post(check, {})]);
    const again = await visitor.post(check, {});
    const back = await visitor.get('/requests/size');
    const late = await visitor.post({ ...check, path: '/requests/size' }, { size: 'small' });
    for (const page of [second, again, back, late]) {
      expect(page.path).toBe('/confirmation');
      expect(page.html).toBe(first.html);
    }
    expect(await casesCount()).toBe(before + 1);
  });

  it('an answer that is refused is shown as it was typed, with what to do, and linked', async () => {
    const visitor = new Visitor(app);
    const start = await visitor.get('/services/permis-chien');
    const owner = await visitor.post(start, {}, '/services/permis-chien/requests');
    const address = await visitor.post(owner, { 'owner.given': 'Amina', 'owner.family': 'Roy' });
    const refused = await visitor.post(address, {
      'address.street': '12, rue <des> Érables',
      'address.municipality': 'Québec',
      'address.province': 'QC',
      'address.postalCode': 'ABC',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<title>Erreur');
    expect(refused.html).toContain('value="12, rue &lt;des&gt; Érables"');
    expect(refused.html).toContain('href="#q-address_postalCode"');
    expect(refused.html).toContain('id="q-address_postalCode"');
    const kept = await visitor.get('/requests/owner');
    expect(kept.html).toContain('value="Amina"');
  });

  it('an optional question left empty is passed, not asked again, and can be answered later', async () => {
    const visitor = new Visitor(app);
    const { description: _, ...without } = requests['nid-de-poule'] ?? {};
    const check = await fillIn(visitor, desk.ctx, 'nid-de-poule', without);
    expect(check.html).toContain('Sans réponse');
    const page = await visitor.get('/requests/description');
    const checked = await visitor.post(page, { description: 'Près du parc' });
    expect(checked.path).toBe('/requests');
    expect(checked.html).toContain('Près du parc');
  });

  it('an answer that a changed one makes moot falls away', async () => {
    const visitor = new Visitor(app);
    await fillIn(visitor, desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
    const danger = await visitor.get('/requests/danger');
    const check = await visitor.post(danger, { danger: 'no' });
    expect(check.path).toBe('/requests');
    const done = await visitor.post(check, {});
    expect(done.path).toBe('/confirmation');
    const [{ questions }] = await adminSql<[{ questions: string[] }]>`
      select array(select question from case_answer a where a.case_id = c.id) as questions
      from cases c order by captured_at desc limit 1`;
    expect(questions).not.toContain('danger-kinds');
  });

  it('entries of a group come and go without losing what was typed', async () => {
    const visitor = new Visitor(app);
    const { household: _, ...before } = requests['changement-adresse'] ?? {};
    await fillIn(visitor, desk.ctx, 'changement-adresse', before).catch(() => undefined);
    const page = await visitor.get('/requests/household');
    const typed = {
      '_entries.household': '1',
      'household.0.member.given': 'Luc',
      'household.0.member.family': 'Roy',
    };
    const two = await visitor.post(page, { ...typed, _action: 'add:household' });
    expect(two.status).toBe(200);
    expect(two.html).toContain('value="Luc"');
    expect(two.html).toContain('name="household.1.member.given"');
    const one = await visitor.post(two, {
      ...typed,
      '_entries.household': '2',
      'household.1.member.given': 'Ève',
      _action: 'remove:household:0',
    });
    expect(one.html).toContain('value="Ève"');
    expect(one.html).not.toContain('value="Luc"');
  });

  it('a member of a group is asked once its condition holds, without reproach, and then must be answered', async () => {
    const visitor = new Visitor(app);
    const { household: _, ...before } = requests['changement-adresse'] ?? {};
    await fillIn(visitor, desk.ctx, 'changement-adresse', before).catch(() => undefined);
    const page = await visitor.get('/requests/household');
    const detail = 'name="household.0.relationship-detail"';
    expect(page.html).not.toContain(detail);
    const shownIn = (html: string) =>
      Object.fromEntries(
        [...html.matchAll(/<input type="hidden" name="(_[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
          name,
          value ?? '',
        ]),
      );
    const typed = {
      'household.0.member.given': 'Ève',
      'household.0.member.family': 'Roy',
      'household.0.member.birthDate.day': '31',
      'household.0.member.birthDate.month': '12',
      'household.0.member.birthDate.year': '1960',
      'household.0.relationship': 'other',
    };
    const more = await visitor.post(page, { ...shownIn(page.html), ...typed });
    expect([more.status, more.path]).toEqual([200, '/requests/household']);
    expect(more.html).toContain(detail);
    const refused = await visitor.post(more, { ...shownIn(more.html), ...typed });
    expect(refused.status).toBe(422);
    const next = await visitor.post(refused, {
      ...shownIn(refused.html),
      ...typed,
      'household.0.relationship-detail': 'Cousine',
    });
    expect(next.path).not.toBe('/requests/household');
  });

  it('a form of another draft, or without its token, changes nothing', async () => {
    const mine = new Visitor(app);
    const other = new Visitor(app);
    const [page, foreign] = await Promise.all(
      [mine, other].map(async (visitor) =>
        visitor.post(await visitor.get('/services/nid-de-poule'), {}, '/services/nid-de-poule/requests'),
      ),
    );
    if (!page || !foreign) throw new Error('no page');
    const answers = { 'place.text': 'Ailleurs' };
    expect((await mine.post({ ...foreign, path: page.path }, answers)).status).toBe(403);
    expect((await mine.post({ ...page, html: '' }, answers)).status).toBe(403);
    expect((await mine.post(page, answers, page.path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await mine.get(page.path)).html).not.toContain('Ailleurs');
  });

  it('without a draft, or with a forged one, the page says what to do', async () => {
    const visitor = new Visitor(app);
    for (const path of ['/requests', '/requests/place', '/confirmation']) {
      const page = await visitor.get(path);
      expect(page.status).toBe(410);
      expect(page.html).toContain('a expiré');
    }
    const forged = await app.request('/requests/place', {
      headers: { cookie: '__Host-guichet-draft=0199f3c2-7a41-7abc-9def-0123456789ab.AAAAAAAAAAAAAAAAAAAAAA' },
    });
    expect(forged.status).toBe(410);
  });
});

describe('sending files', () => {
  const name = fieldName('photo', 'file');
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)]);

  const formOf = (...files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append(name, file);
    return form;
  };

  it('a photo is kept as evidence of the case, known by its content and named as it was', async () => {
    const { visitor, page } = await atPhoto();
    const check = await visitor.post(
      page,
      formOf(new File([jpeg], 'C:\\photos\\trou rue.png', { type: 'image/png' })),
    );
    expect(check.path).toBe('/requests');
    expect(check.html).toContain('trou rue.png');
    expect((await visitor.post(check, {})).path).toBe('/confirmation');
    const [kept] = await adminSql<[{ mediaType: string; bytes: number; isOfCase: boolean }]>`
      select media_type, bytes, case_id is not null as is_of_case from evidence order by created_at desc limit 1`;
    expect(kept).toEqual({ mediaType: 'image/jpeg', bytes: jpeg.length, isOfCase: true });
  });

  it('a program, an empty file and a locked PDF are refused in words, and none is kept', async () => {
    const { visitor, page } = await atPhoto();
    const [before] = await adminSql`select count(*) from evidence`;
    const cases: [File, string][] = [
      [new File([Buffer.from('MZ\x90\x00')], 'photo.jpg', { type: 'image/jpeg' }), 'type de fichier'],
      [new File([], 'vide.pdf'), 'vide'],
      [new File(['%PDF-1.7\n… trailer << /Encrypt 12 0 R >>'], 'bail.pdf'), 'mot de passe'],
    ];
    for (const [file, words] of cases) {
      const refused = await visitor.post(page, formOf(file));
      expect(refused.status).toBe(422);
      expect(refused.html).toContain(words);
    }
    expect(await adminSql`select count(*) from evidence`).toEqual([before]);
  });

  it('another person’s file can’t be named as one’s own', async () => {
    const { visitor, page } = await atPhoto();
    const [foreign] = await adminSql<[{ id: string }]>`select id from evidence limit 1`;
    const check = await visitor.post(page, { [fieldName('photo', 'evidence')]: foreign.id });
    expect(check.path).toBe('/requests');
    await visitor.post(check, {});
    const [{ questions }] = await adminSql<[{ questions: string[] }]>`
      select array(select question from case_answer a where a.case_id = c.id) as questions
      from cases c order by captured_at desc limit 1`;
    expect(questions).not.toContain('photo');
  });

  it('an upload over the limit is refused with 413 and the draft stays', async () => {
    const { visitor, page } = await atPhoto();
    const refused = await visitor.post(
      page,
      formOf(new File([Buffer.alloc(27 * 1024 * 1024, 1)], 'gros.jpg')),
    );
    expect(refused.status).toBe(413);
    expect((await visitor.get('/requests')).status).toBe(200);
  });
});
