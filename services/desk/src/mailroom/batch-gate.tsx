import { type BatchView, destructionMethods } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, formatInstant, StatusTag, words } from '@guichet/pages';

/** What was typed in a form that was refused. */
export type GateTyped = Readonly<Record<string, string>>;

export interface BatchGateProps {
  language: Language;
  csrf: string;
  batch: BatchView;
  problems: FieldProblem[];
  typed: GateTyped;
  mayCheck: boolean;
  mayDestroy: boolean;
  /** Of who looks. */
  staffId: string;
  /** One person runs the mailroom: who checked may destroy. */
  onePersonOffice: boolean;
  /** Of the product: part of the documentation of the transfer. */
  version: string;
}

/** Draws what must be done before the paper of a batch may be destroyed, and then the record of it. */
export function BatchGate(props: BatchGateProps) {
  const { batch, language } = props;
  const { gate } = words(language).work.batch;
  const illegible = batch.pageRows.filter(({ takenFor }) => takenFor === 'undecodable').length;
  const { check, destruction } = batch;
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{gate.title}</h2>
      <p class="quiet">
        {gate.lead} {props.onePersonOffice ? gate.onePerson : gate.twoPersons}
      </p>
      <ul class="gate-steps">
        <Step done={illegible === 0}>{illegible === 0 ? gate.legible : gate.illegible(illegible)}</Step>
        <Step done={batch.waiting === 0}>
          {batch.waiting === 0 ? gate.lettersDone : gate.lettersLeft(batch.waiting)}
        </Step>
        <Step done={check !== undefined}>
          {check
            ? gate.checked(check.pagesCounted, check.checkedBy, formatInstant(check.checkedAt, language))
            : gate.notChecked}
        </Step>
        {destruction ? (
          <Step done>
            {gate.destroyed(destruction.destroyedBy, formatInstant(destruction.destroyedAt, language))}{' '}
            <a href={`/mailroom/batches/${batch.id}/record`}>{gate.record}</a>
          </Step>
        ) : null}
      </ul>
      {check === undefined && illegible === 0 && props.mayCheck ? <CheckForm {...props} /> : null}
      {check !== undefined && destruction === undefined && batch.waiting === 0 ? (
        !props.mayDestroy ? (
          <p>{gate.destroyWho}</p>
        ) : check.checkedById === props.staffId && !props.onePersonOffice ? (
          <p>{gate.destroyOther}</p>
        ) : (
          <DestructionForm {...props} />
        )
      ) : null}
    </section>
  );
}

function Step({ done, children }: { done: boolean; children?: unknown }) {
  return (
    <li>
      <StatusTag tone={done ? 'good' : 'warning'}>{children as string}</StatusTag>
    </li>
  );
}

function CheckForm({ language, csrf, batch, problems, typed }: BatchGateProps) {
  const { gate } = words(language).work.batch;
  return (
    <form method="post" action={`/mailroom/batches/${batch.id}/check`} class="form form-dense" novalidate>
      <CsrfField token={csrf} />
      <h3>{gate.check}</h3>
      <p>{gate.checkLead}</p>
      <TextField
        id="counted"
        label={gate.counted}
        hint={gate.countedHint}
        value={typed['counted'] ?? ''}
        problems={problems}
        numeric
      />
      <Tick
        id="looked-at"
        label={gate.allLegible}
        checked={typed['looked-at'] === 'yes'}
        problems={problems}
      />
      <Button kind="secondary">{gate.checkSubmit}</Button>
    </form>
  );
}

function DestructionForm({ language, csrf, batch, problems, typed, version }: BatchGateProps) {
  const { batch: said } = words(language).work;
  const { gate } = said;
  const sources: Readonly<Record<string, string>> = said.sources;
  const source = sources[batch.source] ?? batch.source;
  const value = (id: string, otherwise = '') => typed[id] ?? otherwise;
  const wrongMethod = problems.find(({ path }) => path === 'method');
  return (
    <form
      method="post"
      action={`/mailroom/batches/${batch.id}/destruction`}
      class="form form-dense"
      novalidate
    >
      <CsrfField token={csrf} />
      <h3>{gate.destroy}</h3>
      <p>{gate.destroyLead}</p>
      <TextField id="rule" label={gate.rule} hint={gate.ruleHint} value={value('rule')} problems={problems} />
      <TextField
        id="format"
        label={gate.format}
        value={value('format', gate.formatValue)}
        problems={problems}
      />
      <LongField
        id="process"
        label={gate.process}
        value={value('process', gate.processValue(source, version))}
        problems={problems}
      />
      <LongField
        id="guarantees"
        label={gate.guarantees}
        value={value('guarantees', gate.guaranteesValue(batch.sha256))}
        problems={problems}
      />
      <fieldset class="field" id="method" aria-describedby={wrongMethod ? 'method-error' : undefined}>
        <legend class="label">{gate.method}</legend>
        <ProblemLine id="method" problem={wrongMethod} />
        {destructionMethods.map((method) => (
          <div class="option">
            <input
              type="radio"
              id={`method-${method}`}
              name="method"
              value={method}
              checked={value('method', destructionMethods[0]) === method}
            />
            <label for={`method-${method}`}>{gate.methods[method]}</label>
          </div>
        ))}
      </fieldset>
      <Tick id="heritage" label={gate.heritage} checked={typed['heritage'] === 'yes'} problems={problems} />
      <Button kind="danger">{gate.destroySubmit}</Button>
    </form>
  );
}

function ProblemLine({ id, problem }: { id: string; problem: FieldProblem | undefined }) {
  return problem ? (
    <p class="error error-line" id={`${id}-error`}>
      {problem.message}
    </p>
  ) : null;
}

interface TypedField {
  id: string;
  label: string;
  hint?: string;
  value: string;
  problems: readonly FieldProblem[];
  numeric?: boolean;
}

function TextField({ id, label, hint, value, problems, numeric = false }: TypedField) {
  const problem = problems.find(({ path }) => path === id);
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint ? (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemLine id={id} problem={problem} />
      <input
        class={numeric ? 'input width-5' : 'input'}
        type="text"
        id={id}
        name={id}
        value={value}
        inputmode={numeric ? 'numeric' : undefined}
        autocomplete="off"
        aria-describedby={
          [hint ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={problem ? 'true' : undefined}
      />
    </div>
  );
}

function LongField({ id, label, value, problems }: TypedField) {
  const problem = problems.find(({ path }) => path === id);
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <ProblemLine id={id} problem={problem} />
      <textarea
        class="input"
        id={id}
        name={id}
        rows={3}
        aria-describedby={problem ? `${id}-error` : undefined}
        aria-invalid={problem ? 'true' : undefined}
      >
        {value}
      </textarea>
    </div>
  );
}

function Tick({
  id,
  label,
  checked,
  problems,
}: {
  id: string;
  label: string;
  checked: boolean;
  problems: readonly FieldProblem[];
}) {
  const problem = problems.find(({ path }) => path === id);
  return (
    <>
      <ProblemLine id={id} problem={problem} />
      <div class="option">
        <input
          type="checkbox"
          id={id}
          name={id}
          value="yes"
          checked={checked}
          aria-describedby={problem ? `${id}-error` : undefined}
          aria-invalid={problem ? 'true' : undefined}
        />
        <label for={id}>{label}</label>
      </div>
    </>
  );
}
