import { acceptSubmission } from '@guichet/casework';
import { newId, type Reference } from '@guichet/kernel';
import { paperAnswers } from './paper/index.ts';
import type { TestDesk } from './test-desk.ts';

/** Opens so many cases of potholes by Internet; gives their references in order. */
export async function openedCases(desk: Pick<TestDesk, 'public'>, many: number): Promise<Reference[]> {
  const references: Reference[] = [];
  while (references.length < many) {
    const accepted = await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      answers: { ...paperAnswers['nid-de-poule'] },
      idempotency: { scope: 'test', key: newId() },
    });
    if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
    references.push(accepted.case.reference);
  }
  return references;
}
