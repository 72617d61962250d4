import type { BatchLetter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { StatusTag, words } from '@guichet/pages';

/** Says what became of a letter of a batch, or that its envelope is to be taken out. */
export function LetterState({ letter, language }: { letter: BatchLetter; language: Language }) {
  const { print } = words(language).work;
  if (letter.isWithdrawn)
    return (
      <>
        <StatusTag tone="bad">{print.withdrawn}</StatusTag> {print.withdrawnWhy}
      </>
    );
  if (letter.spoiledWhy !== null) {
    return (
      <>
        <StatusTag tone="warning">{print.spoiled}</StatusTag>{' '}
        {print.toPrintAgain(print.spoiledWhy[letter.spoiledWhy])}
      </>
    );
  }
  return letter.returnedAt === null ? (
    <StatusTag tone="good">{print.posted}</StatusTag>
  ) : (
    <StatusTag tone="bad">{print.cameBack}</StatusTag>
  );
}
