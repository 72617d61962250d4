import { describe, expect, it } from 'vitest';
import type { PhoneCall } from '../../../../tests/support/call/call-line.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';
import { openTestLine } from '../../test/open-test-line.ts';
import { requests } from '../../test/people.ts';
import { fillIn, Visitor } from '../../test/visitor.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const { dial, from } = openTestLine(desk);
const { app } = openTestDoor(desk);

/** A caller who reported where the hole is, at the next question. */
async function begun(): Promise<PhoneCall> {
  const call = await dial();
  await call.press('1');
  await pick(call, 'Ma municipalité');
  await pick(call, desk.ctx.catalogue.find('nid-de-poule')?.definition.name.fr ?? '');
  await call.record('En face du 12');
  expect(call.said).toMatch(/taille du trou/);
  return call;
}

async function pick(call: PhoneCall, label: string): Promise<void> {
  const key = () => new RegExp(`${label} : (?:faites )?le (\\d)`).exec(call.said)?.[1];
  for (let page = 0; key() === undefined && page < 20; page += 1) await call.press('9');
  await call.press(key() ?? '');
}

const digitsIn = (pattern: RegExp, text: string) => pattern.exec(text)?.[1]?.replace(/\D/g, '') ?? '';

async function kept(call: PhoneCall): Promise<{ number: string; code: string }> {
  await call.press('0');
  await call.press('4');
  return {
    number: digitsIn(/numéro de reprise est le : ([\d ,]+)/, call.said),
    code: digitsIn(/code de reprise est le : ([\d ,]+)/, call.said),
  };
}

async function onTheWeb(typed: { number: string; code: string }) {
  const visitor = new Visitor(app);
  return { visitor, page: await visitor.post(await visitor.get('/resume'), typed) };
}

async function byPhone({ number, code }: { number: string; code: string }): Promise<PhoneCall> {
  const call = await dial();
  await call.press('1');
  await call.press('1');
  await call.press(`${number}#`);
  await call.press(`${code}#`);
  return call;
}

const drafts = (number: string) =>
  adminSql<{ id: string; externalKey: string | null }[]>`
    select id, external_key as "externalKey" from draft where number = ${number}`;

