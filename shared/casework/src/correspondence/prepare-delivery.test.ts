import { FixedClock, minute, newId, type ReplyId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { homeAddress, openCase, workDueReplies } from '../../../../tests/support/posted-letter.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { closeCase } from '../cases/closure/close-case.ts';
import { readCase } from '../cases/read-case.ts';
import { type DueJob, claimDueJobs } from '../outbox/claim-due-jobs.ts';
import { takeNext } from '../queues/take-next.ts';
import type { OutboundRules } from './count-outbound-call.ts';
import { findPostings } from './find-postings.ts';
import { handOverBatch } from './hand-over-batch.ts';
import { noteReturned } from './note-returned.ts';
import { openPrintBatch } from './open-print-batch.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { takePrintBatch } from './take-print-batch.ts';

// By day: a call waits for the hours of calls.
const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('commis', ['clerk', 'agent'], ['greffe', 'bibliotheque']);
const rules: OutboundRules = { prefixes: ['+1418'], callsANumberADay: 100, callsAnHour: 100 };
const person = { given: 'Marie', family: 'Tremblay', birthDate: '1958-03-09' };

/** Both are reached otherwise too; only of a library card is something sensitive asked, so that its letters wait. */
const asked = {
  'changement-adresse': {
    person,
    'old-address': { ...homeAddress, street: '215, rue Principale' },
    'new-address': homeAddress,
    'move-date': '2026-12-07',
    'with-others': false,
    bodies: ['library'],
    sharing: true,
    proof: { later: 'post' },
    phone: '+14185550123',
    'reply-way': 'letter',
  },
  'inscription-bibliotheque': {
    holder: person,
    address: homeAddress,
    'behalf-whose': 'myself',
    resident: true,
    'address-proof': { later: 'post' },
    'with-family': false,
    minors: false,
    phone: '+14185550123',
    notices: 'email',
    email: 'marie@exemple.ca',
    rules: true,
    'reply-way': 'letter',
  },
};

/** Opens a case whose acknowledgement came back, and decides it; gives its reference and the job that is to tell of it. */
async function decidedAfterReturn(service: keyof typeof asked) {
  const { reference } = await openCase(desk, asked[service], service);
  const told = (await workDueReplies(desk)).find(({ way }) => way === 'letter');
  const batchId = newId<'print-batch'>();
  await takePrintBatch(clerk, { batchId });
  const count = (await openPrintBatch(clerk, batchId)).length;
  await handOverBatch(clerk, { batchId, count, handedTo: 'Postes Canada', spoiled: [] });
  const [posting] = await findPostings(clerk, { code: told?.code ?? '' });
  if (!posting) throw new Error('no posting');
  await noteReturned(clerk, posting.id, 'unknown');
  await workDueReplies(desk);
  // The call of the notice is over.
  clock.advance(6 * minute);
  for (let taken = await takeNext(clerk); taken.kind === 'taken' && taken.reference !== reference; )
    taken = await takeNext(clerk);
  const { serviceCode, serviceVersion } = await readCase(clerk, { reference });
  const outcome = desk.ctx.catalogue.find(serviceCode, serviceVersion)?.definition.outcomes[0]?.key ?? '';
  await closeCase(clerk, { reference, outcome, words: 'Votre demande est acceptée.' });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 100, async (jobs) => void due.push(...jobs));
  const [job, ...others] = due.filter((one) => one.job === 'correspondence.send');
  if (!job || others.length > 0) throw new Error('not one job');
  return { reference, job };
}

it.each([
  ['changement-adresse', { led: 1, notices: 1 }],
  ['inscription-bibliotheque', { led: 0, notices: 2 }],
] as const)(
  'what can not be posted is told once, though copies of its job run at once: %s',
  async (service, once) => {
    const { reference, job } = await decidedAfterReturn(service);
    const copies = [1, 2, 3, 4].map(() =>
      prepareDelivery(desk.ctx, job.id, job.ids['replyId'] as ReplyId, rules),
    );
    const ended = await Promise.all(copies);
    const { history, replies } = await readCase(clerk, { reference });
    const led = history.filter(({ kind }) => kind === 'reply.led-around').length;
    // One is of the letter that came back.
    const notices = replies.filter(({ purpose }) => purpose === 'news').length;
    expect({ led, notices }).toEqual(once);
    expect(
      ended.filter(({ kind }) => kind === 'say' || kind === 'held'),
      JSON.stringify(ended.map(({ kind }) => kind)),
    ).toHaveLength(1);
  },
);
