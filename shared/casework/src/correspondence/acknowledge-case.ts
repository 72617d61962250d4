import type { ReplyWay } from '@guichet/catalogue';
import { type CaseId, DeskError, type Language } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { writeReply } from '../cases/write-reply.ts';
import { stopClocks } from '../clocks/stop-clocks.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { statusCode } from '../privacy/proofs.ts';
import { acknowledgementWords } from './acknowledgement-words.ts';
import { findRecipient, isHeld } from './find-recipient.ts';

interface Acknowledgeable {
  reference: string;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  dueAt: Date;
  replyWay: ReplyWay;
  replySealed: Buffer | null;
  dataKey: Buffer | null;
}

/**
 * Writes the acknowledgement of a case, stages its sending and stops the clock that promised it.
 *
 * Guarantee: one acknowledgement a case, however often the job runs. An address that waits to be typed holds the sending, and
 *   leaves the clock running, until it is; a person who asked for no reply was told at acceptance.
 * Errors: not-found; gone — the data was destroyed.
 */
export async function acknowledgeCase(ctx: DeskContext, outboxId: string, caseId: CaseId): Promise<void> {
  await transact(ctx, 'case.acknowledge', (tx) =>
    once(tx, outboxId, 'casework.acknowledge', async () => {
      const [found] = await tx.sql<[Acknowledgeable?]>`
        select reference, service_code, service_version, language, due_at, reply_way, reply_sealed, data_key
        from cases where id = ${caseId} for update`;
      const service = found && ctx.catalogue.find(found.serviceCode, found.serviceVersion);
      if (!found || !service) throw new DeskError('not-found', 'no-such-case', { detail: caseId });
      const subject = { kind: 'case', id: caseId } as const;
      const way = found.replyWay;
      if (way === 'none') {
        await stopClocks(tx, caseId, ['acknowledge']);
        return tx.record({ subject, kind: 'case.acknowledged', data: { way } }, undefined);
      }
      const key = unwrapDataKey(ctx.keyring, `case:${caseId}`, found.dataKey);
      const words = acknowledgementWords(
        {
          reference: found.reference,
          service: service.definition.name,
          next: service.definition.next,
          dueOn: todayOf(found.dueAt),
          way,
          statusCode: statusCode(ctx.keyring, caseId),
        },
        found.language,
      );
      const replyId = await writeReply(tx, { ...found, id: caseId }, key, 'acknowledgement', words);
      if (isHeld(findRecipient(key, way, found.replySealed)))
        return tx.record({ subject, kind: 'reply.held', data: { replyId, way } }, undefined);
      await stopClocks(tx, caseId, ['acknowledge']);
      await tx.stage('correspondence.send', { replyId });
      return tx.record({ subject, kind: 'case.acknowledged', data: { replyId, way } }, undefined);
    }),
  );
}
