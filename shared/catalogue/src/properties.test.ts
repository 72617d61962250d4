import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { compile } from './compile.ts';
import type { Problem } from './compiled.ts';
import type { MemberQuestion, Question } from './definition.ts';
import { everyAnswer } from './samples/every-answer.ts';
import { everyType } from './samples/every-type.ts';
import { formatAnswer } from './words/format-answer.ts';
import { problemWords } from './words/problem-words.ts';

const service = compile(everyType);
const today = '2026-03-01';
const evidence = '0190163d-8694-739b-aea5-966c26f8ad91';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('oui', ' 12 ', '1 234,50 $'),
);
const digits = fc.stringMatching(/^[0-9 ().+-]{0,16}$/);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const person = fc.record(
  { given: text, family: text, birthDate: day },
  { requiredKeys: ['given', 'family'] },
);
const address = fc.record(
  {
    street: text,
    unit: text,
    municipality: text,
    province: fc.constantFrom('QC', 'Québec', 'on', ''),
    postalCode: fc.constantFrom('g1r4s9', 'H0H 0H0', 'X1A1A1', 'O1O1O1'),
  },
  { requiredKeys: ['street', 'municipality', 'postalCode'] },
);
const anything = fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true });

/** Values of each type that are often right, and often nearly so. */
const likely = (question: Question | MemberQuestion): fc.Arbitrary<unknown> => {
  switch (question.type) {
    case 'person':
      return person;
    case 'address':
      return fc.oneof(
        address,
        fc.tuple(text, text).map(([street, town]) => `${street}, ${town} G1R 4S9`),
      );
    case 'phone':
      return fc.oneof(digits, fc.constantFrom('418 555-1234', '+33 1 42 68 53 00'));
    case 'email':
      return fc.oneof(fc.emailAddress(), text);
    case 'choice':
      return fc.constantFrom('arena', 'pool', 'field', 'x');
    case 'choices':
      return fc.array(fc.constantFrom('arena', 'pool', 'field'), { maxLength: 4 });
    case 'yes-no':
    case 'consent':
      return fc.oneof(fc.boolean(), fc.constantFrom('oui', 'non', 'on', 'peut-être'));
    case 'date':
      return fc.oneof(
        day,
        day.map((iso) => iso.split('-').toReversed().join('/')),
        text,
      );
    case 'number':
    case 'money':
      return fc.oneof(
        fc.integer(),
        fc.double({ min: -1e6, max: 1e6 }),
        fc.stringMatching(/^-?[0-9]{1,4}([ ,.][0-9]{1,3}){0,2}$/),
      );
    case 'identifier':
      return fc.constantFrom('12345674', '1234-5674', '12345675', 'x');
    case 'place':
      return fc.oneof(
        text,
        fc.record({
          text,
          latitude: fc.double({ min: -91, max: 91 }),
          longitude: fc.double({ min: -180, max: 180 }),
        }),
      );
    case 'scale':
      return fc.oneof(fc.integer({ min: -1, max: 7 }), fc.stringMatching(/^[0-9]{0,3}$/));
    case 'ranking': {
      const rank = fc.constantFrom('', '1', '2', '3', 'x');
      return fc.oneof(
        fc.array(fc.constantFrom('arena', 'pool', 'field'), { maxLength: 4 }),
        fc.record({ arena: rank, pool: rank, field: rank }, { requiredKeys: [] }),
      );
    }
    case 'slot':
      return fc.record(
        {
          place: fc.constantFrom('arena', 'pool', 'field', ''),
          day: fc.constantFrom('2026-03-10', '10/03/2026', '2026-03-11', '2026-03-12', '2025-03-11', ''),
          time: fc.constantFrom('09:30', '9h30', '13:00', '14:00', '25:00', ''),
        },
        { requiredKeys: [] },
      );
    case 'file':
      return fc.constantFrom({ later: 'post' }, { evidence: [evidence] }, { evidence: [] });
    case 'group':
      return fc.array(
        fc.record(
          Object.fromEntries(
            question.questions.map((member) => [member.key, fc.option(likely(member), { nil: undefined })]),
          ),
        ),
        { maxLength: 4 },
      );
    default:
      return text;
  }
};

const oneAnswer = fc
  .constantFrom(...service.questions)
  .chain((question) =>
    fc.tuple(
      fc.constant(question),
      fc.oneof({ weight: 3, arbitrary: likely(question) }, { weight: 1, arbitrary: anything }),
    ),
  );

const wholeSet = fc.record(
  Object.fromEntries(service.questions.map((question) => [question.key, likely(question)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, unknown>>;

/** Words that a person can't be shown, or that tell nothing of what to do. */
const bareWords = /undefined|\bNaN\b|\[object|\binvalid\b/;

const saysWhatToDo = (problem: Problem, question: Question): boolean =>
  (['fr', 'en'] as const).every((language) => {
    const words = problemWords(problem, question, language);
    return words.endsWith('.') && !bareWords.test(words);
  });

/** Answers question after question, with the drawn answer where it is taken and a right one otherwise. */
const answerAll = (raw: Record<string, unknown>): Answers => {
  const answers: Answers = {};
  const skipped = new Set<string>();
  for (let next = service.next(answers, skipped); next; next = service.next(answers, skipped)) {
    const drawn = service.parseAnswer(next, raw[next.key], { today, answers });
    const value = drawn.ok
      ? drawn.value
      : { ...everyAnswer, helpers: [{ helper: { given: 'A', family: 'B' }, 'first-aid': false }] }[next.key];
    if (value === undefined) skipped.add(next.key);
    else answers[next.key] = value;
    if (next.key === 'helpers' && !drawn.ok && answers.alcohol === true)
      answers.helpers = everyAnswer.helpers ?? [];
  }
  return answers;
};

describe('whatever comes in', () => {
  it('is refused with words in both languages, or read as itself ever after, and can be written', () => {
    let taken = 0;
    fc.assert(
      fc.property(oneAnswer, ([question, raw]) => {
        const first = service.parseAnswer(question, raw, { today });
        if (!first.ok)
          return (
            first.problems.length > 0 && first.problems.every((problem) => saysWhatToDo(problem, question))
          );
        taken += 1;
        const kept = JSON.parse(JSON.stringify({ value: first.value })) as { value?: unknown };
        const again = service.parseAnswer(question, kept.value, { today });
        return isDeepStrictEqual(again, first) && !bareWords.test(formatAnswer(question, first.value, 'fr'));
      }),
      { numRuns: 4000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it('taken one question at a time makes a set that is accepted unchanged', () => {
    const outcome = fc.check(
      fc.property(wholeSet, (raw) => {
        const answers = answerAll(raw);
        const result = service.parse(answers, { today });
        return (
          result.ok &&
          isDeepStrictEqual(result.value, answers) &&
          isDeepStrictEqual(service.prune(answers), answers)
        );
      }),
      { numRuns: 500 },
    );
    expect(outcome).toMatchObject({ failed: false, counterexample: null });
  });

  it('is pruned to the answers of visible questions, and twice is once', () => {
    const outcome = fc.check(
      fc.property(wholeSet, (raw) => {
        const pruned = service.prune(raw as Answers);
        const visible = service.visible(raw as Answers).map(({ key }) => key);
        return (
          Object.keys(pruned).every((key) => visible.includes(key)) &&
          isDeepStrictEqual(service.prune(pruned), pruned) &&
          isDeepStrictEqual(
            service.visible(pruned).map(({ key }) => key),
            visible,
          )
        );
      }),
      { numRuns: 500 },
    );
    expect(outcome).toMatchObject({ failed: false, counterexample: null });
  });
});
