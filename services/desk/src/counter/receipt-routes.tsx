import {
  type CaseFee,
  type DeskContext,
  type FeeWay,
  findAcceptance,
  findDraft,
  findIdentityProof,
  findVisitOf,
  may,
  type ProofDocument,
  proveIdentity,
  readFee,
  reverseFee,
  takeFee,
  todayOf,
} from '@guichet/casework';
import { type Answers, type CompiledService, writeMoney } from '@guichet/catalogue';
import { readCounterForm, receipt } from '@guichet/channels/counter';
import { qrModules, receiptPdf } from '@guichet/channels/mail';
import { DeskError, type FeeEntryId, isDeskError, type Language } from '@guichet/kernel';
import { ButtonLink, errorWords, formatInstant, Notice, Receipt, words } from '@guichet/pages';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { draftKey, idempotencyOf, isNonce, resumedKey } from './counter-form.ts';
import { type FinishProps, FinishSection } from './finish-section.tsx';
import { OneButton } from './line/hand-panel.tsx';

/** Gives the receipt of a request taken at the counter, to print on a roll or a letter page, and takes what is left to do before the person goes. */
export function receiptRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const at = '/counter/:service/:nonce/receipt';
  const { publicUrl } = deps;
  app.get(at, (c) => receiptPage(c, publicUrl));

  app.post(`${at}/identity`, async (c) => {
    const { found } = await findTaken(c);
    const document = textOf(c.get('form'), 'document') as ProofDocument;
    return tried(c, publicUrl, { form: 'identity', told: 'identity' }, (ctx) =>
      proveIdentity(ctx, { reference: found.reference, how: 'document-seen', document }),
    );
  });

  app.post(`${at}/fee`, async (c) => {
    const { found } = await findTaken(c);
    const form = c.get('form');
    return tried(c, publicUrl, { form: 'fee', told: 'paid' }, (ctx) =>
      takeFee(ctx, {
        id: idIn(textOf(form, 'id')),
        reference: found.reference,
        way: textOf(form, 'way') as FeeWay,
        receipt: textOf(form, 'receipt'),
        reason: textOf(form, 'reason'),
      }),
    );
  });

  app.post(`${at}/fee/:entry/reversal`, async (c) => {
    const { found } = await findTaken(c);
    const reason = textOf(c.get('form'), 'reason');
    return tried(c, publicUrl, { form: 'reversal', told: 'reversed' }, (ctx) =>
      reverseFee(ctx, { id: idIn(c.req.param('entry') ?? ''), reference: found.reference, reason }),
    );
  });

  app.get('/counter/:service/:nonce/receipt.pdf', async (c) => {
    const { service, found, personLanguage: language, paid } = await findTaken(c);
    const { definition } = service;
    const bytes = await receiptPdf({
      language,
      organisation: 'Guichet',
      reference: found.reference,
      service: definition.name[language],
      receivedOn: formatInstant(found.acceptedAt, language),
      ...(paid && paid.paid > 0 ? { paid: writeMoney(paid.paid, language) } : {}),
      next: definition.next[language],
      statusUrl: statusAddress(publicUrl, found.reference),
    });
    return storedFile(c, { bytes, mediaType: 'application/pdf', fileName: `${found.reference}.pdf` });
  });
  return app;
}

type Problem = NonNullable<FinishProps['problem']>;

