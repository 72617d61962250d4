import { findRecording, noteForgotten } from '@guichet/casework';
import { deleteRecording } from '@guichet/channels/phone';
import type { Handlers } from '@guichet/jobs';
import { DeskError, type EvidenceId } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/**
 * Deletes at the telephone provider a recording that is kept here.
 *
 * Guarantee: never one that is not kept; safe to repeat. Errors: not-now — not kept yet, or the provider is away.
 */
export const forgetRecording: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.forget-recording'] = async ({ evidenceId }, { outboxId }, { desk, phone }) => {
  const id = evidenceId as EvidenceId;
  const { providerRef, isStored } = await findRecording(desk, id);
  if (!phone) throw new DeskError('not-now', 'phone-not-set-up');
  if (!isStored) throw new DeskError('not-now', 'recording-not-kept');
  if ((await deleteRecording(phone.options, providerRef)) === 'later')
    throw new DeskError('not-now', 'recording-not-deleted');
  await noteForgotten(desk, outboxId, id);
};
