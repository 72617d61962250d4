import type { BatchPageRow, BatchView, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { StatusTag, type StatusTone, Table, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';

export interface BatchPagesProps {
  language: Language;
  catalogue: ServiceShelf;
  batch: BatchView;
}

/** Draws every page of a batch in the order of its file: its picture, what it was taken for, where it went and why. */
export function BatchPages({ language, catalogue, batch }: BatchPagesProps) {
  const { work } = words(language);
  if (batch.pageRows.length === 0) return null;
  return (
    <section aria-labelledby="pages">
      <h2 id="pages">
        {work.batch.pages} <span class="count">{batch.pageRows.length}</span>
      </h2>
      <Table
        caption={work.batch.pages}
        captionHidden
        stacked
        empty=""
        columns={[
          { label: work.batch.page },
          { label: work.batch.picture },
          { label: work.batch.takenAs },
          { label: work.batch.letter },
          { label: work.batch.why },
        ]}
        rows={batch.pageRows.map((page) => ({
          cells: [
            <span id={`page-${page.place}`}>{work.batch.pageOf(page.place)}</span>,
            <SmallPicture batch={batch} page={page} language={language} />,
            <Taken language={language} catalogue={catalogue} batch={batch} page={page} />,
            <LetterLink language={language} catalogue={catalogue} batch={batch} page={page} />,
            page.doubts.map((doubt) => doubtWords(doubt, language)).join('; ') || '–',
          ],
        }))}
      />
    </section>
  );
}

function SmallPicture({
  batch,
  page,
  language,
}: {
  batch: BatchView;
  page: BatchPageRow;
  language: Language;
}) {
  const { work } = words(language);
  if (!page.hasSmall) return <span class="quiet">{work.batch.noPicture}</span>;
  const src = `/mailroom/batches/${batch.id}/pages/${page.place}/picture`;
  const picture = (
    <img class="small-page" src={src} alt={work.batch.pictureOf(page.place)} loading="lazy" width={80} />
  );
  return page.evidenceId === null ? picture : <a href={`/evidence/${page.evidenceId}`}>{picture}</a>;
}

const tones: Readonly<Record<BatchPageRow['takenFor'], StatusTone>> = {
  form: 'good',
  duplicate: 'neutral',
  letter: 'info',
  blank: 'neutral',
  undecodable: 'bad',
  returned: 'warning',
};

function Taken({ language, catalogue, batch, page }: BatchPagesProps & { page: BatchPageRow }) {
  const { taken } = words(language).work.batch;
  const code = letterOf(batch, page)?.serviceCode;
  const service = code ? serviceName(catalogue, code, language) : words(language).work.mailroom.unknown;
  const said =
    page.takenFor === 'form' || page.takenFor === 'duplicate'
      ? taken[page.takenFor](page.formPage ?? 0, page.formPages ?? 0, service)
      : taken[page.takenFor];
  return <StatusTag tone={tones[page.takenFor]}>{said}</StatusTag>;
}

function LetterLink({ language, catalogue, batch, page }: BatchPagesProps & { page: BatchPageRow }) {
  const letter = letterOf(batch, page);
  if (letter === undefined) return <>–</>;
  const place = batch.letterRows.indexOf(letter) + 1;
  const { work } = words(language);
  const name = letter.serviceCode
    ? serviceName(catalogue, letter.serviceCode, language)
    : work.mailroom.unknown;
  return <a href={`/mailroom/letters/${letter.id}`}>{work.batch.openLetter(place, name)}</a>;
}

function letterOf(batch: BatchView, { letterId }: BatchPageRow) {
  return batch.letterRows.find(({ id }) => id === letterId);
}

function doubtWords(doubt: string, language: Language): string {
  const known: Readonly<Record<string, string>> = words(language).work.batch.doubt;
  return known[doubt] ?? doubt;
}
