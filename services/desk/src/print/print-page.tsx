import type { PrintBatchRow, PrintQueue, ServiceShelf } from '@guichet/casework';
import type { Language, PrintBatchId } from '@guichet/kernel';
import { Button, formatInstant, Notice, QuestionForm, StatusTag, Table, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { contentOf } from './content-of.ts';
import { PostingName } from './posting-name.tsx';

export interface PrintPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  now: Date;
  queue: PrintQueue;
  batches: PrintBatchRow[];
  /** Names the batch that the button takes: the same click twice is one batch. */
  nextBatch: PrintBatchId;
  told?: string;
}

/** Draws the letters that wait, the button that takes them as a batch, and how far the batches are. */
export function PrintPage({
  language,
  csrf,
  catalogue,
  now,
  queue,
  batches,
  nextBatch,
  told,
}: PrintPageProps) {
  const { desk, work } = words(language);
  const { print } = work;
  return (
    <>
      <h1>{print.title}</h1>
      <p class="quiet">{print.lead}</p>
      <p>
        <a href="/print/returned">{print.returned.title}</a>
      </p>
      {told === undefined ? null : <Notice language={language} kind="success" title={told} />}
      <h2>
        {print.waiting} <span class="count">{queue.waiting}</span>
      </h2>
      {queue.waiting === 0 ? null : (
        <QuestionForm action="/print/batches" csrf={csrf} dense>
          <input type="hidden" name="batch" value={nextBatch} />
          <p class="help" id="take-hint">
            {print.takeHint}
          </p>
          <Button describedBy="take-hint">{print.take(queue.waiting)}</Button>
        </QuestionForm>
      )}
      <Table
        caption={print.waiting}
        captionHidden
        stacked
        empty={print.none}
        columns={[
          { label: desk.queue.reference },
          { label: desk.queue.service },
          { label: print.what },
          { label: print.pages, numeric: true },
          { label: print.queued, numeric: true },
        ]}
        rows={queue.rows.map((letter) => ({
          cells: [
            <PostingName posting={letter} language={language} />,
            serviceName(catalogue, letter.serviceCode, language, letter.serviceVersion),
            contentOf(letter, language),
            String(letter.pages),
            waited(letter.queuedAt, now, language),
          ],
        }))}
      />
      <h2>{print.batches}</h2>
      <Table
        caption={print.batches}
        captionHidden
        stacked
        empty={print.noBatches}
        columns={[
          { label: print.batch },
          { label: print.takenAt },
          { label: print.takenBy },
          { label: print.letters, numeric: true },
          { label: print.state },
        ]}
        rows={batches.map((batch) => ({
          href: `/print/batches/${batch.id}`,
          cells: [
            print.batchTitle(batch.number),
            formatInstant(batch.takenAt, language),
            batch.takenBy,
            String(batch.letters),
            <BatchState batch={batch} language={language} />,
          ],
        }))}
      />
    </>
  );
}

function BatchState({ batch, language }: { batch: PrintBatchRow; language: Language }) {
  const { print } = words(language).work;
  return (
    <>
      {batch.handedAt === null ? (
        <StatusTag tone="warning">{print.open}</StatusTag>
      ) : (
        <>
          <StatusTag tone="good">{print.handedOver}</StatusTag> {formatInstant(batch.handedAt, language)}
        </>
      )}{' '}
      {batch.spoiled > 0 ? <StatusTag tone="info">{print.spoiledCount(batch.spoiled)}</StatusTag> : null}
    </>
  );
}
