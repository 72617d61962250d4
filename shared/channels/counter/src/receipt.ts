import { writeDate } from '@guichet/catalogue';
import { type Bilingual, formatReference, type Language } from '@guichet/kernel';

const words = {
  fr: {
    service: 'Demande',
    received: 'Reçue le',
    due: 'Réponse au plus tard le',
    fee: 'À payer',
    paid: 'Payé',
    waived: 'Exonéré',
  },
  en: {
    service: 'Request',
    received: 'Received on',
    due: 'Answer by',
    fee: 'To pay',
    paid: 'Paid',
    waived: 'Waived',
  },
};

export interface ReceiptInput {
  reference: string;
  service: Bilingual;
  /** ISO days. */
  receivedOn: string;
  dueOn: string;
  /** What happens next, from the definition. */
  next: Bilingual;
  /** What is still to pay, already written with its sign. */
  fee?: string;
  /** What was paid and what was let go, each already written. */
  paid?: string;
  waived?: string;
  language: Language;
}

export interface ReceiptModel {
  /** In the groups it is said in. */
  reference: string;
  lines: { label: string; value: string }[];
  next: string;
}

/**
 * Gives what a receipt says.
 *
 * Guarantee: nothing personal: the paper may be left on the counter.
 */
export function receipt(input: ReceiptInput): ReceiptModel {
  const { language } = input;
  const say = words[language];
  return {
    reference: formatReference(input.reference),
    lines: [
      { label: say.service, value: input.service[language] },
      { label: say.received, value: writeDate(input.receivedOn, language) },
      { label: say.due, value: writeDate(input.dueOn, language) },
      ...(['paid', 'waived', 'fee'] as const).flatMap((what) =>
        input[what] === undefined ? [] : [{ label: say[what], value: input[what] }],
      ),
    ],
    next: input.next[language],
  };
}
