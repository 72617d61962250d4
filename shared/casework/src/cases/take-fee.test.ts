import { type FeeEntryId, newId } from '@guichet/kernel';
import { beforeEach, expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { readFee } from './fee-of.ts';
import { reverseFee, type TakeFee, takeFee } from './take-fee.ts';

const desk = await useDesk();
const clerk = await desk.staff('fee-clerk', ['clerk'], ['animaux', 'greffe']);
const other = await desk.staff('fee-other', ['clerk'], ['animaux']);
const chief = await desk.staff('fee-chief', ['supervisor'], ['animaux']);
const agent = await desk.staff('fee-agent', ['agent'], ['animaux']);
const stranger = await desk.staff('fee-stranger', ['clerk'], ['voirie']);

let reference: string;
let id: FeeEntryId;
beforeEach(async () => {
  reference = await open('permis-chien');
  id = newId<'fee-entry'>();
});

async function open(service: string): Promise<string> {
  const outcome = await acceptSubmission(desk.public('counter'), {
    service,
    channel: 'counter',
    language: 'fr',
    answers: { ...paperAnswers[service] },
    idempotency: { scope: 'test', key: newId() },
  });
  if (outcome.kind === 'incomplete') throw new Error(JSON.stringify(outcome.problems));
  return outcome.case.reference;
}

const pay = (more: Partial<TakeFee> = {}, by = clerk) => takeFee(by, { id, reference, way: 'cash', ...more });
const feeEvents = async () => {
  const rows = await desk.database.adminSql<{ kind: string }[]>`
    select e.kind from event e join cases c on c.id = e.subject_id
    where c.reference = ${reference} and e.kind like 'fee.%' order by e.seq`;
  return rows.map(({ kind }) => kind);
};

it('is the definition’s for the answers, is paid once, and the same press is one payment', async () => {
  const owed = await readFee(clerk, reference);
  expect(owed).toMatchObject({ owed: 3000, left: 3000, paid: 0 });
  const both = await Promise.all([pay(), pay()]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'taken']);
  await expect(pay({ id: newId() }, other)).rejects.toMatchObject({ publicKey: 'fee-settled' });
  expect(await readFee(clerk, reference)).toMatchObject({ owed: 3000, left: 0, paid: 3000 });
  expect(await feeEvents()).toEqual(['fee.taken']);
});

it('keeps what the terminal or the cheque bears, and never the number of a card', async () => {
  await expect(pay({ way: 'card' })).rejects.toMatchObject({ publicKey: 'fee-receipt-missing' });
  for (const receipt of ['4242 4242 4242 4242', '5555-5555-5555-4444'])
    await expect(pay({ way: 'card', receipt })).rejects.toMatchObject({ publicKey: 'card-number-refused' });
  await pay({ way: 'card', receipt: 'AUT 0482913' });
  expect((await readFee(clerk, reference)).entries[0]).toMatchObject({ way: 'card', receipt: 'AUT 0482913' });
});

it('is let go for a reason, which is sealed with the case', async () => {
  await expect(pay({ way: 'waived' })).rejects.toMatchObject({ publicKey: 'fee-reason-missing' });
  await pay({ way: 'waived', reason: 'Chien recueilli par le refuge' });
  expect(await readFee(clerk, reference)).toMatchObject({ left: 0, paid: 0 });
  const [row] = await desk.database.adminSql<[{ sealed: Buffer }]>`
    select reason_sealed as sealed from fee_entry where id = ${id}`;
  expect(row.sealed.toString('utf8')).not.toContain('refuge');
});

it('is put right by an entry that takes the wrong one back, once, by who took it or a supervisor', async () => {
  await pay();
  const undo = (by = clerk) => reverseFee(by, { reference, id, reason: 'Payé par carte' });
  await expect(undo(other)).rejects.toMatchObject({ publicKey: 'fee-taken-by-other' });
  await expect(reverseFee(clerk, { reference, id, reason: '' })).rejects.toMatchObject({ code: 'invalid' });
  expect([(await undo()).kind, (await undo(chief)).kind]).toEqual(['reversed', 'already']);
  expect(await readFee(clerk, reference)).toMatchObject({
    left: 3000,
    paid: 0,
    entries: [{ isReversed: true }, {}],
  });
  await pay({ id: newId(), way: 'cheque', receipt: '0117' });
  expect(await readFee(clerk, reference)).toMatchObject({ left: 0, paid: 3000 });
  expect((await feeEvents()).filter((kind) => kind !== 'fee.read')).toEqual([
    'fee.taken',
    'fee.reversed',
    'fee.taken',
  ]);
});

it('is taken by nobody of another role or team', async () => {
  await expect(pay({}, agent)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(pay({}, stranger)).rejects.toMatchObject({ code: 'not-found' });
});
