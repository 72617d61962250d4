import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/**
 * Holds the receipt that a person gets while the network is down, in their language, for a script to fill in; as wide as an 80 mm roll.
 *
 * Guarantee: nothing personal: the paper may be left on the counter.
 */
export function ProvisionalReceipt({ language, organisation }: { language: Language; organisation: string }) {
  const { work, stations } = words(language);
  const { kept } = work;
  const mark = { [`data-receipt-${language}`]: true };
  return (
    <template {...mark}>
      <div class="receipt-sheet" lang={language}>
        <section class="receipt" aria-label={kept.receiptTitle}>
          <p class="receipt-body">{organisation}</p>
          <p class="reference">
            <span class="reference-label">{kept.provisional}</span>
            <strong class="reference-code" data-put="provisional"></strong>
          </p>
          <dl class="receipt-lines">
            <div>
              <dt>{kept.receiptService}</dt>
              <dd data-put="service"></dd>
            </div>
            <div>
              <dt>{kept.receiptWhen}</dt>
              <dd data-put="at"></dd>
            </div>
          </dl>
          <p>{kept.receiptNext}</p>
          <p class="quiet">{stations.counter.receiptThanks}</p>
        </section>
      </div>
    </template>
  );
}

/** Holds what stands beside the receipt on the clerk's screen. */
export function ReceiptTools({ language }: { language: Language }) {
  const { kept } = words(language).work;
  const { stations } = words(language);
  return (
    <template data-receipt-tools>
      <div class="row-buttons no-print kept-tools">
        <p class="error-line" data-files-left hidden>
          {kept.filesLeft}
        </p>
        <button class="button button-primary" type="button" data-print-now>
          {stations.counter.receiptPrint}
        </button>
        <a class="button button-secondary" href="/counter">
          {stations.counter.nextPerson}
        </a>
        <a data-correct>{kept.mend}</a>
      </div>
    </template>
  );
}
