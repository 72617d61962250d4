import { type Answers, type CompiledService, wording } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { asHeading } from './as-heading.ts';
import { resumeWords } from './resume-words.ts';

/**
 * Says which documents follow by post, what to write on their envelope, and where it goes.
 *
 * Guarantee: nothing where no document follows by post; the number on the envelope is all that leads it to the request.
 */
export function sayToPost(
  service: CompiledService,
  { answers, language }: { answers: Answers; language: Language },
  { postTo }: { postTo?: readonly string[] },
  digits: string,
): string[] {
  const resume = resumeWords(language);
  const documents = service.visible(answers).filter(({ key, type }) => {
    const answer: unknown = answers[key];
    return type === 'file' && typeof answer === 'object' && answer !== null && 'later' in answer
      ? answer.later === 'post'
      : false;
  });
  if (documents.length === 0) return [];
  const named = documents.map((question) => asHeading(wording(question, 'phone', language).label)).join('; ');
  return [resume.toPost(named, digits), ...(postTo ? [resume.postTo(postTo.join(', '))] : [])];
}
