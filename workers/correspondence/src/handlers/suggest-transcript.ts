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
import type { Recorded } from '../transcriber/transcriber.ts';

/** How long a recording waits while the machine hears another. */
const waitMs = 20 * second;

/**
 * Asks the transcriber what it hears in a recording and keeps that as a suggestion.
 *
 * Guarantee: nobody waits for it and nothing depends on it: whatever the program does, the recording is typed as before; a
 *   failure is logged by its kind, never by what was said, and not tried again. One hearing at a time: a second job, for
 *   another recording or the same one, starts no program.
 * Errors: not-now — the worker closes meanwhile; it is heard at the next start.
 */
export const suggestTranscript: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.suggest-transcript'] = async ({ evidenceId }, { outboxId }, { desk, transcriber }) => {
  const id = evidenceId as EvidenceId;
  if (!transcriber) return keepSuggestion(desk, outboxId, id, undefined);
  const hearing = transcriber.tryHear(() => recorded(desk, id));
  if (!hearing) return postponeSuggestion(desk, outboxId, waitMs);
  await keepSuggestion(desk, outboxId, id, await orNothing(hearing));
};

async function recorded(desk: DeskContext, id: EvidenceId): Promise<Recorded> {
  const { language } = await findRecording(desk, id);
  return { ...(await readEvidence(desk, id)), language };
}

/** Disposed of meanwhile: there is nothing left to hear. */
async function orNothing(hearing: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await hearing;
  } catch (error) {
    if (isDeskError(error) && (error.code === 'gone' || error.code === 'not-found')) return undefined;
    throw error;
  }
}
