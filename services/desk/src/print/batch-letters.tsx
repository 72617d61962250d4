import type { BatchLetter, PrintBatch, ServiceShelf, SpoiledWhy } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Table, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { serviceName } from '../frame/service-name.ts';
import { contentOf } from './content-of.ts';
import { PostingName } from './posting-name.tsx';
import { sheetsOf } from './sheets-of.ts';

/** The hand-over as it was typed. */
export interface HandOverForm {
  count: string;
  handedTo: string;
  handedOn: string;
  handedAt: string;
  /** Reason by letter. */
  spoiled: Readonly<Record<string, SpoiledWhy>>;
}

export interface BatchPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  now: Date;
  batch: PrintBatch;
  /** Whether this person prints it: who took it, or a supervisor. */
  prints: boolean;
  told?: string;
  typed?: HandOverForm;
  problem?: { path: string; message: string };
}

/** Draws the letters of a batch in their order, with what is said or asked of each at the end. */
export function BatchLetters({
  language,
  catalogue,
  batch,
  lettersOf,
  prints,
}: BatchPageProps & { lettersOf: (letter: BatchLetter) => Child }) {
  const { desk, work } = words(language);
  const { print } = work;
  const reprints = prints && batch.handedAt === null;
  return (
    <Table
      caption={print.letters}
      stacked
      empty={print.listNone}
      columns={[
        { label: print.number, numeric: true },
        { label: desk.queue.reference },
        { label: desk.queue.service },
        { label: print.what },
        { label: print.sheets, numeric: true },
        ...(reprints ? [{ label: print.onePdf }] : []),
        { label: batch.handedAt === null ? print.departure : print.state },
      ]}
      rows={batch.letters.map((letter) => ({
        cells: [
          String(letter.position),
          <PostingName posting={letter} language={language} />,
          serviceName(catalogue, letter.serviceCode, language, letter.serviceVersion),
          contentOf(letter, language),
          String(sheetsOf(letter.pages)),
          ...(reprints
            ? [
                letter.isWithdrawn ? null : (
                  <a
                    href={`/print/batches/${batch.id}/letters.pdf?letter=${letter.id}`}
                    aria-label={print.onePdfOf(letter.position)}
                  >
                    {print.onePdf}
                  </a>
                ),
              ]
            : []),
          lettersOf(letter),
        ],
      }))}
    />
  );
}
