import {
  type NoteCall,
  noteCall,
  offerResume,
  saveDraft,
  settleTextByProvider,
  textResumeLink,
} from '@guichet/casework';
import type { Id } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { attribute, htmlElements } from '../../../../tests/support/html.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
await desk.staff('agente', ['agent', 'clerk'], ['voirie']);
await desk.staff('cheffe', ['supervisor'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const supervisor = visit(app);
await supervisor.signIn('cheffe', testPassword);

const pothole = { code: 'nid-de-poule', version: 1 };
let made = 0;
const note = (more: Partial<NoteCall>) =>
  noteCall(desk.ctx, {
    callSid: `CA${(made += 1)}`,
    seconds: 60,
    language: 'fr',
    slow: false,
    recordings: 0,
    requests: [{ service: pothole, ended: 'completed', turns: 14, presses: 23 }],
    misses: [],
    ...more,
  });

async function text(phone: string) {
  const caller = desk.public('phone');
  const draftId = await saveDraft(caller, {
    service: 'nid-de-poule',
    version: 1,
    channel: 'phone',
    language: 'fr',
    content: { answers: {}, skipped: [] },
  });
  await offerResume(caller, { draftId });
  const rules = { prefixes: ['+1'], textsAnHour: 60 };
  await textResumeLink(caller, { draftId, phone, language: 'fr', rules });
  const [made] = await desk.database.adminSql<[{ id: Id<'text'> }]>`
    select id from text_message where draft_id = ${draftId}`;
  return made.id;
}

describe('the page of the line', () => {
  it('is for supervisors, who find it from theirs', async () => {
    expect((await supervisor.get('/supervisor')).html).toContain('href="/supervisor/line"');
    const agent = visit(app);
    await agent.signIn('agente', testPassword);
    expect((await agent.get('/supervisor/line')).status).toBe(403);
    expect((await supervisor.get('/supervisor/line/8')).status).toBe(404);
  });

  it('says that there is nothing, and what a count needs, before the first call', async () => {
    const { html } = await supervisor.get('/supervisor/line');
    expect(html).toContain('Aucun appel ne s’est terminé');
    expect(html).toContain('/phone/status');
    expect(html).not.toContain('<svg class="plot"');
  });

  it('says whether the links that callers had sent by text message arrived', async () => {
    expect((await supervisor.get('/supervisor/line')).html).not.toContain('Liens envoyés par texto');
    const [arrived, failed] = [await text('+14185550111'), await text('+14185550112')];
    await text('+14185550113');
    await settleTextByProvider(desk.ctx, { providerId: 'SM1', textId: arrived, status: 'delivered' });
    await settleTextByProvider(desk.ctx, { providerId: 'SM2', textId: failed, status: 'undelivered' });
    const { html } = await supervisor.get('/supervisor/line/7');
    const said = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(said).toMatch(/Demandés 3 Arrivés 1 Non arrivés 1 Incertains 0 En route 1/);
    // Counted, not seen: neither the telephone that is still sealed nor whose draft it is.
    const seen = await desk.door.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'staff', true), set_config('guichet.teams', '*', true)`;
      return [await sql`select id from text_message`, await sql`select 1 from draft`];
    });
    expect(seen.map(({ length }) => length)).toEqual([0, 3]);
  });

  it('plots calls by how they ended, and says every figure in words beside the plot', async () => {
    await note({});
    await note({});
    await note({ requests: [{ service: pothole, ended: 'abandoned', turns: 3, presses: 2 }] });
    await note({
      language: 'en',
      requests: [{ service: pothole, ended: 'to-a-person', turns: 5, presses: 4 }],
      misses: [
        { service: pothole, at: 'size', kind: 'speech', count: 3 },
        { at: 'menu', kind: 'silence', count: 1 },
      ],
    });
    const { html } = await supervisor.get('/supervisor/line/7');
    const bars = htmlElements(html).filter(
      (one) =>
        one.tagName === 'rect' && one.parentNode && attribute(one.parentNode as never, 'role') === 'img',
    );
    expect(bars.map((bar) => [attribute(bar, 'class'), Number(attribute(bar, 'height'))])).toEqual([
      ['plot-completed', 50],
      ['plot-toAPerson', 25],
      ['plot-abandoned', 25],
    ]);
    expect(html).toMatch(/4 appels en 7 jours/);
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(/Signaler un nid-de-poule 4 2 \(50\s%\) 1 1 14 23/);
    expect(text).toMatch(/Menu des services Hors d’un service 1 1 1 0 0/);
    const label = desk.ctx.catalogue.find('nid-de-poule')?.question('size')?.label;
    expect(text).toContain(`${label?.fr} Signaler un nid-de-poule 1 3 0 0 3`);
    expect((await supervisor.get('/supervisor/line/7?lang=en')).html).toContain(label?.en);
  });
});
