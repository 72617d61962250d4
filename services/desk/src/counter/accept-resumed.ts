import { acceptSubmission, type Acceptance, type DeskContext, type Draft } from '@guichet/casework';
import type { Answers, CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { provenanceOf } from '../drafts/provenance-of.ts';
import { idempotencyOf } from './counter-form.ts';

/** A request of another door, as it is to be accepted at the counter. */
export interface ResumedToAccept {
  number: string;
  /** As it stood before what was typed here: what was not changed keeps how it came. */
  draft: Draft;
  service: CompiledService;
  /** In which the person is answered. */
  language: Language;
  answers: Answers;
}

/**
 * Accepts at the counter a request that was begun at another door.
 *
 * Guarantee: one form number, one case; what was said by telephone before waits for its transcription, unless it was typed here.
 */
export function acceptResumed(
  ctx: DeskContext,
  { number, draft, service, language, answers }: ResumedToAccept,
): Promise<Acceptance> {
  const { code, version } = service.definition;
  return acceptSubmission(ctx, {
    service: code,
    version,
    channel: 'counter',
    language,
    answers,
    provenance: provenanceOf(answers, draft.content),
    idempotency: idempotencyOf(number),
    draftId: draft.id,
    recorded: true,
  });
}
