import { acceptSubmission, joinLetter, readCase } from '@guichet/casework';
import { type LetterId, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { receiveRead } from '../../../../tests/support/receive-read.ts';
import { letterOf } from '../../../../tests/support/scanned-letters.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
await desk.staff('ailleurs', ['clerk'], ['animaux']);
await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);

let scans = 0;
/** A letter of these pages that waits. */
async function waiting(...texts: string[]): Promise<LetterId> {
  scans += 1;
  const { letterIds } = await receiveRead(desk.ctx, clerk, [letterOf(...texts)], `lot-${scans}.pdf`);
  const [id] = letterIds;
  if (!id) throw new Error('no letter');
  return id;
}

async function caseWith(...texts: string[]) {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: {
      place: 'Rue des Pins',
      size: 'large',
      danger: false,
      photo: { later: 'post' },
      'reply-way': 'none',
    },
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  const { reference } = accepted.case;
  await joinLetter(clerk, { letterId: await waiting(...texts), reference });
  const { evidence } = await readCase(clerk, { reference });
  return { reference, pieces: evidence.map(({ id }) => `/cases/${reference}/pieces/${id}`) };
}

const kindsOf = async (reference: string) =>
  (await readCase(clerk, { reference })).history.map(({ kind }) => kind);

describe('the originals of a case', () => {
  it('are shown one by one with their text, hash and the file they came in, and leave the event that says who looked', async () => {
    const { reference, pieces } = await caseWith('Une photo du trou', 'Le deuxième feuillet');
    const file = await visitor.get(`/cases/${reference}`);
    for (const piece of pieces) expect(file.html).toContain(`href="${piece}"`);
    const { html } = await visitor.get(pieces[0] ?? '');
    expect(html).toContain('Une photo du trou');
    expect(html).toMatch(/<code>[0-9a-f]{64}<\/code>/);
    expect(html).toContain(`lot-${scans}.pdf`);
    expect(html).toContain(`rel="next" href="${pieces[1]}"`);
    expect(html).not.toContain('rel="prev"');
    const turned = await visitor.get(`${pieces[1]}?turn=90&zoom=200`);
    expect(turned.html).toContain('piece-turn-90');
    expect(turned.html).toContain('piece-zoom-200');
    expect(turned.html).toContain('turn=180');
    expect((await kindsOf(reference)).filter((kind) => kind === 'evidence.viewed')).toHaveLength(2);
  });

  it('an original is downloaded as it came', async () => {
    const { pieces } = await caseWith('Une page');
    const id = (pieces[0] ?? '').split('/').at(-1);
    const original = await visitor.get(`/evidence/${id}?original`);
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(original.html).toBe('picture of Une page');
  });

  it('are not there for another team, nor under another case', async () => {
    const [one, other] = [await caseWith('Une page'), await caseWith('Une autre')];
    const id = (one.pieces[0] ?? '').split('/').at(-1);
    expect((await visitor.get(`/cases/${other.reference}/pieces/${id}`)).status).toBe(404);
    const elsewhere = visit(app);
    await elsewhere.signIn('ailleurs', testPassword);
    expect((await elsewhere.get(one.pieces[0] ?? '')).status).toBe(404);
  });
});

describe('the mail of no case', () => {
  it('opens to the mailroom alone: neither a pile, nor a page that waits, is there for who works cases', async () => {
    const { pieces } = await caseWith('Une page');
    const letterId = await waiting('La lettre d’une autre personne');
    const mail = await desk.ctx.sql<{ id: string; kind: string }[]>`
      select e.id, e.kind from evidence e join letter l on l.id = ${letterId}
      where e.case_id is null and (e.letter_id = l.id or e.batch_id = l.batch_id) order by e.kind`;
    expect(mail.map(({ kind }) => kind)).toEqual(['batch', 'page']);
    const agent = visit(app);
    await agent.signIn('agente', testPassword);
    const shown = await agent.get(pieces[0] ?? '');
    expect(shown.status).toBe(200);
    expect(shown.html).toContain(`lot-${scans - 1}.pdf`);
    const links = [...shown.html.matchAll(/\/evidence\/([0-9a-f-]+)/g)].map(([, id]) => id);
    expect([...new Set(links)]).toEqual([(pieces[0] ?? '').split('/').at(-1)]);
    for (const { id } of mail) {
      expect((await agent.get(`/evidence/${id}?original`)).status).toBe(403);
      expect((await visitor.get(`/evidence/${id}`)).status).toBe(200);
    }
  });
});

describe('finding a page by its words', () => {
  it('in a case: accents and case folded, each word marked where it stands, an event without the words', async () => {
    const { reference, pieces } = await caseWith('Rue des Érables à l’angle', 'Un mot sur les pins');
    await caseWith('Rue des Érables encore');
    await visitor.get(`/cases/${reference}`);
    const { html, path } = await visitor.send(pieces[0] ?? '', { words: 'erable RUE' });
    expect(path).toBe(pieces[0]);
    expect(html).toContain('1 page trouvée');
    expect(html.match(/<rect /g)).toHaveLength(2);
    expect(html).toContain('viewBox="0 0 2550 3300"');
    const other = await visitor.send(pieces[0] ?? '', { words: 'erable' });
    // The words go from page to page in what is posted, and stand in no address.
    expect(other.html).not.toMatch(/(?:href|action|src)="[^"]*erable/);
    expect(other.html).toMatch(new RegExp(`formaction="${pieces[1]}" name="words" value="erable"`));
    const second = await visitor.send(pieces[1] ?? '', { words: 'erable' });
    expect(second.html).not.toContain('<rect ');
    const { history } = await readCase(clerk, { reference });
    const events = history.filter(({ kind }) => kind === 'case.searched');
    expect(events.map(({ data }) => data)).toEqual([{ pages: 1 }, { pages: 1 }, { pages: 1 }]);
    expect((await visitor.get(`${pieces[0]}?words=erable`)).html).not.toContain('<rect ');
    expect((await visitor.send(pieces[0] ?? '', { words: '' })).status).toBe(422);
    expect((await visitor.send(pieces[0] ?? '', { words: 'hiver' })).html).toContain('Aucune page');
  });

  it('among the letters that wait: for whoever settles them, an event on the person and on each letter found', async () => {
    const id = await waiting('Plainte contre la fourrière municipale');
    await waiting('Rien de tel ici');
    await visitor.get('/mailroom');
    const found = await visitor.send('/mailroom/found', { words: 'FOURRIERE plainte' });
    expect(found.html).toContain(`/mailroom/letters/${id}#page-1`);
    expect(found.html).toContain('Plainte contre la fourrière municipale');
    expect(found.html).toContain('1 page trouvée');
    const events = await desk.ctx.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'system', true)`;
      return sql<{ kind: string; data: unknown }[]>`
        select kind, data from event where kind in ('mailroom.searched', 'letter.found-by-words') order by kind`;
    });
    expect(events.map(({ kind }) => kind)).toEqual(['letter.found-by-words', 'mailroom.searched']);
    expect(JSON.stringify(events)).not.toMatch(/fourri/i);
    expect((await visitor.send('/mailroom/found', { words: ' ' })).status).toBe(422);
    const agent = visit(app);
    await agent.signIn('agente', testPassword);
    expect((await agent.get('/mailroom/found')).status).toBe(403);
  });
});
