import type { BatchView } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { formatInstant, words } from '@guichet/pages';

/** Draws the record of a batch whose paper is gone, as one sheet to print and file. Source: CQLR c. C-1.1, s. 17 and 20 */
export function BatchRecord({ batch, language }: { batch: BatchView; language: Language }) {
  const { work, stations } = words(language);
  const { gate } = work.batch;
  const { check, destruction } = batch;
  if (check === undefined || destruction === undefined) return null;
  const sources: Readonly<Record<string, string>> = work.batch.sources;
  const rows: readonly (readonly [label: string, said: string])[] = [
    [gate.recordOf, batch.fileName],
    [work.mailroom.receivedAt, formatInstant(batch.receivedAt, language)],
    [work.batch.source, sources[batch.source] ?? batch.source],
    [stations.mailroom.batch, batch.id],
    [work.batch.fingerprint, batch.sha256],
    [gate.rule, destruction.retentionRule],
    [gate.format, destruction.originalFormat],
    [gate.process, destruction.transferProcess],
    [gate.guarantees, destruction.guarantees],
    [
      gate.checkedBy,
      gate.checked(check.pagesCounted, check.checkedBy, formatInstant(check.checkedAt, language)),
    ],
    [gate.method, gate.methods[destruction.method]],
    [
      gate.destroyedBy,
      gate.destroyed(destruction.destroyedBy, formatInstant(destruction.destroyedAt, language)),
    ],
    [gate.history, batch.historyHash ?? ''],
  ];
  return (
    <>
      <a class="back no-print" href={`/mailroom/batches/${batch.id}`}>
        {work.batch.title(batch.fileName)}
      </a>
      <h1>{gate.recordTitle}</h1>
      <p>{gate.recordLead}</p>
      <p>{gate.heritage}</p>
      <dl class="record">
        {rows.map(([label, said]) => (
          <div>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <button class="button button-secondary no-print" type="button" data-print hidden>
        {gate.printIt}
      </button>
    </>
  );
}
