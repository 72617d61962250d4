import type { Draft } from '@guichet/casework';
import type { CompiledService, FormValues, PostedForm } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { canonicalJson, type Language } from '@guichet/kernel';
import { answersTyped } from '../counter-form.ts';
import { textsOf } from './keep-once.ts';

/**
 * Tells whether what was posted says what a draft says, as its service reads both.
 *
 * Guarantee: documents are left out, since each time they are sent they are stored anew; so is what an anonymous answer was counted by.
 */
export function sameFacts(
  service: CompiledService,
  draft: Draft,
  posted: PostedForm,
  { language, today }: { language: Language; today: string },
): boolean {
  const left = new Set(service.questions.filter(({ type }) => type === 'file').map(({ key }) => key));
  const { who } = service.definition;
  if (who.anonymous && who.once !== undefined) left.add(who.once);
  const facts = (form: FormValues) => {
    const { answers } = readCounterForm(service, form, { language, today });
    return canonicalJson(Object.fromEntries(Object.entries(answers).filter(([key]) => !left.has(key))));
  };
  return facts(draft.content.answers as FormValues) === facts(answersTyped(textsOf(posted)));
}
