import { findRecording, keepRecording } from '@guichet/casework';
import { fetchRecording as fetchFromProvider } from '@guichet/channels/phone';
import type { Handlers } from '@guichet/jobs';
import { DeskError, type EvidenceId } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/**
 * Fetches a recording and keeps it sealed; its deletion at the provider is the next job's, staged with the keeping.
 *
 * Errors: not-now — not ready, or the provider is away; invalid — larger than a caller can leave.
 */
export const fetchRecording: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.fetch-recording'] = async ({ evidenceId }, { outboxId }, { desk, phone, transcriber }) => {
  const id = evidenceId as EvidenceId;
  const { providerRef, isStored } = await findRecording(desk, id);
  if (isStored) return;
  if (!phone) throw new DeskError('not-now', 'phone-not-set-up');
  const fetched = await fetchFromProvider(phone.options, providerRef);
  if (fetched.kind === 'later') throw new DeskError('not-now', 'recording-not-ready');
  if (fetched.kind === 'refused') throw new DeskError('invalid', `recording-${fetched.why}`);
  await keepRecording(desk, outboxId, id, fetched, { suggests: transcriber !== undefined });
};
