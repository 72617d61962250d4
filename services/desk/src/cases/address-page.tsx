import type { FormValues, Question } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import {
  Button,
  ErrorSummary,
  Field,
  type FieldProblem,
  problemTarget,
  QuestionForm,
  words,
} from '@guichet/pages';

export interface AddressPageProps {
  language: Language;
  csrf: string;
  reference: string;
  service: string;
  /** Of the address, under the name `address`. */
  question: Question;
  name: string;
  values: FormValues;
  problems: FieldProblem[];
}

/** Draws where the letters of a case go, to be put right, or given up for the counter. */
export function AddressPage(props: AddressPageProps) {
  const { language, csrf, reference, service, question, name, values, problems } = props;
  const { desk, work } = words(language);
  const { address } = work.print;
  const ofName = problems.find(({ path }) => path === 'name');
  return (
    <>
      <a class="back" href={`/cases/${reference}`}>
        {desk.case.title(formatReference(reference))}
      </a>
      <ErrorSummary
        language={language}
        problems={problems}
        hrefOf={(problem) => (problem.path === 'name' ? '#name' : `#${problemTarget(question, problem)}`)}
      />
      <h1>{address.title}</h1>
      <p class="quiet">
        {service} · {desk.queue.reference} {formatReference(reference)}
      </p>
      <p>{address.lead}</p>
      <QuestionForm action={`/cases/${reference}/address`} csrf={csrf} dense>
        <div class="field">
          <label class="label" for="name">
            {address.name}
          </label>
          {ofName === undefined ? null : (
            <p class="error error-line" id="name-error">
              {ofName.message}
            </p>
          )}
          <input
            class="input"
            id="name"
            name="name"
            value={name}
            maxlength={100}
            autocomplete="off"
            aria-describedby={ofName === undefined ? undefined : 'name-error'}
            aria-invalid={ofName === undefined ? undefined : 'true'}
          />
        </div>
        <Field
          question={question}
          language={language}
          values={values}
          problems={problems.filter(({ path }) => path !== 'name')}
          channel="counter"
          autofill={false}
        />
        <Button>{address.submit}</Button>
      </QuestionForm>
      <QuestionForm action={`/cases/${reference}/address/counter`} csrf={csrf} dense>
        <p class="help">{address.counterHint}</p>
        <Button kind="secondary">{address.counter}</Button>
      </QuestionForm>
    </>
  );
}
