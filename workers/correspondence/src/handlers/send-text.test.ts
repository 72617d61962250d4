import {
  noteTextWish,
  offerResume,
  prepareText,
  resumeDraft,
  saveDraft,
  settleTextByProvider,
  type TextRules,
  textResumeLink,
} from '@guichet/casework';
import { startTwilioFake } from '@guichet/infra/embedded';
import { dispatch } from '@guichet/jobs';
import { day, FixedClock, hour, type Id, minute, newId } from '@guichet/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { phoneDraft } from '../../../../tests/support/recorded-request.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testAccount, testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from './index.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const caller = desk.public('phone');
const twilio = await startTwilioFake({ port: 0, ...testAccount });
afterAll(() => twilio.close());

const settings = testSettings(twilio.url, {
  PUBLIC_URL: 'https://guichet.example/',
  OUTBOUND_PREFIXES: ['+1418'],
});
const perform = dispatch(handlers, {}, correspondenceContext(desk.ctx, settings));

const rules: TextRules = { prefixes: ['+1418'], textsAnHour: 100 };

let last = 0;
/** A telephone of its own for each test: what one asks for an hour is counted. */
const newPhone = () => `+1418555${String((last += 1)).padStart(4, '0')}`;

async function asked(phone: string, language: 'fr' | 'en' = 'fr') {
  const draftId = await phoneDraft(desk, language);
  const offered = await offerResume(caller, { draftId });
  const answer = await textResumeLink(caller, { draftId, phone, language, rules });
  return { draftId, answer, ...offered, ...(await jobOf(draftId)) };
}

async function jobOf(draftId: string) {
  const [job] = await adminSql<[{ outboxId: string; textId: Id<'text'> }?]>`
    select o.id as "outboxId", t.id as "textId" from text_message t join outbox o on o.ids ->> 'textId' = t.id::text
    where t.draft_id = ${draftId}`;
  return job ?? { outboxId: '', textId: '' as Id<'text'> };
}

const send = ({ outboxId, textId }: { outboxId: string; textId: string }) =>
  perform({ id: outboxId, name: 'correspondence.send-text', data: { textId }, attempt: 1 });

const fateOf = async (textId: string) =>
  (
    await adminSql<[{ fate: string | null; attempt: number; detail: string | null }?]>`
    select fate, attempt, detail from text_message where id = ${textId}`
  )[0];

const eventsOf = async (draftId: string) =>
  (
    await adminSql<{ kind: string }[]>`
    select kind from event where subject_id = ${draftId} and kind like 'draft.link-%' order by seq`
  ).map(({ kind }) => kind);

