import { readCase } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { type DeskVisitor, type Fields, visit } from '../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);

/** What a clerk types for these answers. */
function typed(code: string, answers: Answers): Fields {
  const service = desk.ctx.catalogue.find(code);
  if (!service) throw new Error(code);
  return counterScreen(service, answers, { language: 'fr', today: '2026-11-24' }).values;
}

async function begin(by: DeskVisitor, code: string): Promise<string> {
  const page = await by.get(`/counter/${code}`);
  return new RegExp(`action="(/counter/${code}/[0-9a-f-]{36})"`).exec(page.html)?.[1] ?? '';
}

const countCases = async () => {
  const [row] = await desk.database.adminSql<[{ count: number }]>`select count(*)::int as count from cases`;
  return row.count;
};

describe('the counter', () => {
  for (const code of ['nid-de-poule', 'changement-adresse', 'permis-chien']) {
    it(`takes ${code} with the same answers as every other door, and gives a receipt`, async () => {
      const answers = paperAnswers[code] ?? {};
      const action = await begin(visitor, code);
      const receipt = await visitor.send(action, typed(code, answers));
      expect(receipt.path).toBe(`${action}/receipt`);
      const reference = /reference-code">([\d\s\u00a0]+)</.exec(receipt.html)?.[1]?.replace(/\D/g, '') ?? '';
      expect(receipt.html).toMatch(/<dd>\d{6}<\/dd>/);
      expect(receipt.html).toContain('<svg class="qr"');
      const pdf = await visitor.get(`${action}/receipt.pdf`);
      expect(pdf.html.slice(0, 5)).toBe('%PDF-');
      const file = await readCase(clerk, { reference, revealFor: 'test' });
      expect(Object.fromEntries(file.answers.map(({ question, value }) => [question, value]))).toEqual(
        answers,
      );
      expect(new Set(file.answers.map(({ provenance }) => provenance.how))).toEqual(
        new Set(['typed-by-staff']),
      );
      expect(file.channel).toBe('counter');
    });
  }

  it('opens no second case for a form sent twice, and shows the same receipt', async () => {
    const action = await begin(visitor, 'nid-de-poule');
    const fields = typed('nid-de-poule', paperAnswers['nid-de-poule'] ?? {});
    const page = await visitor.get(`/counter/nid-de-poule`);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const before = await countCases();
    const both = await Promise.all([1, 2].map(() => visitor.post(action, { _csrf: csrf, ...fields })));
    const third = await visitor.post(action, { _csrf: csrf, ...fields });
    expect(await countCases()).toBe(before + 1);
    const codes = [...both, third].map(({ html }) => /reference-code">([^<]+)</.exec(html)?.[1]);
    expect(new Set(codes).size).toBe(1);
    expect(third.html).toContain('déjà enregistrée');
  });

  it('keeps everything that was typed, says what is wrong, and is found again at its address', async () => {
    const action = await begin(visitor, 'permis-chien');
    const wrong = {
      ...typed('permis-chien', paperAnswers['permis-chien'] ?? {}),
      'dog-name': 'Capitaine',
      weight: 'lourd',
    };
    const page = await visitor.send(action, wrong);
    expect(page.status).toBe(422);
    expect(page.path).toBe(`${action}?check`);
    expect(page.html).toContain('role="alert"');
    expect(page.html).toContain('value="lourd"');
    expect((await visitor.get(action)).html).toContain('value="Capitaine"');
  });

  it('asks what depends on an answer after Continuer, without scripts and without reproach', async () => {
    const action = await begin(visitor, 'permis-chien');
    const page = await visitor.send(action, { vaccinated: 'O', _action: 'refresh' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('name="rabies-date"');
    expect(page.html).not.toContain('role="alert"');
  });

  it('keeps a file given at the counter as evidence of the case, and refuses what is no document', async () => {
    const action = await begin(visitor, 'nid-de-poule');
    const { 'photo.later': _, ...fields } = typed('nid-de-poule', paperAnswers['nid-de-poule'] ?? {});
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.alloc(64),
    ]);
    const refused = await visitor.send(action, {
      ...fields,
      'photo.file': new File(['<script>'], 'photo.png'),
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('type de fichier');
    const receipt = await visitor.send(action, { ...fields, 'photo.file': new File([png], 'trou.png') });
    expect(receipt.path).toBe(`${action}/receipt`);
    const reference = /reference-code">([\d\s\u00a0]+)</.exec(receipt.html)?.[1]?.replace(/\D/g, '') ?? '';
    const file = await readCase(clerk, { reference });
    expect(file.evidence.map(({ fileName }) => fileName)).toEqual(['trou.png']);
    const original = await app.request(`http://desk.example/evidence/${file.evidence[0]?.id}`, {
      headers: { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(original.headers.get('content-type')).toBe('image/png');
    expect(original.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await original.arrayBuffer())).toEqual(png);
  });
});
