import type { DeskLine, VisitFile } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { FindForm, type FindTyped } from './find-form.tsx';
import { TransferForm } from './transfer-form.tsx';

export interface HandProps {
  language: Language;
  csrf: string;
  line: DeskLine;
  /** Of the person served, if anybody is. */
  visit: VisitFile | undefined;
  services: readonly CompiledService[];
  nameOf: (code: string | null) => string;
  typed?: FindTyped | undefined;
}

/** Draws what the clerk does now: call, serve the person called, or go on with the one at the counter. */
export function HandPanel(props: HandProps) {
  const { language, csrf, line, services, typed } = props;
  const { line: say } = words(language).work.visits;
  const { atHand } = line;
  const find = { language, csrf, services, typed };
  if (line.counter.absent !== null) return null;
  if (!atHand)
    return (
      <section class="hand" aria-label={say.title}>
        <OneButton
          action="/counter/calls"
          csrf={csrf}
          label={say.next}
          kind="primary"
          dataKey="next"
          autofocus={!typed}
        />
        <FindForm {...find} isServing={false} autofocus={typed !== undefined} />
      </section>
    );
  const at = `/counter/visits/${atHand.visitId}`;
  const head = (
    <p class="hand-ticket">
      <strong>{atHand.ticket}</strong> <span class="quiet">{say.speaks[atHand.language]}</span>
    </p>
  );
  if (atHand.state === 'called')
    return (
      <section class="hand" aria-label={say.calledTo(atHand.ticket)}>
        {head}
        <Buttons>
          <OneButton
            action={`${at}/service`}
            csrf={csrf}
            label={say.serve}
            kind="primary"
            dataKey="next"
            autofocus
          />
          <OneButton action={`${at}/call`} csrf={csrf} label={say.again} />
          <OneButton action={`${at}/no-show`} csrf={csrf} label={say.noShow} />
        </Buttons>
      </section>
    );
  return (
    <section class="hand" aria-label={say.serving(atHand.ticket)}>
      {head}
      <FindForm {...find} isServing autofocus />
      {props.visit ? <VisitRequests {...props} visit={props.visit} /> : null}
      <Buttons>
        <OneButton action={`${at}/end`} csrf={csrf} label={say.endNext} then="next" dataKey="next" />
        <OneButton action={`${at}/end`} csrf={csrf} label={say.end} />
        <OneButton action={`${at}/hold`} csrf={csrf} label={say.hold} />
      </Buttons>
      <TransferForm language={language} csrf={csrf} line={line} action={`${at}/transfer`} />
    </section>
  );
}

/** Lists what was asked in a visit: what is done, with its receipt, and what is not. */
export function VisitRequests({
  language,
  visit,
  nameOf,
}: Pick<HandProps, 'language' | 'nameOf'> & { visit: VisitFile }) {
  const { line: say } = words(language).work.visits;
  const { themes } = words(language).walk.services;
  return (
    <>
      <h2>{say.requests}</h2>
      {visit.requests.length === 0 ? <p class="quiet">{say.noRequest}</p> : null}
      <ul class="visit-requests">
        {visit.requests.map(({ kind, family, service, form, reference, isResumed }) => (
          <li>
            {kind === 'quick' ? (
              `${say.quick}, ${themes[family]}`
            ) : reference ? (
              <>
                {nameOf(service)} <span class="code">{formatReference(reference)}</span>{' '}
                <a href={`/counter/${service}/${form}/receipt`}>{say.receipt}</a>
              </>
            ) : (
              <>
                {nameOf(service)}{' '}
                <a href={isResumed ? `/counter/resumed/${form}` : `/counter/${service}/${form}`}>
                  {say.goOn}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Buttons({ children }: { children: Child }) {
  return <div class="row-buttons hand-buttons">{children}</div>;
}

interface OneButtonProps {
  action: string;
  csrf: string;
  label: string;
  kind?: 'primary' | 'secondary';
  /** What is done after it. */
  then?: string;
  dataKey?: string;
  autofocus?: boolean;
}

/** Draws a form of one button. */
export function OneButton(props: OneButtonProps) {
  const { action, csrf, label, kind = 'secondary', then, dataKey, autofocus } = props;
  return (
    <form method="post" action={action}>
      <CsrfField token={csrf} />
      {then === undefined ? null : <input type="hidden" name="then" value={then} />}
      <button class={`button button-${kind}`} type="submit" data-key={dataKey} autofocus={autofocus}>
        {label}
      </button>
    </form>
  );
}
