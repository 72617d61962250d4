import type { Letter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, Notice, QuestionForm, words } from '@guichet/pages';
import { PagePictures } from './page-pictures.tsx';

/** Draws a letter that is no longer at the station: settled, or keyed once and waiting for another person. */
export function KeptLetterPage({
  language,
  csrf,
  letter,
}: {
  language: Language;
  csrf: string;
  letter: Letter;
}) {
  const { stations, work } = words(language);
  const { settledCase, settledAside } = work.mailroom;
  const said =
    letter.settledAs === null
      ? work.station.keptOnce
      : letter.settledAs === 'case'
        ? settledCase
        : letter.settledAs === 'part-of'
          ? work.free.partOf
          : settledAside;
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <h1>{stations.mailroom.letters}</h1>
      <Notice language={language}>{said}</Notice>
      {letter.settledAs === null && letter.checksLeft === 0 ? (
        <QuestionForm action={`/mailroom/letters/${letter.id}/settlement`} csrf={csrf} dense>
          <Button>{stations.mailroom.confirm}</Button>
        </QuestionForm>
      ) : null}
      {letter.partOf === null ? null : (
        <p>
          <a href={`/mailroom/letters/${letter.partOf}`}>{work.free.openOther}</a>
        </p>
      )}
      <PagePictures letter={letter} language={language} />
    </>
  );
}
