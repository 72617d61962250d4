import type { DeskContext, Draft } from '@guichet/casework';
import { type Answers, type CompiledService, fieldName, readFormAnswer } from '@guichet/catalogue';
import { DeskError, type EvidenceId } from '@guichet/kernel';
import { keepCounterFiles } from '../counter/keep-counter-files.ts';
import { readAnswer } from './read-answers.ts';

/** Documents kept for a question. */
export interface KeptDocuments {
  set: Answers;
  /** Of all documents of the request, by evidence id. */
  fileNames: Record<string, string>;
  evidence: EvidenceId[];
}

/** Keeps files as the documents that answer a question of a request. Errors: not-found — no such question; invalid — what a file is not */
export async function keepDocuments(
  ctx: DeskContext,
  {
    draft,
    service,
    answers,
    today,
  }: { draft: Draft; service: CompiledService; answers: Answers; today: string },
  key: string,
  files: readonly File[],
): Promise<KeptDocuments> {
  const question = service.question(key);
  if (question?.type !== 'file') throw new DeskError('not-found', 'not-found');
  const sent = { [fieldName(key, 'file')]: [...files] };
  const { form, fileNames } = await keepCounterFiles(
    { ctx },
    service,
    sent,
    draft.content,
    async () => draft.id,
  );
  const value = readAnswer(service, question, readFormAnswer(question, form), { today, answers });
  const evidence = typeof value === 'object' && 'evidence' in value ? (value.evidence as EvidenceId[]) : [];
  return { set: value === undefined ? {} : { [key]: value }, fileNames, evidence };
}
