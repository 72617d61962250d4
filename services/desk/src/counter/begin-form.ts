import { beginRequest, type DeskContext, saveDraft } from '@guichet/casework';
import type { CompiledService, FormValues } from '@guichet/catalogue';
import type { DraftId, Language, VisitId } from '@guichet/kernel';
import { draftKey } from './counter-form.ts';

/** A form of the counter that is begun. */
export interface FormToBegin {
  number: string;
  service: CompiledService;
  /** In which the person is answered. */
  language: Language;
  /** The visit in which it is asked, if there is one. */
  visitId?: VisitId | undefined;
  /** What is typed already. */
  values?: FormValues;
}

/** Begins a form of the counter: its visit bears the case that it becomes. Safe to repeat. Errors: not-found; conflict; gone */
export async function beginForm(
  ctx: DeskContext,
  { number, service, language, visitId, values = {} }: FormToBegin,
): Promise<DraftId> {
  const { code, version } = service.definition;
  if (visitId) await beginRequest(ctx, { visitId, form: number, service: code });
  const content = { answers: values, skipped: [] };
  const externalKey = draftKey(number);
  return saveDraft(ctx, { externalKey, service: code, version, channel: 'counter', language, content });
}
