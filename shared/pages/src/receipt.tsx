import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { Qr, type QrProps } from './qr.tsx';
import { words } from './words.ts';

export interface ReceiptProps {
  language: Language;
  organisation: string;
  /** As `receipt` of the counter's channel gives it. */
  lines: readonly { label: string; value: string }[];
  reference: string;
  next: string;
  qr?: QrProps;
  children?: Child;
}

/** Draws a receipt that prints on an 80 mm roll as well as on a letter page. */
export function Receipt(props: ReceiptProps) {
  const { walk, stations } = words(props.language);
  return (
    <section class="receipt" aria-label={stations.counter.receipt}>
      <p class="receipt-body">{props.organisation}</p>
      <p class="reference">
        <span class="reference-label">{walk.confirmation.reference}</span>
        <strong class="reference-code">{props.reference}</strong>
      </p>
      <dl class="receipt-lines">
        {props.lines.map((line) => (
          <div>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      <p>{props.next}</p>
      {props.qr ? <Qr {...props.qr} /> : null}
      {props.children}
      <p class="quiet">{stations.counter.receiptThanks}</p>
    </section>
  );
}
