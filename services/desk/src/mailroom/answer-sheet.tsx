import type { LetterAnswer } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { formatDay, words } from '@guichet/pages';

/** Draws the answer to a letter as it goes by post; printed, nothing else is on the sheet and the address stands in the window. */
export function AnswerSheet({
  language,
  answer,
  now,
}: {
  language: Language;
  answer: LetterAnswer;
  now: Date;
}) {
  const { stations, work } = words(language);
  const { to } = answer;
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <h1 class="screen-only">{work.free.printAnswer}</h1>
      <p class="screen-only">{work.free.printAnswerLead}</p>
      <article class="answer-sheet" lang={answer.language}>
        {to.way === 'letter' ? (
          <p class="answer-window">{[to.name, ...to.lines].join('\n')}</p>
        ) : (
          <p>{to.email}</p>
        )}
        <p>{formatDay(now, answer.language)}</p>
        {answer.words.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </article>
    </>
  );
}
