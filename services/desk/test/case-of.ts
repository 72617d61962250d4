import { acceptSubmission } from '@guichet/casework';
import { newId, type Reference } from '@guichet/kernel';
import { paperAnswers } from '../../../tests/support/paper/index.ts';
import type { TestDesk } from '../../../tests/support/test-desk.ts';

/** Opens a case of a shipped service by Internet. */
export async function caseOf(desk: TestDesk, service: string): Promise<Reference> {
  const acceptance = await acceptSubmission(desk.public('web'), {
    service,
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers[service] },
    idempotency: { scope: 'test', key: newId() },
  });
  if (acceptance.kind !== 'accepted') throw new Error(acceptance.kind);
  return acceptance.case.reference;
}
