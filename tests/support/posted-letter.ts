import {
  acceptSubmission,
  acknowledgeCase,
  claimDueJobs,
  type DeskContext,
  type DueJob,
  type OutboundRules,
  pageKey,
  prepareDelivery,
  queueLetter,
  settleDelivery,
} from '@guichet/casework';
import { addressBlock, letterPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import { type CaseId, type DeliveryId, newId, type ReplyId } from '@guichet/kernel';
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
      if (job === 'correspondence.send') told.push(await tell(desk.ctx, id, ids['replyId'] as ReplyId));
    }
  }
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
