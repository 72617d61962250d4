import { findAcceptance, findDraft, may, todayOf } from '@guichet/casework';
import { type Answers, type CompiledService, writeMoney } from '@guichet/catalogue';
import { readCounterForm, receipt } from '@guichet/channels/counter';
import { qrModules, receiptPdf } from '@guichet/channels/mail';
import { DeskError, type Language } from '@guichet/kernel';
import { ButtonLink, formatInstant, Notice, Receipt, words } from '@guichet/pages';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import { draftKey, idempotencyOf, isNonce, resumedKey } from './counter-form.ts';

/** Gives the receipt of a request taken at the counter, to print on a roll or a letter page. */
export function receiptRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/counter/:service/:nonce/receipt', async (c) => {
    const { actor } = staffOf(c, 'counter.serve');
    const taken = await findTaken(c);
    const language = c.get('language');
    const { stations, work } = words(language);
    return draw(
      c,
      { title: stations.counter.receipt, current: 'counter' },
      <>
        <h1 class="no-print">{stations.counter.receipt}</h1>
        {c.req.query('told') === 'already' ? (
          <Notice language={language}>{work.counter.already}</Notice>
        ) : null}
        <ReceiptOf {...taken} publicUrl={deps.publicUrl} />
        <div class="row-buttons no-print">
          <button class="button button-primary" type="button" hidden data-print>
            {stations.counter.receiptPrint}
          </button>
          <ButtonLink href="/counter" kind="secondary">
            {stations.counter.nextPerson}
          </ButtonLink>
          <a href={`${c.req.path}.pdf`}>{work.counter.receiptPdf}</a>
          {may(actor, 'case.read') ? (
            <a href={`/cases/${taken.found.reference}`}>{work.counter.open}</a>
          ) : null}
        </div>
      </>,
    );
  });

  app.get('/counter/:service/:nonce/receipt.pdf', async (c) => {
    const { service, found, personLanguage: language } = await findTaken(c);
    const { definition } = service;
    const bytes = await receiptPdf({
      language,
      organisation: 'Guichet',
      reference: found.reference,
      service: definition.name[language],
      receivedOn: formatInstant(found.acceptedAt, language),
      next: definition.next[language],
      statusUrl: statusAddress(deps.publicUrl, found.reference),
    });
    return storedFile(c, { bytes, mediaType: 'application/pdf', fileName: `${found.reference}.pdf` });
  });
  return app;
}

/** Where the person follows the request; the reference alone shows nothing there. */
function statusAddress(publicUrl: string, reference: string): string {
  return `${publicUrl.replace(/\/$/, '')}/status?reference=${reference}`;
}

interface Taken {
  service: CompiledService;
  found: NonNullable<Awaited<ReturnType<typeof findAcceptance>>>;
  personLanguage: Language;
  receivedOn: string;
  fee: { cents: number } | undefined;
}

/** Finds what was accepted by the form's number. Errors: not-found */
async function findTaken(c: DeskRequest): Promise<Taken> {
  const { ctx } = staffOf(c, 'counter.serve');
  const nonce = c.req.param('nonce') ?? '';
  const service = ctx.catalogue.find(c.req.param('service') ?? '');
  const found = isNonce(nonce) ? await findAcceptance(ctx, idempotencyOf(nonce)) : undefined;
  if (!service || !found) throw new DeskError('not-found', 'not-found');
  const begun = await findDraft(ctx, { externalKey: draftKey(nonce) });
  const resumed = begun ? undefined : await findDraft(ctx, { externalKey: resumedKey(nonce) });
  const today = todayOf(ctx.clock.now());
  // A form begun here keeps what was typed; a request begun elsewhere, its answers.
  const answers = begun
    ? readCounterForm(service, begun.content.answers, { language: 'fr', today }).answers
    : ((resumed?.content.answers ?? {}) as Answers);
  return {
    service,
    found,
    personLanguage: (begun ?? resumed)?.language ?? 'fr',
    receivedOn: today,
    fee: service.fee(answers),
  };
}

function ReceiptOf({
  service,
  found,
  personLanguage,
  receivedOn,
  fee,
  publicUrl,
}: Taken & { publicUrl: string }) {
  const { definition } = service;
  const model = receipt({
    reference: found.reference,
    service: definition.name,
    receivedOn,
    dueOn: todayOf(found.dueAt),
    next: definition.next,
    language: personLanguage,
    ...(fee === undefined ? {} : { fee: writeMoney(fee.cents, personLanguage) }),
  });
  const { work } = words(personLanguage);
  const status = statusAddress(publicUrl, found.reference);
  return (
    <div class="receipt-sheet" lang={personLanguage}>
      <Receipt
        language={personLanguage}
        organisation="Guichet"
        reference={model.reference}
        lines={[...model.lines, { label: work.counter.statusCode, value: found.statusCode }]}
        next={model.next}
        qr={{ modules: qrModules(status, 'M'), title: status }}
      />
    </div>
  );
}
