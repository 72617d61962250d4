import { type DeskLine, readVisit, type VisitFile } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { staffOf } from '../../session/require-staff.ts';
import { VisitRequests } from './hand-panel.tsx';
import { TransferForm } from './transfer-form.tsx';

/** Answers who is at the counter that the clerk wants to leave, and asks what becomes of them. */
export async function leavePage(c: DeskRequest, line: DeskLine): Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  const visit = line.atHand && (await readVisit(ctx, line.atHand.visitId));
  const language = c.get('language');
  const nameOf = (code: string | null) =>
    ctx.catalogue.services.find(({ definition }) => definition.code === code)?.definition.name[language] ??
    code ??
    '';
  return draw(
    c,
    { title: words(language).work.visits.seat.leave, current: 'counter', status: 409, here: '/counter' },
    <LeavePage language={language} csrf={c.get('csrf')} line={line} visit={visit} nameOf={nameOf} />,
  );
}

interface LeavePageProps {
  language: Language;
  csrf: string;
  line: DeskLine;
  /** Undefined where the visit is of a day before. */
  visit: VisitFile | undefined;
  nameOf: (code: string | null) => string;
}

function LeavePage({ language, csrf, line, visit, nameOf }: LeavePageProps) {
  const { seat } = words(language).work.visits;
  const { atHand } = line;
  const isCalled = atHand?.state === 'called';
  const ticket = atHand?.ticket ?? '';
  return (
    <>
      <a class="back" href="/counter">
        {seat.stay}
      </a>
      <h1>{seat.leave}</h1>
      <section class="hand" aria-label={seat.leave}>
        <p class="lead">
          {!atHand ? seat.somebody : isCalled ? seat.isCalled(ticket) : seat.isServed(ticket)}
        </p>
        {visit && !isCalled ? <VisitRequests language={language} visit={visit} nameOf={nameOf} /> : null}
        <form method="post" action="/counter/seat/end" class="form form-dense">
          <CsrfField token={csrf} />
          <input type="hidden" name="visit" value={atHand?.visitId ?? ''} />
          {atHand && !isCalled ? (
            <p>
              <button class="button button-primary" type="submit" name="how" value="end">
                {seat.endAndLeave}
              </button>
            </p>
          ) : null}
          <p>
            <button
              class={`button button-${isCalled || !atHand ? 'primary' : 'secondary'}`}
              type="submit"
              name="how"
              value="free"
              aria-describedby="free-hint"
            >
              {isCalled ? seat.putBackAndLeave : seat.holdAndLeave}
            </button>
          </p>
          <p class="help" id="free-hint">
            {isCalled ? seat.putBackHint : seat.holdHint}
          </p>
        </form>
        {atHand ? (
          <TransferForm
            language={language}
            csrf={csrf}
            line={line}
            action="/counter/seat/end"
            label={seat.transferAndLeave}
            hidden={{ visit: atHand.visitId, how: 'transfer' }}
          />
        ) : null}
      </section>
    </>
  );
}
