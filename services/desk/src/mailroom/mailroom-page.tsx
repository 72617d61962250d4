import type { BatchRow, Checks, LetterRow, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { ErrorSummary, formatInstant, Notice, StatusTag, Table, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { BatchProgress } from './batch-progress.tsx';
import { CheckLists } from './check-lists.tsx';
import { FindLetters } from './find-letters-form.tsx';
import { UploadForm } from './upload-form.tsx';

export interface MailroomPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  now: Date;
  letters: LetterRow[];
  checks: Checks;
  batches: BatchRow[];
  told?: Child;
  problem?: string;
}

/** Draws the letters that wait for a person, the files received with how far their reading is, and where to send another. */
export function MailroomPage(props: MailroomPageProps) {
  const { language, problem } = props;
  const { stations, work } = words(language);
  return (
    <>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [{ path: 'file', message: problem }]}
        hrefOf={() => '#file'}
      />
      <h1>{stations.mailroom.title}</h1>
      <p class="quiet">{work.mailroom.lead}</p>
      {props.told === undefined ? null : (
        <Notice language={language} kind="success">
          {props.told}
        </Notice>
      )}
      <UploadForm language={language} csrf={props.csrf} problem={problem} />
      <FindLetters language={language} csrf={props.csrf} />
      <div data-poll>
        <Letters {...props} />
        <CheckLists {...props} />
        <Batches {...props} />
      </div>
    </>
  );
}

function Letters({ language, catalogue, now, letters }: MailroomPageProps) {
  const { stations, work } = words(language);
  return (
    <>
      <h2>
        {stations.mailroom.letters} <span class="count">{letters.length}</span>
      </h2>
      <Table
        caption={stations.mailroom.letters}
        captionHidden
        empty={stations.mailroom.none}
        columns={[
          { label: work.mailroom.letter },
          { label: work.mailroom.state },
          { label: work.tasks.since, numeric: true },
        ]}
        rows={letters.map((letter) => ({
          href: `/mailroom/letters/${letter.id}`,
          cells: [
            letter.serviceCode === null
              ? work.mailroom.unknown
              : serviceName(catalogue, letter.serviceCode, language),
            <LetterState letter={letter} language={language} />,
            waited(letter.readAt, now, language),
          ],
        }))}
      />
    </>
  );
}

function LetterState({ letter, language }: { letter: LetterRow; language: Language }) {
  const { stations, work } = words(language);
  if (letter.serviceCode === null) return <StatusTag tone="info">{stations.mailroom.toClassify}</StatusTag>;
  const missing = letter.missingPages.length > 0;
  return (
    <>
      {letter.isBlank && letter.doubts === 0 ? (
        <StatusTag tone="info">{work.mailroom.nothingWritten}</StatusTag>
      ) : (
        <StatusTag tone={letter.doubts > 0 ? 'warning' : 'good'}>
          {work.mailroom.doubts(letter.doubts)}
        </StatusTag>
      )}{' '}
      {missing ? (
        <StatusTag tone="bad">{work.mailroom.missing(letter.missingPages.join(', '))}</StatusTag>
      ) : null}
    </>
  );
}

function Batches({ language, batches }: MailroomPageProps) {
  const { stations, work } = words(language);
  return (
    <>
      <h2>{stations.mailroom.batches}</h2>
      <Table
        caption={stations.mailroom.batches}
        captionHidden
        empty={work.mailroom.noBatch}
        columns={[
          { label: work.mailroom.file },
          { label: work.mailroom.receivedAt },
          { label: work.mailroom.state },
          { label: stations.mailroom.letters, numeric: true },
        ]}
        rows={batches.map((batch) => ({
          href: `/mailroom/batches/${batch.id}`,
          cells: [
            batch.fileName,
            formatInstant(batch.receivedAt, language),
            <BatchProgress batch={batch} language={language} />,
            batch.readAt === null ? '' : `${batch.letters - batch.waiting} / ${batch.letters}`,
          ],
        }))}
      />
    </>
  );
}
