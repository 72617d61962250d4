import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  heldEntries,
  type MemberQuestion,
  type Question,
  type QuestionOf,
  ranksOf,
  type SlotValue,
  slotTimes,
} from '@guichet/catalogue';
import * as fc from 'fast-check';

const today = '2026-11-23';

/** Texts of the kinds that break forms: quotes, brackets, ampersands, accents, emoji, line ends. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '<b>"Ève" & l’été</b>',
    "O'Neil",
    '=1+1',
    '  deux  espaces ',
    '_csrf',
    'ligne 1\nligne 2',
    '👩🏽‍🌾',
  ),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const uuid = fc.uuid({ version: 7 });

const address = fc.oneof(
  fc.record(
    {
      street: text,
      unit: text,
      municipality: text,
      province: fc.constantFrom('QC', 'ON', 'NL', 'NU'),
      postalCode: fc.constantFrom('G1R 4S9', 'k1a0b1', 'X0A 0H0'),
    },
    { requiredKeys: ['street', 'municipality', 'province', 'postalCode'] },
  ),
  fc.record({
    street: text,
    municipality: text,
    province: fc.constantFrom('', 'Île-de-France', 'NY'),
    postalCode: fc.constantFrom('', '75001'),
    country: fc.constantFrom('FR', 'US', 'HT'),
  }),
);

/** Bounds that a range leaves open are a century away; one relative to today moves with it. */
function dayWithin(range: NonNullable<QuestionOf<'date'>['range']>): fc.Arbitrary<string> {
  const from = [range.min ?? '1900-01-01', ...(range.daysMin === undefined ? [] : [plusDays(range.daysMin)])];
  const to = [range.max ?? '2099-12-31', ...(range.daysMax === undefined ? [] : [plusDays(range.daysMax)])];
  const [first = '', last = ''] = [from.toSorted().at(-1), to.toSorted()[0]];
  return fc
    .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

const plusDays = (days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** One with a check digit is its own example: others would be refused. */
function identifier(question: QuestionOf<'identifier'>): fc.Arbitrary<string> {
  const example = fc.constant(question.example);
  return question.check === 'none'
    ? fc.oneof(example, fc.stringMatching(new RegExp(`^(?:${question.pattern})$`)))
    : example;
}

function slot(question: QuestionOf<'slot'>): fc.Arbitrary<SlotValue> {
  const days = { daysMin: 1, daysMax: 60, ...question.range };
  return fc
    .tuple(dayWithin(days), fc.nat(), fc.constantFrom(...question.places.map(({ key }) => key)))
    .filter(([on]) => slotTimes(question, on).length > 0)
    .map(([on, at, place]) => {
      const times = slotTimes(question, on);
      return { place, day: on, time: times[at % times.length] ?? '' };
    });
}

type Narrow = (question: Question | MemberQuestion) => fc.Arbitrary<unknown> | undefined;

function raw(question: Question | MemberQuestion, narrow: Narrow): fc.Arbitrary<unknown> {
  return narrow(question) ?? anyOf(question, narrow);
}

function anyOf(question: Question | MemberQuestion, narrow: Narrow): fc.Arbitrary<unknown> {
  switch (question.type) {
    case 'choice':
      return fc.constantFrom(...question.options.map((option) => option.key));
    case 'choices':
      return fc.subarray(
        question.options.map((option) => option.key),
        {
          minLength: Math.max(question.min ?? 0, question.required ? 1 : 0),
          maxLength: question.max ?? question.options.length,
        },
      );
    case 'yes-no':
      return fc.boolean();
    case 'consent':
      return question.required ? fc.constant(true) : fc.boolean();
    case 'date':
      return dayWithin(question.range ?? {});
    case 'number':
      return fc
        .integer({ min: Math.ceil(question.min ?? -1e6), max: Math.floor(question.max ?? 1e6) })
        .map((whole) => whole + (question.decimals > 0 ? 0.5 : 0));
    case 'money':
      return fc.integer({ min: question.minCents ?? 0, max: question.maxCents ?? 1e8 });
    case 'phone':
      return fc.constantFrom('+14185550123', '+15145550199', '+33142685300', '+442079460000');
    case 'email':
      return fc.emailAddress();
    case 'address':
      return address;
    case 'place':
      return fc.oneof(
        text,
        fc.record({ text, latitude: fc.constantFrom(46.8123, -12.5), longitude: fc.constantFrom(-71.2, 0) }),
      );
    case 'person':
      return fc.record({ given: text, family: text, ...(question.birthDate ? { birthDate: day } : {}) });
    case 'identifier':
      return identifier(question);
    case 'file':
      return fc.oneof(
        fc.record({ evidence: fc.uniqueArray(uuid, { minLength: 1, maxLength: question.filesMax }) }),
        fc.constantFrom(...question.later.map((later) => ({ later }))),
      );
    case 'scale':
      return fc.integer({ min: question.min, max: question.max });
    case 'ranking': {
      const keys = question.options.map((option) => option.key);
      return fc.shuffledSubarray(keys, { minLength: ranksOf(question), maxLength: ranksOf(question) });
    }
    case 'slot':
      return slot(question);
    case 'group':
      return fc.array(
        fc.record(Object.fromEntries(question.questions.map((member) => [member.key, raw(member, narrow)]))),
        { minLength: Math.max(question.min, 1), maxLength: question.max },
      );
    case 'information':
      return fc.constant(undefined);
    default:
      return text;
  }
}

/** Makes stored answers to a service: every question that holds has one, but for some of the optional ones. */
export function anyAnswers(
  compiled: CompiledService,
  /** Narrows what one question is given, e.g. to what a telephone can carry; undefined leaves it as it is. */
  narrow: Narrow = () => undefined,
): fc.Arbitrary<Answers> {
  const record = fc.record(
    Object.fromEntries(
      compiled.questions.map((question) => [
        question.key,
        question.required ? raw(question, narrow) : fc.option(raw(question, narrow), { nil: undefined }),
      ]),
    ),
  );
  return record.map((values) => stored(compiled, values));
}

/** Keeps what parses, in the order asked, so that each answer is a stored one and none is moot. */
function stored(compiled: CompiledService, values: Record<string, unknown>): Answers {
  const answers: Answers = {};
  for (const question of compiled.questions) {
    if (!compiled.visible(answers).includes(question)) continue;
    const value = parsed(compiled, question, values[question.key], answers);
    if (value !== undefined) answers[question.key] = value;
  }
  return answers;
}

function parsed(
  compiled: CompiledService,
  question: Question,
  value: unknown,
  answers: Answers,
): AnswerValue | undefined {
  const options = { today, answers };
  const given =
    question.type === 'group' && Array.isArray(value)
      ? heldEntries(compiled, question, value, answers, options).map((entry) => entry.raw)
      : value;
  const read = compiled.parseAnswer(question, given, options);
  return read.ok ? read.value : undefined;
}
