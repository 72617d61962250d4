import type { Language } from '@guichet/kernel';

interface LetterWords {
  reference: string;
  keep: (reference: string) => string;
  /** Of a letter that is about no case. */
  enclose: string;
  page: (page: number, pages: number) => string;
  posting: (serial: string) => string;
  receipt: string;
  receivedOn: string;
  at: string;
  service: string;
  paid: string;
  next: string;
  follow: string;
  keepReceipt: string;
  slip: { title: string; document: string; howTo: string; steps: readonly string[] };
}

/** The words around a letter or a receipt. */
export const letterWords: Record<Language, LetterWords> = {
  fr: {
    reference: 'Numéro de référence\u00a0: ',
    keep: (reference) => `Pour nous répondre, rappelez le dossier ${reference} ou joignez cette page.`,
    enclose: 'Pour nous répondre, joignez cette page.',
    page: (page, pages) => `Page ${page} de ${pages}`,
    posting: (serial) => `Envoi ${serial}`,
    receipt: 'Reçu de votre demande',
    receivedOn: 'Reçue le',
    at: 'Au comptoir',
    service: 'Demande',
    paid: 'Montant payé',
    next: 'Et ensuite',
    follow: 'Pour suivre votre demande',
    keepReceipt:
      'Conservez ce reçu et ayez ce numéro en main pour suivre votre demande par Internet, par téléphone ou au comptoir.',
    slip: {
      title: 'Bordereau d’envoi',
      document: 'Document joint',
      howTo: 'Pour poster votre document',
      steps: [
        'Placez cette feuille sur le dessus du document, sans l’agrafer. À chaque document son bordereau.',
        'Joignez une copie et gardez l’original, sauf si on vous demande l’original.',
        'Pliez le tout en trois, l’adresse à la fenêtre de l’enveloppe, ou recopiez l’adresse sur une enveloppe.',
      ],
    },
  },
  en: {
    reference: 'Reference number: ',
    keep: (reference) => `To reply, quote file ${reference} or enclose this page.`,
    enclose: 'To reply, enclose this page.',
    page: (page, pages) => `Page ${page} of ${pages}`,
    posting: (serial) => `Mailing ${serial}`,
    receipt: 'Receipt for your request',
    receivedOn: 'Received on',
    at: 'At the counter',
    service: 'Request',
    paid: 'Amount paid',
    next: 'What happens next',
    follow: 'To follow your request',
    keepReceipt:
      'Keep this receipt and have this number at hand to follow your request online, by telephone or at the counter.',
    slip: {
      title: 'Cover slip',
      document: 'Document enclosed',
      howTo: 'To mail your document',
      steps: [
        'Put this sheet on top of the document, without stapling it. Each document has its own slip.',
        'Enclose a copy and keep the original, unless you are asked for the original.',
        'Fold it all in three, the address in the window of the envelope, or write the address on an envelope.',
      ],
    },
  },
};
