import type { Letter } from '@guichet/casework';
import { type CompiledService, wording } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, formatDay, Notice, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { AnswerFields } from './answer-fields.tsx';
import type { AnswerTyped } from './set-aside-typed.ts';
import { suggestedRecipient } from './suggested-recipient.ts';

export interface AskSenderProps {
  letter: Letter;
  service: CompiledService;
  language: Language;
  csrf: string;
  /** The language of the person. */
  personLanguage: Language;
  /** What keeps the letter from being a case. */
  problems: readonly FieldProblem[];
  /** The case that the person made of it meanwhile. */
  named?: Child;
}

/** Draws where the person is asked for what their letter does not say; what was typed of it waits meanwhile. */
export function AskSender({
  letter,
  service,
  language,
  csrf,
  personLanguage,
  problems,
  named,
}: AskSenderProps) {
  const { free } = words(language).work;
  if (letter.askedAt !== null)
    return (
      <>
        <Notice language={language}>{free.askedOn(formatDay(letter.askedAt, language))}</Notice>
        {named}
      </>
    );
  const missing = [...new Set(problems.map(({ path }) => path.split('.')[0] ?? ''))].flatMap((key) => {
    const question = service.question(key);
    return question ? [`• ${wording(question, 'mail', personLanguage).label}`] : [];
  });
  if (missing.length === 0) return null;
  const held: AnswerTyped = {
    ...suggestedRecipient(letter),
    way: 'none',
    language: personLanguage,
    words: words(personLanguage).work.free.askTemplate(missing.join('\n')),
  };
  return (
    <details class="give-back">
      <summary>{free.ask}</summary>
      <p>{free.askLead}</p>
      <form method="post" action={`/mailroom/letters/${letter.id}/question`}>
        <CsrfField token={csrf} />
        <AnswerFields
          language={language}
          held={held}
          problems={[]}
          ways={['email', 'letter']}
          idOf={(name) => `ask-${name}`}
        />
        <Button kind="secondary">{free.askSubmit}</Button>
      </form>
    </details>
  );
}