/** Draws the receipt, and beside it what is left to do. */
async function receiptPage(c: DeskRequest, publicUrl: string, problem?: Problem): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'counter.serve');
  const taken = await findTaken(c);
  const language = c.get('language');
  const { stations, work } = words(language);
  const { definition } = taken.service;
  const nonce = c.req.param('nonce') ?? '';
  const action = `/counter/${definition.code}/${nonce}/receipt`;
  const visitId = await findVisitOf(ctx, nonce);
  const told = toldWords(c);
  return draw(
    c,
    {
      title: stations.counter.receipt,
      current: 'counter',
      here: action,
      status: problem ? 422 : 200,
      hasErrors: problem !== undefined,
    },
    <>
      <h1 class="no-print">{stations.counter.receipt}</h1>
      {told === undefined ? null : (
        <div class="no-print">
          <Notice language={language}>{told}</Notice>
        </div>
      )}
      <div class="receipt-and-rest">
        <ReceiptOf {...taken} publicUrl={publicUrl} />
        <FinishSection
          language={language}
          csrf={c.get('csrf')}
          action={action}
          fee={taken.paid}
          identity={definition.who.identity === 'declared' ? undefined : await proofAt(ctx, taken)}
          problem={problem}
        />
      </div>
      <div class="row-buttons no-print">
        <button class="button button-primary" type="button" hidden data-print autofocus={!problem}>
          {stations.counter.receiptPrint}
        </button>
        {visitId ? (
          <>
            <OneButton
              action={`/counter/visits/${visitId}/end`}
              csrf={c.get('csrf')}
              label={work.visits.line.endNext}
              then="next"
              dataKey="next"
            />
            <ButtonLink href="/counter" kind="secondary">
              {stations.counter.newRequest}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink href="/counter" kind="secondary">
            {stations.counter.nextPerson}
          </ButtonLink>
        )}
        <a href={`${action}.pdf`}>{work.counter.receiptPdf}</a>
        {taken.service.definition.appointment ? (
          <a href={`/cases/${taken.found.reference}/appointment`}>{words(language).appointments.desk.book}</a>
        ) : null}
        {may(actor, 'case.read') ? <a href={`/cases/${taken.found.reference}`}>{work.counter.open}</a> : null}
      </div>
    </>,
  );
}

function toldWords(c: DeskRequest): string | undefined {
  const { counter, visits } = words(c.get('language')).work;
  const told: Readonly<Record<string, string>> = {
    already: counter.already,
    paid: visits.fee.taken,
    reversed: visits.fee.reversed,
    identity: visits.identity.done,
  };
  return c.req.method === 'GET' ? told[c.req.query('told') ?? ''] : undefined;
}

/** Does one of the last things; what is wrong with it is said beside its form. */
async function tried(
  c: DeskRequest,
  publicUrl: string,
  { form, told }: { form: Problem['form']; told: string },
  verb: (ctx: DeskContext) => Promise<unknown>,
): Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  try {
    await verb(ctx);
  } catch (error) {
    if (!isDeskError(error) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return receiptPage(c, publicUrl, { form, message: errorWords(error, c.get('language')) });
  }
  return c.redirect(`/counter/${c.req.param('service')}/${c.req.param('nonce')}/receipt?told=${told}`, 303);
}

/** Reads the id that our page drew. Errors: not-found */
function idIn(text: string): FeeEntryId {
  if (!isNonce(text)) throw new DeskError('not-found', 'no-such-fee-entry');
  return text as FeeEntryId;
}

/** Of a case of teams that the clerk is not in, nothing more is shown than its receipt. */
function ifSeen<T>(read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'not-found') return undefined;
    throw error;
  });
}

async function proofAt(ctx: DeskContext, { found }: Taken): Promise<FinishProps['identity']> {
  const proof = await ifSeen(findIdentityProof(ctx, found.reference));
  return proof === undefined ? undefined : { proof };
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
  /** What was paid; undefined where the clerk does not see the case. */
  paid: CaseFee | undefined;
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
    paid: await ifSeen(readFee(ctx, found.reference)),
  };
}

function ReceiptOf({
  service,
  found,
  personLanguage,
  receivedOn,
  fee,
  paid,
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
    ...paidWords(paid ?? (fee && { left: fee.cents, entries: [] }), personLanguage),
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

/** Writes what was paid and how, what was let go, and what is left; a service without a fee says nothing of it. */
function paidWords(fee: Pick<CaseFee, 'left' | 'entries'> | undefined, language: Language) {
  if (!fee) return {};
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
