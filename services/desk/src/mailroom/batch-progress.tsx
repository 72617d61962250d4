import type { BatchRow } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { StatusTag, words } from '@guichet/pages';

/** Says how far the reading of a batch is, as a bar and in words, or why there is none. */
export function BatchProgress({ batch, language }: { batch: BatchRow; language: Language }) {
  const { stations, work } = words(language);
  if (batch.refusedWhy !== null) {
    return (
      <>
        <StatusTag tone="bad">{work.mailroom.refused}</StatusTag> {refusalWords(batch.refusedWhy, language)}
      </>
    );
  }
  if (batch.readAt !== null) {
    return (
      <>
        <StatusTag tone="good">{work.mailroom.read}</StatusTag> {stations.mailroom.pages(batch.pages ?? 0)}
      </>
    );
  }
  if (batch.pages === null) return <StatusTag tone="neutral">{work.batch.waiting}</StatusTag>;
  const said =
    batch.pagesRead < batch.pages ? work.batch.progress(batch.pagesRead, batch.pages) : work.batch.answers;
  return (
    <>
      <StatusTag tone="info">{stations.mailroom.reading}</StatusTag>
      <span class="progress batch-progress">
        <span id={`progress-${batch.id}`}>{said}</span>
        <progress value={batch.pagesRead} max={batch.pages} aria-labelledby={`progress-${batch.id}`}>
          {said}
        </progress>
      </span>
    </>
  );
}

/** Says why a file was refused. */
function refusalWords(why: string, language: Language): string {
  const { work } = words(language);
  const reasons: Readonly<Record<string, string>> = { ...work.mailroom.refusal, ...work.batch.failed };
  return reasons[why] ?? why;
}
