import type { ListedAddress, PrintBatch } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatInstant, Table, words } from '@guichet/pages';
import { sheetsOf } from './sheets-of.ts';

export interface BatchListProps {
  language: Language;
  batch: PrintBatch;
  addresses: ListedAddress[];
}

/** Draws the cover sheet of a batch, to be printed: what each envelope is, and where its hand-over is signed. */
export function BatchList({ language, batch, addresses }: BatchListProps) {
  const { desk, work } = words(language);
  const { print } = work;
  const sheets = addresses.reduce((sum, { pages }) => sum + sheetsOf(pages), 0);
  return (
    <>
      <a class="back" href={`/print/batches/${batch.id}`}>
        {print.batchTitle(batch.number)}
      </a>
      <h1>{print.listTitle(batch.number)}</h1>
      <p>
        {print.taken(formatInstant(batch.takenAt, language), batch.takenBy.name)}{' '}
        {print.facts(print.countLetters(addresses.length), print.countSheets(sheets))}
      </p>
      <Table
        caption={print.listTitle(batch.number)}
        captionHidden
        empty={print.listNone}
        columns={[
          { label: print.number, numeric: true },
          { label: desk.queue.reference },
          { label: print.name },
          { label: print.sheets, numeric: true },
        ]}
        rows={addresses.map(({ position, reference, name, pages }) => ({
          cells: [
            String(position),
            reference === null ? print.noCase : <span class="code">{formatReference(reference)}</span>,
            name === '' ? print.returned.destroyed : name,
            String(sheetsOf(pages)),
          ],
        }))}
      />
      <p>{print.signature}</p>
    </>
  );
}
