import { type DeskContext, findIdentityProof, findVisitOf, may } from '@guichet/casework';
import { ButtonLink, Notice, words } from '@guichet/pages';
import type { DeskDeps, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { organisationOf } from '../frame/organisation-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { findTakenAt, ifSeen, type Taken } from './find-taken.ts';
import { type FinishProps, FinishSection } from './finish-section.tsx';
import { OneButton } from './line/hand-panel.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';

export type Problem = NonNullable<FinishProps['problem']>;

/** Draws the receipt, and beside it what is left to do. */
export async function receiptPage(
  c: DeskRequest,
  deps: Pick<DeskDeps, 'publicUrl' | 'organisation'>,
  problem?: Problem,
): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'counter.serve');
  const taken = await findTakenAt(c);
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
        <ReceiptSheet
          {...taken}
          publicUrl={deps.publicUrl}
          organisation={organisationOf(deps).name[taken.personLanguage]}
        />
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

async function proofAt(ctx: DeskContext, { found }: Taken): Promise<FinishProps['identity']> {
  const proof = await ifSeen(findIdentityProof(ctx, found.reference));
  return proof === undefined ? undefined : { proof };
}
