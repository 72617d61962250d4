import {
  acceptSubmission,
  acknowledgeCase,
  claimDueJobs,
  closeCase,
  type DeskContext,
  type DueJob,
  handOverBatch,
  openPrintBatch,
  type OutboundRules,
  pageKey,
  prepareDelivery,
  queueLetter,
  prepareAnswer,
  readCase,
  settleDelivery,
  takeNext,
  takePrintBatch,
} from '@guichet/casework';
import { addressBlock, letterPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import { type CaseId, type DeliveryId, type FixedClock, type Id, newId, type ReplyId } from '@guichet/kernel';
import { letterAnswer } from '../../workers/correspondence/src/say/letter-answer.ts';
import type { TestDesk } from './test-desk.ts';

export const homeAddress = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};
export const byLetter = {
  'reply-way': 'letter',
  'reply-name': 'Jeanne Tremblay',
  'reply-address': homeAddress,
} as const;

const rules: OutboundRules = { prefixes: ['+1418'], callsANumberADay: 100, callsAnHour: 100 };

/** Opens a case by Internet. Shape: `nid-de-poule` and how its person hears back, unless other answers are given for another service. */
export async function openCase(
  desk: TestDesk,
  answers: Record<string, unknown> = byLetter,
  service = 'nid-de-poule',
) {
  const accepted = await acceptSubmission(desk.public('web'), {
    service,
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers:
      service === 'nid-de-poule'
        ? { place: { text: 'Rue des Pins' }, size: 'small', danger: false, ...answers }
        : answers,
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  return accepted.case;
}

export interface ToldReply {
  replyId: ReplyId;
  kind: string;
  deliveryId?: DeliveryId;
  way?: string;
  words?: string;
  /** The serial on the pages of a letter. */
  code?: string;
}

/**
 * Does what the hands of the desk do with all that is due: acknowledgements, then replies: letters to the print queue, the others
 * sent as far as a provider takes them.
 */
export async function workDueReplies(desk: TestDesk): Promise<ToldReply[]> {
  const told: ToldReply[] = [];
  for (;;) {
    const due: DueJob[] = [];
    await claimDueJobs(desk.ctx, 100, async (jobs) => void due.push(...jobs));
    if (due.length === 0) return told;
    for (const { id, job, ids } of due) {
      if (job === 'casework.acknowledge') await acknowledgeCase(desk.ctx, id, ids['caseId'] as CaseId);
      if (job === 'correspondence.answer-letter')
        await answer(desk.ctx, id, ids['answerId'] as Id<'letter-answer'>);
      if (job === 'correspondence.send') told.push(await tell(desk.ctx, id, ids['replyId'] as ReplyId));
    }
  }
}

/** Has all that waits leave the house in one batch; three days pass. */
export async function handOverAll(clerk: DeskContext, clock: FixedClock): Promise<void> {
  const batchId = newId<'print-batch'>();
  await takePrintBatch(clerk, { batchId });
  const count = (await openPrintBatch(clerk, batchId)).length;
  await handOverBatch(clerk, { batchId, count, handedTo: 'Postes Canada', spoiled: [] });
  clock.advance(3 * 24 * 3_600_000);
}

/** Decides a case with its service's first outcome, in these words. */
export async function decide(agent: DeskContext, reference: string, words: string): Promise<void> {
  for (let taken = await takeNext(agent); taken.kind === 'taken' && taken.reference !== reference; )
    taken = await takeNext(agent);
  const file = await readCase(agent, { reference });
  const service = agent.catalogue.find(file.serviceCode, file.serviceVersion);
  await closeCase(agent, { reference, outcome: service?.definition.outcomes[0]?.key ?? '', words });
}

async function tell(ctx: DeskContext, outboxId: string, replyId: ReplyId): Promise<ToldReply> {
  const prepared = await prepareDelivery(ctx, outboxId, replyId, rules);
  if (prepared.kind !== 'say') return { replyId, kind: prepared.kind };
  const { say } = prepared;
  const facts = { replyId, kind: 'said', deliveryId: say.deliveryId, way: say.way, words: say.words };
  if (say.way !== 'letter') {
    await settleDelivery(ctx, outboxId, say.deliveryId, { kind: 'sent' });
    return facts;
  }
  const to = addressBlock(say.name, say.address, say.language);
  const code = newSerial();
  const { pdf, pages } = await letterPdf({
    language: say.language,
    sender: ['Ville d’essai', '1, rue de l’Hôtel-de-Ville'],
    recipient: to,
    reference: say.reference,
    serial: code,
    date: '24 novembre 2026',
    subject: say.service,
    paragraphs: say.words.split(/\n{2,}/),
    sign: pageSigner(pageKey(ctx.keyring)),
  });
  await queueLetter(ctx, outboxId, say.deliveryId, { pdf, pages, code, to });
  return { ...facts, code };
}

/** Puts an answer by post in the print queue; one by e-mail is tried and left so. */
async function answer(ctx: DeskContext, outboxId: string, answerId: Id<'letter-answer'>): Promise<void> {
  const written = await prepareAnswer(ctx, outboxId, answerId);
  if (written?.to.way !== 'letter') return;
  const senderAddress = ['Ville d’essai', '1, rue de l’Hôtel-de-Ville'];
  await letterAnswer({ desk: ctx, paper: 'letter', senderAddress }, outboxId, answerId, written, written.to);
}
