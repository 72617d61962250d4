import { findRecording, keepRecording } from '@guichet/casework';
import { deleteRecording, fetchRecording as fetchFromProvider } from '@guichet/channels/phone';
import type { Handlers } from '@guichet/jobs';
import { DeskError, type EvidenceId } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/**
 * Fetches a recording, keeps it sealed, and deletes it at the provider.
 *
 * Guarantee: kept before it is deleted there. Errors: not-now — not ready, or the provider is away.
 */
export const fetchRecording: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.fetch-recording'] = async ({ evidenceId }, { outboxId }, { desk, phone }) => {
  const id = evidenceId as EvidenceId;
  const { providerRef, isStored } = await findRecording(desk, id);
  if (!phone) throw new DeskError('not-now', 'phone-not-set-up');
  if (!isStored) {
    const fetched = await fetchFromProvider(phone.options, providerRef);
    if (fetched.kind === 'later') throw new DeskError('not-now', 'recording-not-ready');
    if (fetched.kind === 'refused') throw new DeskError('invalid', `recording-${fetched.why}`);
    await keepRecording(desk, outboxId, id, fetched);
  }
  if (!(await deleteRecording(phone.options, providerRef)))
    throw new DeskError('not-now', 'recording-not-deleted');
};
