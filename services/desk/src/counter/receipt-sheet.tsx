import { type CaseFee, todayOf } from '@guichet/casework';
import { writeMoney } from '@guichet/catalogue';
import { receipt } from '@guichet/channels/counter';
import { qrModules } from '@guichet/channels/mail';
import type { Language } from '@guichet/kernel';
import { Receipt, words } from '@guichet/pages';
import type { Taken } from './find-taken.ts';

/** Draws the sheet that the person takes along. */
export function ReceiptSheet({
  service,
  found,
  personLanguage,
  receivedAt,
  paid,
  publicUrl,
  organisation,
}: Taken & { publicUrl: string; organisation: string }) {
  const { definition } = service;
  const model = receipt({
    reference: found.reference,
    service: definition.name,
    receivedOn: todayOf(receivedAt),
    dueOn: todayOf(found.dueAt),
    next: definition.next,
    language: personLanguage,
    ...paidWords(paid, personLanguage),
  });
  const { work } = words(personLanguage);
  const status = statusAddress(publicUrl, found.reference);
  return (
    <div class="receipt-sheet" lang={personLanguage}>
      <Receipt
        language={personLanguage}
        organisation={organisation}
        reference={model.reference}
        lines={[...model.lines, { label: work.counter.statusCode, value: found.statusCode }]}
        next={model.next}
        qr={{ modules: qrModules(status, 'M'), title: status }}
      />
    </div>
  );
}

/** Writes what was paid and how, what was let go, and what is left; nothing of it for a service without a fee, and where it is not known. */
function paidWords(fee: CaseFee | undefined, language: Language) {
  if (!fee || (fee.label === null && fee.entries.length === 0)) return {};
  const { ways } = words(language).work.visits.fee;
  const standing = fee.entries.filter(({ reverses, isReversed }) => reverses === null && !isReversed);
  const written = (isWaived: boolean) =>
    standing
      .filter(({ way }) => (way === 'waived') === isWaived)
      .map(
        ({ cents, way }) =>
          `${writeMoney(cents, language)}${isWaived ? '' : ` (${ways[way].toLowerCase()})`}`,
      )
      .join(', ');
  const [paid, waived] = [written(false), written(true)];
  return {
    ...(paid === '' ? {} : { paid }),
    ...(waived === '' ? {} : { waived }),
    ...(fee.left > 0 || standing.length === 0 ? { fee: writeMoney(Math.max(0, fee.left), language) } : {}),
  };
}

/** Where the person follows the request; the reference alone shows nothing there. */
export function statusAddress(publicUrl: string, reference: string): string {
  return `${publicUrl.replace(/\/$/, '')}/status?reference=${reference}`;
}
