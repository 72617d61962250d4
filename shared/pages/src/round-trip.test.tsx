import { type Answers, formValues, heldEntries, type Question, readFormAnswer } from '@guichet/catalogue';
import { anyAnswers } from '@guichet/tests/any-answers';
import { postedBy } from '@guichet/tests/html';
import { sampleService } from '@guichet/tests/sample';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Field } from './field.tsx';

const options = { today: '2026-11-23' };

/** Draws a question that holds an answer, posts it untouched, and reads it again. */
function again(question: Question, answers: Answers, language: 'fr' | 'en') {
  const values = formValues(question, answers[question.key], language);
  const html = String(<Field question={question} language={language} values={values} />);
  const raw = readFormAnswer(question, postedBy(html));
  const given =
    question.type === 'group' && Array.isArray(raw)
      ? heldEntries(sampleService, question, raw, answers, options).map((entry) => entry.raw)
      : raw;
  return sampleService.parseAnswer(question, given, { ...options, answers });
}

it('an answer drawn into its controls and posted untouched is the same answer', () => {
  fc.assert(
    fc.property(
      anyAnswers(sampleService),
      fc.constantFrom('fr' as const, 'en' as const),
      (answers, language) => {
        for (const question of sampleService.visible(answers)) {
          if (question.type === 'information' || answers[question.key] === undefined) continue;
          expect(again(question, answers, language)).toEqual({ ok: true, value: answers[question.key] });
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('controls left empty give no answer', () => {
  for (const question of sampleService.questions) {
    if (question.type === 'consent' || question.type === 'group') continue;
    const html = String(<Field question={question} language="fr" values={{}} />);
    expect(readFormAnswer(question, postedBy(html)), question.key).toBeUndefined();
  }
});
