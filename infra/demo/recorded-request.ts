import { readFileSync } from 'node:fs';
import { acceptSubmission, beginRecording, type DeskContext, saveDraft } from '@guichet/casework';
import { type DraftId, type EvidenceId, hour, isDeskError, newId } from '@guichet/kernel';

/** What a caller said, and for how long. Unit: seconds. */
export interface Sound {
  media: Buffer;
  seconds: number;
}

/** Leaves a sound where the telephone network keeps recordings; gives its name there. */
export type LeaveRecording = (sound: Sound) => string;

/**
 * «Devant le 28, rue du Moulin, juste après le pont.»
 *
 * Shape: WAV, µ-law, 8 kHz, as a telephone line sounds.
 * Source: no person's voice: spoken by espeak-ng 1.51 in French, then brought to the band of a telephone.
 */
function whereTheHoleIs(): Sound {
  return { media: readFileSync(new URL('recorded-place.wav', import.meta.url)), seconds: 5 };
}

const service = 'nid-de-poule';

/**
 * Reports a pothole by telephone whose place was said and not keyed, so that a person at the desk has it to type.
 *
 * Guarantee: by the verbs of the telephone: the worker fetches the sound, keeps it sealed and deletes it there. Repeating changes
 *   nothing once the case is open.
 */
export async function recordRequest(ctx: DeskContext, leaveRecording: LeaveRecording): Promise<boolean> {
  const known = ctx.catalogue.find(service);
  if (known === undefined) return false;
  const draftId = await beginDraft(ctx, known.definition.version);
  if (draftId === undefined) return false;
  const evidence: EvidenceId = newId<'evidence'>();
  await beginRecording(ctx, {
    evidenceId: evidence,
    providerRef: leaveRecording(whereTheHoleIs()),
    mediaType: 'audio/wav',
    draftId,
  });
  const outcome = await acceptSubmission(ctx, {
    service,
    channel: 'phone',
    language: 'fr',
    answers: {
      place: { pending: 'transcription', evidence },
      size: 'large',
      danger: false,
      'reply-way': 'sms',
      'reply-phone': '+14185550117',
    },
    provenance: { place: { how: 'recorded' } },
    draftId,
    depositedAt: new Date(ctx.clock.now().getTime() - hour),
    idempotency: { scope: 'demo', key: 'pothole-recorded' },
  });
  if (outcome.kind === 'incomplete')
    throw new Error(`the demo's recording is incomplete: ${JSON.stringify(outcome.problems)}`);
  return outcome.kind === 'accepted';
}

/** Gives no draft where it became a case already. */
async function beginDraft(ctx: DeskContext, version: number): Promise<DraftId | undefined> {
  try {
    return await saveDraft(ctx, {
      externalKey: 'demo:pothole-recorded',
      service,
      version,
      channel: 'phone',
      language: 'fr',
      content: { answers: {}, skipped: [] },
    });
  } catch (error) {
    if (isDeskError(error) && error.publicKey === 'draft-submitted') return undefined;
    throw error;
  }
}
