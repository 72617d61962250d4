import type { AnswerSoFar, LiveCallFile } from '@guichet/casework';
import { type CompiledService, formatAnswer, isPending, writePhone } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { ButtonLink, MaskedValue, Notice, words } from '@guichet/pages';
import { RevealForm } from '../frame/reveal-form.tsx';

export interface CallPageProps {
  language: Language;
  csrf: string;
  call: LiveCallFile;
  service: CompiledService | undefined;
  /** True for who may take a request at the counter. */
  serves: boolean;
  /** Opens the status of the request that was sent, with its reference. */
  statusCode?: string;
  revealedFor?: string;
  problem?: { message: string; text: string };
}

/** Draws who is on the line and what they answered so far, with one thing to do: go on with the request. */
export function CallPage(props: CallPageProps) {
  const { language, call, service, serves } = props;
  const { work } = words(language);
  return (
    <>
      <a class="back" href="/calls">
        {work.calls.title}
      </a>
      <h1>{service?.definition.name[language] ?? work.calls.noService}</h1>
      {call.state === 'over' ? <Notice language={language}>{work.calls.over}</Notice> : null}
      {call.madeReference === null ? null : <Made {...props} reference={call.madeReference} />}
      <CallFacts {...props} />
      {call.madeReference !== null ? null : service !== undefined && call.draftId !== null ? (
        <p>
          <ButtonLink href={`/calls/${call.id}/request`}>{work.calls.goOn}</ButtonLink>
        </p>
      ) : serves ? (
        <p>
          <ButtonLink href="/counter">{work.calls.newRequest}</ButtonLink>
        </p>
      ) : null}
      {call.madeReference === null ? <Answers {...props} /> : null}
    </>
  );
}

function Made({ language, reference, statusCode }: CallPageProps & { reference: string }) {
  const { desk, work } = words(language);
  return (
    <Notice language={language} kind="success">
      {work.calls.made}. {work.calls.madeHint} {desk.queue.reference} :{' '}
      <a class="code" href={`/cases/${reference}`}>
        {formatReference(reference)}
      </a>
      {statusCode === undefined ? null : (
        <>
          {' '}
          · {work.calls.code} : <span class="code">{statusCode}</span>
        </>
      )}
    </Notice>
  );
}

function CallFacts({ language, call }: CallPageProps) {
  const { work } = words(language);
  const reason = work.tasks.reasons[call.reason];
  return (
    <dl class="facts">
      {reason === undefined ? null : <Fact label={work.calls.why}>{reason}</Fact>}
      {call.openedBy.length === 0 ? null : (
        <Fact label={work.calls.openedBy}>{call.openedBy.join(', ')}</Fact>
      )}
      <Fact label={work.case.language}>{work.case.languages[call.language]}</Fact>
      {call.state === 'over' ? null : (
        <Fact label={work.calls.caller}>
          {call.phone === undefined ? (
            work.calls.noNumber
          ) : (
            <>
              {writePhone(call.phone)} <span class="quiet">{work.calls.callerHint}</span>
            </>
          )}
        </Fact>
      )}
      <Fact label={call.proven === null ? work.calls.identity : work.calls.proven}>
        {call.proven === null ? (
          work.calls.notProven
        ) : (
          <a class="code" href={`/cases/${call.proven.reference}`}>
            {formatReference(call.proven.reference)}
          </a>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children?: unknown }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children as string}</dd>
    </div>
  );
}

function Answers(props: CallPageProps) {
  const { language, call, service, revealedFor } = props;
  const { work } = words(language);
  const order = new Map(service?.questions.map(({ key }, index) => [key, index]));
  const answers = call.answers.toSorted(
    (a, b) => (order.get(a.question) ?? 999) - (order.get(b.question) ?? 999),
  );
  const hidden = answers.filter(({ value }) => value === undefined).length;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{work.calls.answers}</h2>
      {revealedFor === undefined ? null : (
        <Notice language={language}>{work.case.revealed(revealedFor)}</Notice>
      )}
      {answers.length === 0 ? <p class="quiet">{work.calls.noAnswers}</p> : null}
      <dl class="answers case-answers">
        {answers.map((answer) => (
          <div class="answer">
            <dt>{service?.question(answer.question)?.label[language] ?? answer.question}</dt>
            <dd>
              <Value {...props} answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
      {hidden > 0 ? (
        <RevealForm
          language={language}
          csrf={props.csrf}
          action={`/calls/${call.id}/revelation`}
          hidden={hidden}
          refused={props.problem}
        />
      ) : null}
    </section>
  );
}

function Value({ language, service, answer }: CallPageProps & { answer: AnswerSoFar }) {
  const { work } = words(language);
  const question = service?.question(answer.question);
  const label = question?.label[language] ?? answer.question;
  if (answer.value === undefined)
    return <MaskedValue language={language} sensitivity="sensitive" label={label} />;
  const text = question ? formatAnswer(question, answer.value, language) : '';
  return (
    <>
      {text.split('\n').map((line) => (
        <span class="line">{line}</span>
      ))}
      {isPending(answer.value) ? <span class="line quiet">{work.calls.toHear}</span> : null}
    </>
  );
}
