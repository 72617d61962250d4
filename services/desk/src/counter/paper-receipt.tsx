import { writeMoney } from '@guichet/catalogue';
import { receiptPdf } from '@guichet/channels/mail';
import { assets, document, formatInstant, words } from '@guichet/pages';
import { raw } from 'hono/html';
import type { DeskDeps } from '../frame/desk-env.ts';
import { organisationOf } from '../frame/organisation-of.ts';
import type { Taken } from './find-taken.ts';
import { ReceiptSheet, statusAddress } from './receipt-sheet.tsx';

/** A receipt as a file. */
export interface PaperReceipt {
  bytes: Buffer;
  mediaType: string;
  fileName: string;
}

type Sender = Pick<DeskDeps, 'publicUrl' | 'organisation'>;

/** Makes the receipt of a request on a letter page, as PDF. */
export async function paperReceipt(
  { service, found, personLanguage: language, receivedAt, paid }: Taken,
  deps: Sender,
): Promise<PaperReceipt> {
  const { definition } = service;
  const bytes = await receiptPdf({
    language,
    organisation: organisationOf(deps).name[language],
    reference: found.reference,
    service: definition.name[language],
    receivedOn: formatInstant(receivedAt, language),
    ...(paid && paid.paid > 0 ? { paid: writeMoney(paid.paid, language) } : {}),
    next: definition.next[language],
    statusUrl: statusAddress(deps.publicUrl, found.reference),
  });
  return { bytes, mediaType: 'application/pdf', fileName: `${found.reference}.pdf` };
}

/** Makes the receipt of a request as one HTML page that needs nothing else: what the counter prints on a roll of 80 mm. */
export async function rollReceipt(taken: Taken, deps: Sender): Promise<PaperReceipt> {
  const { personLanguage: language, found } = taken;
  const sheets = assets.filter(({ contentType }) => contentType.startsWith('text/css'));
  const page = await document(
    <html lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
      <head>
        <meta charset="utf-8" />
        <title>{`${words(language).stations.counter.receipt} ${found.reference}`}</title>
        <style>{raw(sheets.map(({ body }) => String(body)).join('\n'))}</style>
      </head>
      <body>
        <ReceiptSheet
          {...taken}
          publicUrl={deps.publicUrl}
          organisation={organisationOf(deps).name[language]}
        />
      </body>
    </html>,
  );
  return { bytes: Buffer.from(String(page)), mediaType: 'text/html', fileName: `${found.reference}.html` };
}