describe('the link to a draft, by text message', () => {
  it('leaves once, with the link and the number, and never the code or what is asked for', async () => {
    const phone = newPhone();
    const text = await asked(phone);
    expect(text.answer).toBe('kept');
    const before = twilio.messages().length;
    await send(text);
    await send(text);
    expect(twilio.messages()).toHaveLength(before + 1);
    const { to, body } = twilio.messages().at(-1) ?? { to: '', body: '' };
    expect(to).toBe(phone);
    expect(body).toContain(`https://guichet.example/resume?n=${text.number}&lang=fr`);
    expect(body).not.toContain(text.code);
    expect(body).not.toMatch(/nid-de-poule/i);
    expect(await fateOf(text.textId)).toMatchObject({ fate: 'sent', attempt: 1 });
    expect(await eventsOf(text.draftId)).toEqual([
      'draft.link-asked',
      'draft.link-attempted',
      'draft.link-sent',
    ]);
  });

  it('is one text however often it is asked, and one telephone gets three in an hour', async () => {
    const phone = newPhone();
    const first = await asked(phone);
    const again = () => textResumeLink(caller, { draftId: first.draftId, phone, language: 'fr', rules });
    expect(await Promise.all([again(), again()])).toEqual(['kept', 'kept']);
    await asked(phone);
    await asked(phone, 'en');
    await expect(asked(phone)).rejects.toMatchObject({ code: 'too-many' });
    clock.advance(hour + 1);
    expect((await asked(phone)).answer).toBe('kept');
    const asDoor = textResumeLink(desk.door, { draftId: first.draftId, phone, language: 'fr', rules });
    await expect(asDoor).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is refused to who said STOP, before it is asked or after', async () => {
    const phone = newPhone();
    const text = await asked(phone);
    await noteTextWish(caller, { phone, wanted: false });
    const before = twilio.messages().length;
    await send(text);
    expect(twilio.messages()).toHaveLength(before);
    expect(await fateOf(text.textId)).toMatchObject({ fate: 'bounced', detail: 'texts-refused' });
    expect((await asked(phone)).answer).toBe('refused');
  });

  it('is never sent again blindly by a worker that died between sending and saving', async () => {
    const text = await asked(newPhone());
    const prepared = await prepareText(desk.ctx, text.outboxId, text.textId);
    expect(prepared).toMatchObject({ kind: 'say' });
    const before = twilio.messages().length;
    await send(text);
    expect(twilio.messages()).toHaveLength(before);
    expect(await fateOf(text.textId)).toMatchObject({ fate: 'unsure' });
  });

  it('comes later while the provider refuses, and is given up after an hour', async () => {
    const text = await asked(newPhone());
    twilio.refuseNext(1, 503);
    await send(text);
    expect(await fateOf(text.textId)).toMatchObject({ fate: 'later', attempt: 1 });
    clock.advance(5 * minute);
    await send(text);
    expect(await fateOf(text.textId)).toMatchObject({ fate: 'sent', attempt: 2 });
    const late = await asked(newPhone());
    clock.advance(hour + 1);
    twilio.refuseNext(1, 503);
    await send(late);
    expect(await fateOf(late.textId)).toMatchObject({ fate: 'bounced' });
    expect(await jobOf(late.draftId)).toMatchObject({ outboxId: '' });
  });

  it('follows a draft that went on elsewhere, and is not sent for one that is no more', async () => {
    const text = await asked(newPhone());
    expect((await resumeDraft(desk.public('web'), text)).kind).toBe('draft');
    const before = twilio.messages().length;
    await send(text);
    expect(twilio.messages()).toHaveLength(before + 1);
    const lost = await asked(newPhone());
    clock.advance(31 * day);
    await adminSql`delete from draft where id = ${lost.draftId}`;
    await send(lost);
    expect(twilio.messages()).toHaveLength(before + 1);
    await perform({ id: newId(), name: 'correspondence.send-text', data: { textId: newId() }, attempt: 1 });
  });

  it('forgets the telephone once nothing more will be sent to it, whatever became of the message', async () => {
    const isKept = async (textId: string) =>
      (
        await adminSql`select sealed is not null or data_key is not null as kept from text_message where id = ${textId}`
      )[0]?.['kept'];
    const text = await asked(newPhone());
    expect(await isKept(text.textId)).toBe(true);
    twilio.refuseNext(1, 503);
    await send(text);
    expect([(await fateOf(text.textId))?.fate, await isKept(text.textId)]).toEqual(['later', true]);
    await send(text);
    expect([(await fateOf(text.textId))?.fate, await isKept(text.textId)]).toEqual(['sent', false]);
    const unwanted = newPhone();
    const refused = await asked(unwanted);
    await noteTextWish(caller, { phone: unwanted, wanted: false });
    await send(refused);
    const failed = await asked('+14185550009');
    await settleTextByProvider(desk.ctx, { providerId: 'SM1', textId: failed.textId, status: 'failed' });
    const unsure = await asked(newPhone());
    await prepareText(desk.ctx, unsure.outboxId, unsure.textId);
    await send(unsure);
    const over = await asked(newPhone());
    await adminSql`update draft set number = null where id = ${over.draftId}`;
    await send(over);
    for (const { textId } of [refused, failed, unsure, over]) expect(await isKept(textId)).toBe(false);
  });

  it('takes the news of the network in any order, once each, and leaves an event', async () => {
    for (const order of [
      ['sent', 'delivered'],
      ['delivered', 'sent', 'undelivered', 'queued'],
    ]) {
      const text = await asked(newPhone());
      const outbox = { ...text };
      const tell = (status: string, providerId = 'SM7') =>
        settleTextByProvider(desk.ctx, { providerId, textId: text.textId, status });
      for (const status of order) await tell(status);
      expect(await tell('undelivered', 'SM8')).toBe(false);
      await send(outbox);
      expect(await fateOf(text.textId)).toMatchObject({ fate: 'delivered' });
      expect(await eventsOf(text.draftId)).toContain('draft.link-delivered');
    }
    expect(await settleTextByProvider(desk.ctx, { providerId: 'SM7', textId: newId(), status: 'sent' })).toBe(
      false,
    );
  });

  it('asks the network to tell what became of it, by a name of ours', async () => {
    const text = await asked(newPhone());
    await send(text);
    expect(twilio.messages().at(-1)).toMatchObject({
      statusCallback: `https://guichet.example/phone/status?text=${text.textId}`,
    });
  });

  it('is sent to no number that the desk does not write to, and to so many in an hour in all', async () => {
    const before = twilio.messages().length;
    expect((await asked('+15145550100')).answer).toBe('not-allowed');
    // The rules may have changed since it was asked for.
    const draftId = await saveDraft(caller, {
      service: 'nid-de-poule',
      version: 1,
      channel: 'phone',
      language: 'fr',
      content: { answers: {}, skipped: [] },
    });
    await offerResume(caller, { draftId });
    const ask = (phone: string, change: Partial<TextRules>) =>
      textResumeLink(caller, { draftId, phone, language: 'fr', rules: { ...rules, ...change } });
    expect(await ask('+14505550100', { prefixes: ['+1450'] })).toBe('kept');
    const job = await jobOf(draftId);
    await send(job);
    expect(await fateOf(job.textId)).toMatchObject({ fate: 'bounced', detail: 'number-not-allowed' });
    expect(twilio.messages()).toHaveLength(before);
    clock.advance(hour + 1);
    expect(await ask(newPhone(), { textsAnHour: 2 })).toBe('kept');
    expect(await ask(newPhone(), { textsAnHour: 2 })).toBe('kept');
    const third = newPhone();
    await expect(ask(third, { textsAnHour: 2 })).rejects.toMatchObject({ code: 'too-many' });
    clock.advance(hour + 1);
    expect(await ask(third, { textsAnHour: 2 })).toBe('kept');
  });
});
