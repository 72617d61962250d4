import {
  acceptSubmission,
  acknowledgeCase,
  type OutboundRules,
  prepareDelivery,
  type ToSay,
} from '@guichet/casework';
import type { Submission } from '@guichet/catalogue';
import { type CaseId, newId, type ReplyId } from '@guichet/kernel';
import type { TestDesk } from './test-desk.ts';

export const rules: OutboundRules = { prefixes: ['+1418'], callsANumberADay: 100, callsAnHour: 100 };

export const address = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};

/** What a person answers who wants to hear from us each way. */
export const ways = {
  email: { 'reply-way': 'email', 'reply-email': 'jeanne@exemple.ca' },
  sms: { 'reply-way': 'sms', 'reply-phone': '+14185550123' },
  voice: { 'reply-way': 'voice', 'reply-phone': '+14185550123' },
  letter: { 'reply-way': 'letter', 'reply-name': 'Jeanne Tremblay', 'reply-address': address },
  pickup: { 'reply-way': 'pickup', 'reply-name': 'Jeanne Tremblay' },
  none: { 'reply-way': 'none' },
} as const;

/** Gives what opens cases that are answered one way, works off what tells them, and looks at what came of it. */
export function useReplies(desk: TestDesk) {
  const { ctx } = desk;
  const { adminSql } = desk.database;

  async function open(reply: Record<string, unknown>, more: Partial<Submission> = {}) {
    const answer = await acceptSubmission(desk.public(more.channel ?? 'web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'test', key: newId() },
      ...more,
      answers: { place: 'Rue des Érables', size: 'large', danger: false, ...reply, ...more.answers },
    });
    if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
    return answer.case;
  }

  /** The outbox row of a job that is about these ids. */
  async function jobOf(job: string, id: string): Promise<string> {
    const [row] = await adminSql<[{ id: string }?]>`
      select id from outbox where job = ${job} and ids::text like ${`%${id}%`} order by created_at desc, id desc limit 1`;
    if (!row) throw new Error(`no ${job}`);
    return row.id;
  }
  async function acknowledged(reply: Record<string, unknown>) {
    const opened = await open(reply);
    await acknowledgeCase(ctx, await jobOf('casework.acknowledge', opened.id), opened.id);
    const [row] = await adminSql<[{ id: ReplyId }?]>`select id from reply where case_id = ${opened.id}`;
    return { ...opened, replyId: row?.id };
  }
  async function say<W extends ToSay['way']>(way: W) {
    const opened = await acknowledged(ways[way]);
    if (!opened.replyId) throw new Error('no reply');
    const outboxId = await jobOf('correspondence.send', opened.replyId);
    const prepared = await prepareDelivery(ctx, outboxId, opened.replyId, rules);
    if (prepared.kind !== 'say') throw new Error(prepared.kind);
    return {
      ...opened,
      replyId: opened.replyId,
      outboxId,
      say: prepared.say as ToSay & { way: W },
    };
  }
  async function kinds(caseId: CaseId): Promise<string[]> {
    const rows = await adminSql<
      { kind: string }[]
    >`select kind from event where subject_id = ${caseId} order by seq`;
    return rows.map(({ kind }) => kind);
  }
  async function fates(replyId: string): Promise<(string | null)[]> {
    const rows = await adminSql<
      { fate: string | null }[]
    >`select fate from delivery where reply_id = ${replyId} order by attempt`;
    return rows.map(({ fate }) => fate);
  }

  return { open, jobOf, acknowledged, say, kinds, fates };
}
