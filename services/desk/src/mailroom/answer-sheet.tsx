import type { AnswerToPrint } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, formatDay, Notice, words } from '@guichet/pages';

/** Draws the answer to a letter as it goes by post; printed, nothing else is on the sheet and the address stands in the window. */
export function AnswerSheet({
  language,
  csrf,
  here,
  answer,
  fate,
  now,
}: AnswerToPrint & {
  language: Language;
  csrf: string;
  /** Address of the sheet. */
  here: string;
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
      {fate === 'printed' ? (
        <div class="screen-only">
          <Notice language={language}>{work.free.markedPrinted}</Notice>
        </div>
      ) : null}
      {to.way === 'letter' && fate === null ? (
        <form method="post" action={`${here}/printed`} class="screen-only">
          <CsrfField token={csrf} />
          <Button>{work.free.markPrinted}</Button>
        </form>
      ) : null}
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
