import type { BatchRow } from '@guichet/casework';
import type { BatchId, Language } from '@guichet/kernel';
import { isId } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says what became of a file just sent: kept, or known already. */
export function toldFiles(
  batch: Pick<BatchRow, 'fileName'>,
  language: Language,
): Record<'received' | 'already', string> {
  const { received, already } = words(language).work.batch;
  return { received: received(batch.fileName), already: already(batch.fileName) };
}

/** Reads which batches an address tells about, after several files were sent. */
export function namedBatches(query: readonly string[]): BatchId[] {
  return query.filter((id): id is BatchId => isId(id)).slice(0, 50);
}

/** Lists several files just sent, each with a link to its batch. */
export function ToldFiles({
  language,
  fresh,
  known,
}: {
  language: Language;
  fresh: readonly BatchRow[];
  known: readonly BatchRow[];
}) {
  const { open } = words(language).work.batch;
  const lines = [
    ...fresh.map((batch) => ({ batch, said: toldFiles(batch, language).received })),
    ...known.map((batch) => ({ batch, said: toldFiles(batch, language).already })),
  ];
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
