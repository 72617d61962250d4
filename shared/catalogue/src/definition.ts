import { channels, languages } from '@guichet/kernel';
import { z } from 'zod';

/** The language of service definitions: what a YAML file of the catalogue may hold. Source: design §4. */

const key = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'lower-case letters, digits and single dashes, starting with a letter',
  )
  .max(40);

export const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** `open` may be shown; `personal` is encrypted and masked in lists; `sensitive` (health, justice, identifiers) is never read aloud. */
export const sensitivities = ['open', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A condition is data. `is`, `in` and `gte`/`lte` name one question by key; `choices` answers match when they hold the value. */
export type Condition =
  | { is: { question: string; value: string | number | boolean } }
  | { in: { question: string; values: (string | number | boolean)[] } }
  | { gte: { question: string; value: number | string } }
  | { lte: { question: string; value: number | string } }
  | { answered: { question: string } }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.strictObject({ question: key, value: scalar }) }),
    z.strictObject({ in: z.strictObject({ question: key, values: z.array(scalar).min(1) }) }),
    z.strictObject({ gte: z.strictObject({ question: key, value: z.union([z.number(), z.string()]) }) }),
    z.strictObject({ lte: z.strictObject({ question: key, value: z.union([z.number(), z.string()]) }) }),
    z.strictObject({ answered: z.strictObject({ question: key }) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const asked = {
  key,
  label: bilingual,
  help: bilingual.optional(),
  /** Wording for one channel where the label does not serve, e.g. a spoken question. */
  ask: z
    .strictObject({ web: bilingual, phone: bilingual, mail: bilingual, counter: bilingual })
    .partial()
    .optional(),
  required: z.boolean().default(true),
  when: condition.optional(),
  sensitivity: z.enum(sensitivities).default('open'),
  /** Why we ask; required above `open`. */
  purpose: bilingual.optional(),
};

export const option = z.strictObject({
  key,
  label: bilingual,
  /** Other ways people say it; hints for speech. */
  spoken: z.strictObject({ fr: z.array(z.string()), en: z.array(z.string()) }).optional(),
});
export type Option = z.output<typeof option>;

const options = z.array(option).min(2).max(60);
/** Days relative to today, e.g. `{ daysMin: 0 }` refuses the past. */
const dateRange = z.strictObject({
  min: z.iso.date().optional(),
  max: z.iso.date().optional(),
  daysMin: z.number().int().optional(),
  daysMax: z.number().int().optional(),
});

/** How an identifier is checked: by its form and, where it has one, its check digit. */
export const identifierChecks = ['luhn', 'damm', 'none'] as const;

const simple = {
  text: z.strictObject({
    ...asked,
    type: z.literal('text'),
    maxLength: z.number().int().min(1).max(500).default(120),
  }),
  longText: z.strictObject({
    ...asked,
    type: z.literal('long-text'),
    maxLength: z.number().int().min(1).max(4000).default(2000),
  }),
  choice: z.strictObject({ ...asked, type: z.literal('choice'), options }),
  choices: z.strictObject({
    ...asked,
    type: z.literal('choices'),
    options,
    min: z.number().int().min(0).optional(),
    max: z.number().int().min(1).optional(),
  }),
  yesNo: z.strictObject({ ...asked, type: z.literal('yes-no') }),
  date: z.strictObject({ ...asked, type: z.literal('date'), range: dateRange.optional() }),
  number: z.strictObject({
    ...asked,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    /** Digits after the decimal mark; 0 means a whole number. */
    decimals: z.number().int().min(0).max(4).default(0),
    unit: bilingual.optional(),
  }),
  /** Stored in cents. */
  money: z.strictObject({
    ...asked,
    type: z.literal('money'),
    minCents: z.number().int().optional(),
    maxCents: z.number().int().optional(),
  }),
  phone: z.strictObject({ ...asked, type: z.literal('phone') }),
  email: z.strictObject({ ...asked, type: z.literal('email') }),
  address: z.strictObject({ ...asked, type: z.literal('address') }),
  /** An address, a described spot, or a point. */
  place: z.strictObject({ ...asked, type: z.literal('place') }),
  person: z.strictObject({ ...asked, type: z.literal('person'), birthDate: z.boolean().default(false) }),
  identifier: z.strictObject({
    ...asked,
    type: z.literal('identifier'),
    /** Regular expression over the normalised text (upper case, no spaces or dashes). */
    pattern: z.string(),
    check: z.enum(identifierChecks).default('none'),
    example: z.string(),
    /** `digits` identifiers can be keyed on a telephone. */
    alphabet: z.enum(['digits', 'alphanumeric']).default('digits'),
  }),
  file: z.strictObject({
    ...asked,
    type: z.literal('file'),
    filesMax: z.number().int().min(1).max(10).default(3),
    /** Ways to give the document when it can't be sent through the channel at hand. */
    later: z.array(z.enum(['post', 'counter'])).default(['post', 'counter']),
  }),
  consent: z.strictObject({ ...asked, type: z.literal('consent'), statement: bilingual }),
  information: z.strictObject({ ...asked, type: z.literal('information'), body: bilingual }),
};

/** The types that a repeatable group may hold: all but another group, a file and an information. */
export const memberQuestion = z.discriminatedUnion('type', [
  simple.text,
  simple.longText,
  simple.choice,
  simple.choices,
  simple.yesNo,
  simple.date,
  simple.number,
  simple.money,
  simple.phone,
  simple.email,
  simple.address,
  simple.place,
  simple.person,
  simple.identifier,
]);

const group = z.strictObject({
  ...asked,
  type: z.literal('group'),
  /** What one entry is called: "personne" / "person". */
  entry: bilingual,
  min: z.number().int().min(0).max(20).default(1),
  max: z.number().int().min(1).max(20).default(6),
  questions: z.array(memberQuestion).min(1),
});

export const question = z.discriminatedUnion('type', [
  simple.text,
  simple.longText,
  simple.choice,
  simple.choices,
  simple.yesNo,
  simple.date,
  simple.number,
  simple.money,
  simple.phone,
  simple.email,
  simple.address,
  simple.place,
  simple.person,
  simple.identifier,
  simple.file,
  simple.consent,
  simple.information,
  group,
]);

export type Question = z.output<typeof question>;
export type MemberQuestion = z.output<typeof memberQuestion>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export const questionTypes = question.options.map((member) => member.shape.type.value) as QuestionType[];

const span = z.strictObject({
  amount: z.number().int().min(1).max(3650),
  unit: z.enum(['business-days', 'calendar-days', 'hours']),
});
/** A promised or legal span of time. */
export type Span = z.output<typeof span>;

export const replyWays = ['email', 'sms', 'voice', 'letter', 'pickup', 'none'] as const;
export type ReplyWay = (typeof replyWays)[number];

export const identityLevels = ['declared', 'contact-proven', 'identity-proven'] as const;

const retention = z.strictObject({
  years: z.number().min(0).max(150),
  // oxlint-disable-next-line unicorn/no-thenable -- what happens then; a text, never a function
  then: z.enum(['destroy', 'archive', 'anonymise']),
  /** The rule of the retention schedule it comes from. */
  source: z.string().min(3),
});

export const outcome = z.strictObject({
  key,
  label: bilingual,
  /** The words told to the person; `{reference}` and `{service}` are filled in. */
  words: bilingual,
  retention,
});
export type Outcome = z.output<typeof outcome>;

const exception = z.strictObject({ except: bilingual });

export const serviceDefinition = z.strictObject({
  code: key,
  version: z.number().int().min(1),
  name: bilingual,
  summary: bilingual,
  legalBasis: bilingual,
  audience: z
    .array(z.enum(['citizens', 'families', 'youth', 'elders', 'associations', 'businesses', 'newcomers']))
    .min(1),
  theme: z.enum(['municipal', 'leisure', 'health', 'education', 'justice', 'taxation', 'democracy']),
  keywords: z.strictObject({ fr: z.array(z.string()), en: z.array(z.string()) }).optional(),
  who: z.strictObject({
    identity: z.enum(identityLevels).default('declared'),
    anonymous: z.boolean().default(false),
    onBehalf: z.boolean().default(true),
  }),
  /** Parity is the default: a channel is named here only to say why it is missing. */
  channels: z
    .strictObject({ web: exception, phone: exception, mail: exception, counter: exception })
    .partial()
    .default({}),
  calendar: z.string().default('quebec-public'),
  clocks: z.strictObject({
    acknowledge: span,
    decide: span,
    /** The limit set by law, where there is one. */
    legal: span.extend({ source: bilingual }).optional(),
    pauseWhenWaitingForPerson: z.boolean().default(true),
  }),
  routing: z.strictObject({ team: key, skills: z.array(key).default([]) }),
  outcomes: z.array(outcome).min(1),
  fee: z
    .strictObject({
      /** Unit: cents of a Canadian dollar. The first rule whose condition holds sets the fee. */
      rules: z
        .array(
          z.strictObject({ when: condition.optional(), cents: z.number().int().min(0), label: bilingual }),
        )
        .min(1),
      payBy: z.array(z.enum(['counter', 'cheque', 'online'])).min(1),
    })
    .optional(),
  appointment: z.strictObject({ place: key, minutes: z.number().int().min(5).max(240) }).optional(),
  /** Questions of the service whose answers also serve to reach the person, so that they are not asked twice. */
  reply: z.strictObject({ email: key, phone: key, address: key, name: key }).partial().default({}),
  /** What happens next, told at confirmation on every channel. */
  next: bilingual,
  questions: z.array(question).min(1).max(120),
});

export type ServiceDefinition = z.output<typeof serviceDefinition>;
export { channels, languages };
