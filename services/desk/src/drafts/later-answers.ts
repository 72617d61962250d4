import { type Answers, askedName, type CompiledService, type PostedForm } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import { textOf } from '../frame/text-of.ts';
import { isTypedIn } from './hidden-answers.ts';
import { heldRecordings } from './keep-pending.ts';

/** The control that names the questions whose answers a page showed, with what `markShown` adds to them. */
export const shownName = '_shown';

/** Names the questions whose answers a posted page showed, those answered by now included. */
export function shownKeys(form: PostedForm, answers: Answers = {}): string[] {
  return [...new Set([...shownMarks(form).keys(), ...Object.keys(answers)])];
}

/** Reads which answers a posted page showed, and the digest of each that was not masked. */
export function shownMarks(form: PostedForm): Map<string, string | undefined> {
  return new Map(
    listOf(form, shownName).map((mark) => {
      const [key = '', digest] = mark.split(':');
      return [key, digest];
    }),
  );
}

/**
 * Fills a posted form with what the caller answered since its page was drawn, where nothing was typed instead.
 *
 * Guarantee: a field left blank takes away only what it showed.
 */
export function fillLater(
  service: CompiledService,
  form: PostedForm,
  answers: Answers,
  options: { language: Language; today: string },
): PostedForm {
  const shown = new Set(shownKeys(form));
  const later = Object.fromEntries(
    Object.entries(answers).filter(([key]) => {
      const question = service.question(key);
      return question !== undefined && !shown.has(key) && !isTypedIn(form, question);
    }),
  );
  const recordings = heldRecordings(later).map(({ name, evidence }) => [name, evidence]);
  return {
    ...form,
    ...counterScreen(service, later, options).values,
    ...(Object.fromEntries(recordings) as Record<string, string>),
  };
}

/** Names the questions that a page asked and showed the answer of, and whose answer was taken away. */
export function clearedKeys(service: CompiledService, form: PostedForm, answers: Answers): string[] {
  const shown = new Set(shownKeys(form));
  return listOf(form, askedName()).filter((key) => {
    const question = service.question(key);
    return (
      question !== undefined && shown.has(key) && answers[key] === undefined && !isTypedIn(form, question)
    );
  });
}

function listOf(form: PostedForm, name: string): string[] {
  return textOf(form, name).split(' ').filter(Boolean);
}
