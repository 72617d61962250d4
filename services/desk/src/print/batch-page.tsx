import type { Language } from '@guichet/kernel';
import { ErrorSummary, formatInstant, Notice, words } from '@guichet/pages';
import { BatchLetters, type BatchPageProps } from './batch-letters.tsx';
import { HandOver } from './hand-over.tsx';
import { LetterState } from './letter-state.tsx';
import { sheetsOf } from './sheets-of.ts';

/** Draws a batch: what to print, the letters in it, and the hand-over to the post or what was entered of it. */
export function BatchPage(props: BatchPageProps) {
  const { language, batch, told, problem } = props;
  const { print } = words(language).work;
  const withdrawn = batch.letters.filter(({ isWithdrawn }) => isWithdrawn).length;
  const kept = batch.letters.filter(({ spoiledWhy }) => spoiledWhy === null);
  const sheets = kept.reduce((sum, { pages }) => sum + sheetsOf(pages), 0);
  return (
    <>
      <a class="back" href="/print">
        {print.back}
      </a>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [problem]}
        hrefOf={({ path }) => `#${path}`}
      />
      <h1>{print.batchTitle(batch.number)}</h1>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <p>
        {print.taken(formatInstant(batch.takenAt, language), batch.takenBy.name)}{' '}
        {print.facts(print.countLetters(kept.length), print.countSheets(sheets))}
      </p>
      {batch.handedAt === null && withdrawn > 0 ? (
        <Notice language={language} title={print.takeOut(withdrawn)}>
          {print.takeOutWhy}
        </Notice>
      ) : null}
      {batch.handedAt === null ? <Printing {...props} /> : <Handed {...props} />}
      {batch.handedAt === null ? (
        <HandOver {...props} />
      ) : (
        <BatchLetters
          {...props}
          lettersOf={(letter) => <LetterState letter={letter} language={language} />}
        />
      )}
    </>
  );
}

function Printing({ language, batch, prints }: BatchPageProps) {
  const { print } = words(language).work;
  const at = `/print/batches/${batch.id}`;
  return (
    <>
      <h2>{print.printStep}</h2>
      {prints ? (
        <>
          <p class="quiet">{print.duplexHint}</p>
          <ul>
            <li>
              <a href={`${at}/letters.pdf`}>{print.duplex}</a>
            </li>
            <li>
              <a href={`${at}/letters.pdf?sides=1`}>{print.simplex}</a>
            </li>
          </ul>
        </>
      ) : (
        <Notice language={language} title={print.takenByOther(batch.takenBy.name)} />
      )}
      <Lists language={language} at={at} />
    </>
  );
}

function Lists({ language, at }: { language: Language; at: string }) {
  const { print } = words(language).work;
  return (
    <ul>
      <li>
        <a href={`${at}/list`}>{print.list}</a>
      </li>
      <li>
        <a href={`${at}/list.csv`}>{print.csv}</a>
      </li>
    </ul>
  );
}

function Handed({ language, batch }: BatchPageProps) {
  const { print } = words(language).work;
  const { handedAt, handedTo, handedBy, handedCount } = batch;
  if (handedAt === null) return null;
  const count = print.countEnvelopes(handedCount ?? 0);
  return (
    <>
      <p>{print.handed(count, formatInstant(handedAt, language), handedTo ?? '', handedBy ?? '')}</p>
      <Lists language={language} at={`/print/batches/${batch.id}`} />
    </>
  );
}
