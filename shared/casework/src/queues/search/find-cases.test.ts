import { formatReference } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import { findCases } from './find-cases.ts';
import { indexCases } from './index-cases.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const neighbour = await desk.staff('voisin', ['agent'], ['greffe']);

const accept = async (key: string, answers: object, language: 'fr' | 'en' = 'fr') => {
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language,
    answers: { ...paperAnswers['nid-de-poule'], ...answers },
    idempotency: { scope: 'test', key },
  });
  if (acceptance.kind !== 'accepted') throw new Error(JSON.stringify(acceptance));
  return acceptance.case;
};
const letter = (given: string, family: string, street: string) => ({
  'reply-way': 'letter',
  'reply-email': undefined,
  'reply-name': `${given} ${family}`,
  'reply-address': { street, municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' },
});

const roy = await accept('1', letter('Éloïse', 'Bélanger-Côté', '12, rue des Érables'));
const tremblay = await accept('2', {
  place: { text: 'Devant le 1200, rue Saint-Denis' },
  'reply-way': 'sms',
  'reply-email': undefined,
  'reply-phone': '418-555-1234',
});
const english = await accept('3', { description: 'Large holes were repaired badly near the bridges' }, 'en');
let indexed = 0;
for (let done = await indexCases(desk.ctx); done > 0; done = await indexCases(desk.ctx)) indexed += done;

const found = async (typed: string, ctx = agent) =>
  (await findCases(ctx, typed)).cases.map(({ reference }) => reference);

describe('finding cases by what they say', () => {
  it('indexes each case once, and none again', async () => {
    expect(indexed).toBe(3);
    expect(await indexCases(desk.ctx)).toBe(0);
  });

  it.each([
    ['a name without accents', 'belanger', roy],
    ['a name with a slip of the keys', 'Belangre', roy],
    ['a name with a letter less, and the first name', 'eloise belager', roy],
    ['a street', 'erables', roy],
    ['a postal code', 'g1r4s9', roy],
    ['a telephone number in any way of writing it', '(418) 555 12 34', tremblay],
    ['a number with its country', '+1 418.555.1234', tremblay],
    ['seven digits', '555-1234', tremblay],
    ['a place', 'saint denis', tremblay],
    ['English by its stem', 'repairs bridge', english],
    ['a reference with spaces', formatReference(roy.reference), roy],
  ])('by %s', async (_, typed, wanted) => {
    expect(await found(typed)).toEqual([wanted.reference]);
  });

  it('by a number as it is, not by that of another house', async () => {
    expect(await found('1200 saint denis')).toEqual([tremblay.reference]);
    for (const typed of ['1201 saint denis', '120 saint denis', '12000 saint denis'])
      expect(await found(typed)).toEqual([]);
  });

  it('by French stems, a stem after the word itself', async () => {
    const [written] = (await findCases(agent, 'agrandi')).cases;
    expect(written?.matches[0]).toMatchObject({ question: 'description', how: 'stem' });
  });

  it('by a reference with one digit wrong, or two exchanged', async () => {
    const digits: string = roy.reference;
    const wrong = `${digits.slice(0, 4)}${(Number(digits[4]) + 1) % 10}${digits.slice(5)}`;
    expect(await found(wrong)).toContain(roy.reference);
  });

  it('wants all of what was typed', async () => {
    expect(await found('belanger saint-denis')).toEqual([]);
  });

  it('says where it matched, masked', async () => {
    const [byPhone] = (await findCases(agent, '4185551234')).cases;
    expect(byPhone?.matches).toEqual([{ question: 'reply-phone', how: 'exact', shown: '••• ••• 1234' }]);
    const [byName] = (await findCases(agent, 'belager')).cases;
    expect(JSON.stringify(byName?.matches)).not.toMatch(/b[eé]langer/i);
  });

  it('finds nothing of another team, and nothing for who may not', async () => {
    expect(await found('belanger', neighbour)).toEqual([]);
    expect(await found(roy.reference, neighbour)).toEqual([]);
    await expect(findCases(desk.public('web'), 'belanger')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('leaves one event on whoever searched, without the words', async () => {
    const ours = await desk.staff('chercheuse', ['clerk'], ['voirie']);
    await findCases(ours, 'belanger');
    const id = ours.actor.kind === 'staff' ? ours.actor.staffId : '';
    const events =
      await adminSql`select kind, data from event where subject_id = ${id} and kind <> 'staff.added'`;
    expect([...events]).toEqual([{ kind: 'cases.searched', data: { terms: 1, found: 1, shown: [roy.id] } }]);
  });

  it('refuses the sixty-first search in five minutes', async () => {
    const quick = await desk.staff('pressee', ['agent'], ['voirie']);
    for (let count = 0; count < 60; count += 1) await findCases(quick, 'belanger');
    await expect(findCases(quick, 'belanger')).rejects.toMatchObject({ code: 'too-many' });
  });

  it('follows a case to its other team, and finds nothing once its key is destroyed', async () => {
    await adminSql`update cases set team = 'greffe' where id = ${tremblay.id}`;
    expect(await found('saint denis', neighbour)).toEqual([tremblay.reference]);
    await adminSql`update cases set data_key = null where id = ${tremblay.id}`;
    expect(await adminSql`select 1 from case_search where case_id = ${tremblay.id}`).toHaveLength(0);
  });
});
