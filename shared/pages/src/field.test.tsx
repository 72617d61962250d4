import { formValues, type Question } from '@guichet/catalogue';
import { attribute, type HtmlElement, htmlElements, textOf } from '@guichet/tests/html';
import { sampleAnswers } from '@guichet/tests/sample-answers';
import { sampleService } from '@guichet/tests/sample';
import { describe, expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import type { FieldProblem } from './field-problem.ts';

const cases = sampleService.questions.flatMap((question) =>
  (['fr', 'en'] as const).flatMap((language) =>
    // An information asks for nothing: nothing of it can be wrong.
    [false, question.type !== 'information']
      .filter((wrong, at) => at === 0 || wrong)
      .map((wrong) => ({ question, language, wrong, name: `${question.type} ${question.key}` })),
  ),
);

const problemOf = (question: Question): FieldProblem => ({ path: question.key, message: 'À corriger' });

function draw({ question, language, wrong }: (typeof cases)[number]): HtmlElement[] {
  const problems = wrong ? [problemOf(question)] : [];
  const html = (
    <div>
      <ErrorSummary language={language} problems={problems} questions={[question]} />
      <Field
        question={question}
        language={language}
        values={formValues(question, sampleAnswers[question.key], language)}
        problems={problems}
        heading
      />
    </div>
  );
  return htmlElements(String(html));
}

const controls = (elements: HtmlElement[]) =>
  elements.filter(
    (element) =>
      ['input', 'select', 'textarea'].includes(element.tagName) && attribute(element, 'type') !== 'hidden',
  );

describe.each(cases)('$name in $language, wrong: $wrong', (one) => {
  const elements = draw(one);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);

  it('gives every control its own id and a label that points at it', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const labels = elements.filter((element) => element.tagName === 'label' && textOf(element).trim() !== '');
    for (const control of controls(elements)) {
      const id = attribute(control, 'id');
      expect(labels.filter((label) => attribute(label, 'for') === id)).toHaveLength(1);
    }
  });

  it('describes controls only by elements that are there', () => {
    for (const element of elements) {
      for (const id of attribute(element, 'aria-describedby')?.split(' ') ?? []) expect(ids).toContain(id);
    }
  });

  it('has one first heading that holds the question', () => {
    const headings = elements.filter((element) => element.tagName === 'h1');
    expect(headings.map((heading) => textOf(heading))).toEqual([
      expect.stringContaining(one.question.label[one.language]),
    ]);
  });

  it.runIf(one.wrong)('links the error summary to a control of the question', () => {
    const link = elements.find((element) => element.tagName === 'a');
    const target = attribute(link as HtmlElement, 'href')?.slice(1);
    expect(ids).toContain(target);
    const described = elements.filter((element) =>
      attribute(element, 'aria-describedby')
        ?.split(' ')
        .some((id) => id.endsWith('-error')),
    );
    expect(described.length).toBeGreaterThan(0);
  });
});
