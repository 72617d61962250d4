import { acceptSubmission, type Acceptance, type DeskContext, settleForm } from '@guichet/casework';
import type { Answers, CompiledService, Provenance } from '@guichet/catalogue';
import type { DraftId, Language } from '@guichet/kernel';
import { idempotencyOf } from './counter-form.ts';

/** A form of the counter, as it is to be accepted. */
export interface FormToAccept {
  number: string;
  draftId: DraftId;
  service: CompiledService;
  /** In which the person is answered. */
  language: Language;
  answers: Answers;
  /** When the person acted, of a form that a counter kept without network. */
  depositedAt?: Date | undefined;
}

/** Accepts a form that was begun at the counter, as typed by staff. Guarantee: one form number, one case. */
export async function acceptForm(
  ctx: DeskContext,
  { number, draftId, service, language, answers, depositedAt }: FormToAccept,
): Promise<Acceptance> {
  const { code, version } = service.definition;
  const typed: Provenance = { how: 'typed-by-staff' };
  const acceptance = await acceptSubmission(ctx, {
    service: code,
    version,
    channel: 'counter',
    language,
    answers,
    provenance: Object.fromEntries(Object.keys(answers).map((key) => [key, typed])),
    ...(depositedAt === undefined ? {} : { depositedAt, withoutNetwork: true }),
    idempotency: idempotencyOf(number),
    draftId,
  });
  if (acceptance.kind !== 'incomplete') await settleForm(ctx, number);
  return acceptance;
}
