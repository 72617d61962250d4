import type { BatchRow, ReceivedBatch } from '@guichet/casework';
import type { BatchId, Language } from '@guichet/kernel';
import { isId } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says what became of a file just sent: kept, known already, or known as something else. */
export function toldFiles(
  batch: Pick<BatchRow, 'fileName'>,
  language: Language,
): Record<ReceivedBatch['kind'], string> {
  const { received, already, otherwise } = words(language).work.batch;
  const { fileName } = batch;
  return { received: received(fileName), already: already(fileName), otherwise: otherwise(fileName) };
}

/** Reads which batches an address tells about, after several files were sent. */
export function namedBatches(query: readonly string[]): BatchId[] {
  return query.filter((id): id is BatchId => isId(id)).slice(0, 50);
}

/** Lists several files just sent, each with a link to its batch. */
export function ToldFiles({
  language,
  files,
}: {
  language: Language;
  files: readonly { kind: ReceivedBatch['kind']; batch: BatchRow }[];
}) {
  const { open } = words(language).work.batch;
  const lines = files.map(({ kind, batch }) => ({ batch, said: toldFiles(batch, language)[kind] }));
  return (
    <ul>
      {lines.map(({ batch, said }) => (
        <li>
          {said}{' '}
          <a href={`/mailroom/batches/${batch.id}`} aria-label={[open, batch.fileName].join(', ')}>
            {open}
          </a>
        </li>
      ))}
    </ul>
  );
}
