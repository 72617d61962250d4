import type { BatchLetterRow, BatchView, ServiceShelf } from '@guichet/casework';
import { type Language, numberFormat } from '@guichet/kernel';
import {
  ErrorSummary,
  type FieldProblem,
  formatInstant,
  Notice,
  StatusTag,
  Table,
  words,
} from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { BatchGate, type GateTyped } from './batch-gate.tsx';
import { BatchPages } from './batch-pages.tsx';
import { BatchProgress } from './batch-progress.tsx';

export interface BatchPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  batch: BatchView;
  told?: string;
  problems: FieldProblem[];
  typed: GateTyped;
  mayCheck: boolean;
  mayDestroy: boolean;
  staffId: string;
  onePersonOffice: boolean;
  version: string;
}

/** Unit: milliseconds between two drawings while the machine reads. */
const readingEveryMs = 3000;

/** Draws a batch: how far its reading is, its letters, every page, and what must be done before its paper may go. */
export function BatchPage(props: BatchPageProps) {
  const { language, batch, problems } = props;
  const { stations, work } = words(language);
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary language={language} problems={problems} hrefOf={({ path }) => `#${path}`} />
      {props.told === undefined ? null : (
        <Notice language={language} kind="success">
          {props.told}
        </Notice>
      )}
      <h1>{work.batch.title(batch.fileName)}</h1>
      <div data-poll data-every={batch.readAt === null ? readingEveryMs : undefined}>
        <p id="reading" aria-live="polite">
          <BatchProgress batch={batch} language={language} />
        </p>
        {batch.refusedWhy === null ? null : <p>{work.batch.refusedHint}</p>}
        <Facts {...props} />
        <Letters {...props} />
        <BatchPages {...props} />
        {batch.readAt === null || batch.refusedWhy !== null ? null : <BatchGate {...props} />}
      </div>
    </>
  );
}

function Facts({ batch, language }: BatchPageProps) {
  const { batch: said, mailroom } = words(language).work;
  const sources: Readonly<Record<string, string>> = said.sources;
  const size = numberFormat(`${language}-CA`, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{said.facts}</h2>
      <dl class="facts">
        <dt>{mailroom.receivedAt}</dt>
        <dd>{formatInstant(batch.receivedAt, language)}</dd>
        <dt>{said.source}</dt>
        <dd>{sources[batch.source] ?? batch.source}</dd>
        <dt>{said.size}</dt>
        <dd>{said.megabytes(size.format(Math.max(0.1, batch.bytes / 1024 / 1024)))}</dd>
        <dt>{said.fingerprint}</dt>
        <dd class="fingerprint">{batch.sha256}</dd>
      </dl>
      <p>
        {batch.fileId === null ? null : <a href={`/evidence/${batch.fileId}`}>{said.original}</a>}
        {batch.messageId === null ? null : (
          <>
            {' · '}
            <a href={`/evidence/${batch.messageId}`}>{said.message}</a>
          </>
        )}
      </p>
    </section>
  );
}

function Letters({ batch, catalogue, language }: BatchPageProps) {
  const { work, stations } = words(language);
  if (batch.readAt === null || batch.refusedWhy !== null) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">
        {work.batch.letters} <span class="count">{batch.letterRows.length}</span>
      </h2>
      <Table
        caption={work.batch.letters}
        captionHidden
        stacked
        empty={work.batch.noLetters}
        columns={[
          { label: stations.mailroom.letters },
          { label: work.mailroom.state },
          { label: work.batch.why },
        ]}
        rows={batch.letterRows.map((letter, at) => ({
          href: `/mailroom/letters/${letter.id}`,
          cells: [
            work.batch.openLetter(
              at + 1,
              letter.serviceCode === null
                ? work.mailroom.unknown
                : serviceName(catalogue, letter.serviceCode, language),
            ),
            <LetterState letter={letter} language={language} />,
            <LetterNotes letter={letter} language={language} />,
          ],
        }))}
      />
    </section>
  );
}

function LetterState({ letter, language }: { letter: BatchLetterRow; language: Language }) {
  const { settled } = words(language).work.batch;
  const tone = letter.settledAs === null ? 'warning' : letter.settledAs === 'case' ? 'good' : 'neutral';
  return <StatusTag tone={tone}>{settled[letter.settledAs ?? 'none']}</StatusTag>;
}

function LetterNotes({ letter, language }: { letter: BatchLetterRow; language: Language }) {
  const { mailroom, batch } = words(language).work;
  const missing =
    letter.missingPages.length > 0 ? mailroom.missing(letter.missingPages.join(', ')) : undefined;
  if (missing === undefined && letter.sameSerial.length === 0) return <>–</>;
  return (
    <>
      {missing === undefined ? null : <StatusTag tone="bad">{missing}</StatusTag>}{' '}
      {letter.sameSerial.map((same) => (
        <a href={`/mailroom/batches/${same.batchId}`}>
          {batch.sameLetter(formatInstant(same.receivedAt, language))}
        </a>
      ))}
    </>
  );
}