describe('a request that changes doors', () => {
  it('begun by telephone goes on by Internet, and the call that still runs writes over none of it', async () => {
    const call = await begun();
    const typed = await kept(call);
    const { visitor, page } = await onTheWeb(typed);
    expect(page.path).toBe('/requests/size');
    await visitor.post(page, { size: 'large' });
    await call.press('3');
    await call.press('1');
    expect(call.said).not.toMatch(/ne répond pas/);
    expect((await visitor.get('/requests/size')).html).toMatch(/value="large"[^>]*checked/);
    const [held] = await adminSql<[{ count: number }]>`
      select count(*)::int as count from draft where external_key = ${`call:${call.sid}:1`}`;
    expect(held.count).toBe(1);
    expect(await drafts(typed.number)).toEqual([expect.objectContaining({ externalKey: null })]);
  });

  it('begun by Internet goes on by telephone to its end, and then each door says that it was sent', async () => {
    const visitor = new Visitor(app);
    await fillIn(visitor, desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
    const later = await visitor.get('/later');
    const [number = '', code = ''] = [...later.html.matchAll(/reference-code">([^<]+)</g)].map(
      ([, text = '']) => text.replace(/\D/g, ''),
    );
    const call = await byPhone({ number, code });
    expect(call.said).toMatch(/Vos réponses sont conservées; nous continuons.*Voici ce que/);
    for (let turns = 0; !/Votre demande est reçue/.test(call.said) && turns < 6; turns += 1)
      await call.press('1');
    expect(call.said).toMatch(/Votre demande est reçue/);
    const [held] = await adminSql<[{ channel: string; answers: number }]>`
      select c.channel, (select count(*)::int from case_answer a where a.case_id = c.id) as answers
      from cases c join draft d on d.case_id = c.id where d.external_key = ${`call:${call.sid}:1`}`;
    expect(held).toEqual({ channel: 'phone', answers: Object.keys(requests['nid-de-poule'] ?? {}).length });
    expect((await byPhone({ number, code })).said).toMatch(/déjà envoyée/);
    expect((await onTheWeb({ number, code })).page.html).toMatch(/déjà été envoyée/);
    expect((await visitor.get('/requests')).status).toBe(410);
  });

  it('goes on in another call, where each webhook sent five times moves it once', async () => {
    const typed = await kept(await begun());
    const call = await dial(undefined, { copies: 5 });
    await call.press('1');
    await call.press('1');
    await call.press(`${typed.number}#`);
    await call.press(`${typed.code}#`);
    expect(call.said).toMatch(/nous continuons.*taille du trou/);
    const [held] = await drafts(typed.number);
    expect(held?.externalKey).toBe(`call:${call.sid}:1`);
    const events = await adminSql`select kind from event where subject_id = ${held?.id ?? ''}`;
    expect(events.map(({ kind }) => kind)).toEqual(['draft.resumed']);
    await call.press('1');
    expect(await kept(call)).toEqual(typed);
  });

  it('is closed to guesses after ten tries, at every door', async () => {
    const { number, code } = await kept(await begun());
    const wrong = code === '000000' ? '111111' : '000000';
    // A call is handed to a person after three.
    for (const tries of [3, 3, 3, 1]) {
      const call = await byPhone({ number, code: wrong });
      for (let tried = 1; tried < tries; tried += 1) {
        expect(call.said).toMatch(/ne trouvons pas/);
        await call.press(`${number}#`);
        await call.press(`${wrong}#`);
      }
    }
    expect((await byPhone({ number, code })).said).toMatch(/trop d’essais/);
    expect((await onTheWeb({ number, code })).page.status).toBe(429);
  });
});

describe('the link by text message', () => {
  it('is asked for once whatever is repeated; what is kept of it names no telephone', async () => {
    const call = await dial(undefined, { copies: 3 });
    await call.press('1');
    await pick(call, 'Ma municipalité');
    await pick(call, desk.ctx.catalogue.find('nid-de-poule')?.definition.name.fr ?? '');
    await call.record('En face du 12');
    const { number } = await kept(call);
    await call.press('2');
    expect(call.said).toMatch(/lien par texto/);
    const rows = await adminSql<{ row: string; ids: string }[]>`
      select t::text as row, o.ids::text as ids from text_message t join draft d on d.id = t.draft_id
        join outbox o on o.ids ->> 'textId' = t.id::text where d.number = ${number}`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(from.slice(2));
    // The network tells what became of it, by our own name of it.
    const textId = (JSON.parse(rows[0]?.ids ?? '{}') as { textId: string }).textId;
    for (const MessageStatus of ['delivered', 'sent'])
      await call.repeat(`/phone/status?text=${textId}`, { MessageSid: `SM${'a'.repeat(32)}`, MessageStatus });
    const [told] = await adminSql`select fate, sealed, data_key from text_message where id = ${textId}`;
    expect(told).toEqual({ fate: 'delivered', sealed: null, dataKey: null });
  });

  it('is not sent to a number that the desk does not write to, and the caller hears so', async () => {
    const call = await dial(undefined, { from: '+15145550123' });
    await call.press('1');
    await pick(call, 'Ma municipalité');
    await pick(call, desk.ctx.catalogue.find('nid-de-poule')?.definition.name.fr ?? '');
    await call.record('En face du 12');
    const { number } = await kept(call);
    await call.press('2');
    expect(call.said).toMatch(/n’envoyons pas de textos à un numéro comme/);
    const rows = await adminSql`
      select 1 from text_message t join draft d on d.id = t.draft_id where d.number = ${number}`;
    expect(rows).toHaveLength(0);
  });
});
