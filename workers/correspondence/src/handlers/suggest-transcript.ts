import {
  type DeskContext,
  findRecording,
  keepSuggestion,
  postponeSuggestion,
  readEvidence,
} from '@guichet/casework';
import type { Handlers } from '@guichet/jobs';
import { type EvidenceId, isDeskError, second } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import type { Transcriber } from '../transcriber/transcriber.ts';

/** How long a recording waits while the machine hears another. */
const waitMs = 20 * second;

/**
 * Asks the transcriber what it hears in a recording and keeps that as a suggestion.
 *
 * Guarantee: nobody waits for it and nothing depends on it: whatever the program does, the recording is typed as before; a
 *   failure is logged by its kind, never by what was said, and not tried again.
 */
export const suggestTranscript: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.suggest-transcript'] = async ({ evidenceId }, { outboxId }, { desk, transcriber }) => {
  const id = evidenceId as EvidenceId;
  if (!transcriber) return keepSuggestion(desk, outboxId, id, undefined);
  if (transcriber.isBusy()) return postponeSuggestion(desk, outboxId, waitMs);
  await keepSuggestion(desk, outboxId, id, await hear(desk, id, transcriber));
};

async function hear(
  desk: DeskContext,
  id: EvidenceId,
  transcriber: Transcriber,
): Promise<string | undefined> {
  try {
    const { language } = await findRecording(desk, id);
    return await transcriber.hear({ ...(await readEvidence(desk, id)), language });
  } catch (error) {
    // Disposed of meanwhile: there is nothing left to hear.
    if (isDeskError(error) && (error.code === 'gone' || error.code === 'not-found')) return undefined;
    throw error;
  }
}
