import { findPrintedForm, pageKey } from '@guichet/casework';
import { type PageCode, pageSigner, readScan } from '@guichet/channels/mail';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../tests/support/read-pdf.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor, testFacts } from '../../test/open-test-door.ts';
import { type SeenPage, Visitor } from '../../test/visitor.ts';
import { paperFormPrinter } from '../print-paper-form.ts';

const desk = await useDesk();
const door = openTestDoor(desk);
const sign = pageSigner(pageKey(desk.ctx.keyring));

async function codesOf(pdf: Uint8Array): Promise<(PageCode | undefined)[]> {
  const scan = await readScan(pdf, { sign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const codes: (PageCode | undefined)[] = [];
  for await (const { code } of scan.pages) codes.push(code);
  return codes;
}

async function begun(visitor: Visitor): Promise<SeenPage> {
  const start = await visitor.get('/services/nid-de-poule');
  const place = await visitor.post(start, {}, '/services/nid-de-poule/requests');
  const size = await visitor.post(place, { 'place.text': 'En face du 12' });
  return visitor.post(size, { size: 'large', _action: 'save' });
}

describe('a request that goes on by post', () => {
  it('prints the questions that are left and no answer, its pages naming the draft whose number the page shows', async () => {
    const visitor = new Visitor(door.app);
    const later = await begun(visitor);
    expect(later.html).toContain('href="/later/form.pdf"');
    expect(later.html).toContain('href="/later/form.pdf?print=large"');
    const [, shown = ''] = /reference-code">([\d\s\u00a0]+)</.exec(later.html) ?? [];
    const answer = await visitor.file('/later/form.pdf');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const pdf = new Uint8Array(await answer.arrayBuffer());
    const said = JSON.stringify((await readPdf(pdf)).pages.map(({ structure }) => structure));
    expect(said).not.toContain('En face du 12');
    expect(said).not.toContain('Quelle taille');
    expect(said).toContain('Vous avez commencé une demande');
    const codes = await codesOf(pdf);
    const number = shown.replaceAll(/\D/g, '');
    for (const code of codes) {
      expect(code).toMatchObject({ service: 'nid-de-poule', about: { kind: 'draft', number } });
      expect(code && (await findPrintedForm(desk.ctx, code))).toBeDefined();
    }
  }, 60_000);

  it('is for the browser that holds the draft alone', async () => {
    const stranger = new Visitor(door.app);
    expect((await stranger.file('/later/form.pdf')).status).toBe(410);
  });
});

describe('the paper form', () => {
  it('is offered in large print beside the normal one, and each says in its codes how it was printed', async () => {
    const { html } = await new Visitor(door.app).get('/services/nid-de-poule');
    expect(html).toContain('/services/nid-de-poule/form.pdf?lang=fr&amp;print=large');
    const answer = await door.app.request('/services/nid-de-poule/form.pdf?lang=fr&print=large');
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get('content-disposition')).toContain('nid-de-poule-fr-large.pdf');
    const [code] = await codesOf(pdf);
    expect(code).toMatchObject({ paper: 'letter', print: 'large' });
    const kept = code && (await findPrintedForm(desk.ctx, code));
    expect(kept).toMatchObject({ print: 'large', geometry: code?.geometry });
  }, 60_000);

  it('is on A4 where the body has that in its printers', async () => {
    const facts = { ...testFacts, paper: 'a4' as const };
    const abroad = openTestDoor(desk, { ...facts, paperForm: paperFormPrinter(door.desk, facts) });
    const answer = await abroad.app.request('/services/nid-de-poule/form.pdf?lang=en');
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect((await readPdf(pdf)).pages[0]).toMatchObject({
      width: expect.closeTo(595.3, 0),
      height: expect.closeTo(841.9, 0),
    });
    expect((await codesOf(pdf))[0]).toMatchObject({ paper: 'a4', language: 'en' });
  }, 60_000);
});
