import type { PostingRow } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says what goes by post: the purpose of a letter, whose answer it is, or that it is a form to fill in. */
export function contentOf(
  { kind, purpose }: Pick<PostingRow, 'kind' | 'purpose'>,
  language: Language,
): string {
  const { case: ofCase, free, print } = words(language).work;
  if (kind === 'form') return print.formToFill;
  const answers: Readonly<Record<string, string>> = free.toPrint;
  if (kind === 'answer') return answers[purpose] ?? purpose;
  const purposes: Readonly<Record<string, string>> = ofCase.purpose;
  return purposes[purpose] ?? purpose;
}
