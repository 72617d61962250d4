import type { Question } from '@guichet/catalogue';
import type { OpenDraft } from './open-draft.ts';

/** Lists the questions of a draft whose document is said to follow by post. */
export function documentsToPost({ compiled, answers }: Pick<OpenDraft, 'compiled' | 'answers'>): Question[] {
  return compiled.visible(answers).filter(({ key, type }) => {
    const answer: unknown = answers[key];
    return (
      type === 'file' &&
      typeof answer === 'object' &&
      answer !== null &&
      'later' in answer &&
      answer.later === 'post'
    );
  });
}

/** Gives the address of the slip of a document. */
export const slipHref = (question: string): string => `/confirmation/documents/${question}/slip.pdf`;
