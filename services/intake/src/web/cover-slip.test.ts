import { pageKey } from '@guichet/casework';
import { pageSigner, readScan } from '@guichet/channels/mail';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';
import { requests } from '../../test/people.ts';
import { fillIn, Visitor } from '../../test/visitor.ts';

const desk = await useDesk();
const { app } = openTestDoor(desk);
const draftCookie = '__Host-guichet-draft';
const slip = '/confirmation/documents/proof/slip.pdf';

describe('the slip of a document that follows by post', () => {
  it('is offered once the request is sent, and its code names the case', async () => {
    const visitor = new Visitor(app);
    const check = await fillIn(visitor, desk.ctx, 'changement-adresse', requests['changement-adresse'] ?? {});
    expect((await visitor.get(slip)).status).toBe(404);
    const done = await visitor.post(check, {});
    expect(done.html).toContain(`href="${slip}"`);
    expect(done.html).toContain('1, rue de l’Hôtel-de-Ville');
    const reference = /\d{3} \d{3} \d{4}/.exec(done.html)?.[0].replaceAll(' ', '');

    const cookie = `${draftCookie}=${visitor.cookie(draftCookie)}`;
    const answer = await app.request(slip, { headers: { cookie } });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const sign = pageSigner(pageKey(desk.ctx.keyring));
    const scan = await readScan(new Uint8Array(await answer.arrayBuffer()), { sign });
    if (scan.kind === 'refused') throw new Error(scan.reason);
    const pages = [];
    for await (const page of scan.pages) pages.push(page.reference);
    expect(pages).toEqual([reference]);
  });

  it('is not offered for a document that will be shown at the counter', async () => {
    const visitor = new Visitor(app);
    const answers = { ...requests['changement-adresse'], proof: { later: 'counter' as const } };
    const done = await visitor.post(await fillIn(visitor, desk.ctx, 'changement-adresse', answers), {});
    expect(done.path).toBe('/confirmation');
    expect(done.html).not.toContain('slip.pdf');
    expect((await visitor.get(slip)).status).toBe(404);
  });

  it('is printed for no document that was sent, and for nobody else', async () => {
    const visitor = new Visitor(app);
    const check = await fillIn(visitor, desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
    const done = await visitor.post(check, {});
    expect(done.html).not.toContain('slip.pdf');
    expect((await visitor.get('/confirmation/documents/photo/slip.pdf')).status).toBe(404);
    expect((await visitor.get(slip)).status).toBe(404);
    expect((await new Visitor(app).get(slip)).status).toBe(410);
  });
});
