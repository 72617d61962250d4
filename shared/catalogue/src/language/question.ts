import { z } from 'zod';
import { condition } from './condition.ts';
import { bilingual, key } from './texts.ts';

/** `open` may be shown; `personal` is encrypted and masked in lists; `sensitive` (health, justice, identifiers) is never read aloud. */
export const sensitivities = ['open', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** How what is written on paper becomes an answer, where one person beside the picture is not enough. */
export const keyings = ['double'] as const;
export type Keying = (typeof keyings)[number];

const asked = {
  key,
  label: bilingual,
  help: bilingual.optional(),
  /** Wording for one channel where the label does not serve, e.g. a spoken question. */
  ask: z
    .strictObject({ web: bilingual, phone: bilingual, mail: bilingual, counter: bilingual })
    .partial()
    .optional(),
  /** Help for one channel where the common one does not serve: what to have in hand at the counter, what to dictate. */
  helpFor: z
    .strictObject({ web: bilingual, phone: bilingual, mail: bilingual, counter: bilingual })
    .partial()
    .optional(),
  required: z.boolean().default(true),
  when: condition.optional(),
  /** The condition as a person would say it, where the words made from it are heavy: `Si vous avez un chien`. */
  whenWords: bilingual.optional(),
  sensitivity: z.enum(sensitivities).default('open'),
  /** Why we ask; required above `open`. */
  purpose: bilingual.optional(),
  /** Of paper: `double` has a second person key what is written, without seeing what the first made of it. */
  keying: z.enum(keyings).optional(),
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

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, 00:00 to 23:59');

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
  /** An opinion on a scale from `min` to `max`, whose ends have words. */
  scale: z.strictObject({
    ...asked,
    type: z.literal('scale'),
    min: z.number().int().min(0).max(1).default(1),
    max: z.number().int().min(2).max(10).default(5),
    low: bilingual,
    high: bilingual,
  }),
  /** Options put in order of preference: all of them, or the first `top`. */
  ranking: z.strictObject({
    ...asked,
    type: z.literal('ranking'),
    options: z.array(option).min(2).max(9),
    top: z.number().int().min(1).max(9).optional(),
  }),
  /** A wished place, day and time, within the hours of the places that can be had. */
  slot: z.strictObject({
    ...asked,
    type: z.literal('slot'),
    places: z.array(option).min(1).max(9),
    /** Opening hours, 24-hour clock. A slot starts on the hour of `from`, then every `minutes`, and ends by `to`. */
    hours: z
      .array(z.strictObject({ days: z.array(z.enum(weekdays)).min(1), from: time, to: time }))
      .min(1)
      .max(14),
    minutes: z.number().int().min(5).max(720),
    /** How many may have the same place at the same time. */
    capacity: z.number().int().min(1).max(500).default(1),
    range: dateRange.optional(),
  }),
  information: z.strictObject({ ...asked, type: z.literal('information'), body: bilingual }),
};

const members = [
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
] as const;

/** The types that a repeatable group may hold: all but another group, a file, an opinion, a slot and an information. */
export const memberQuestion = z.discriminatedUnion('type', members);

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
  ...members,
  simple.file,
  simple.consent,
  simple.scale,
  simple.ranking,
  simple.slot,
  simple.information,
  group,
]);

export type Question = z.output<typeof question>;
export type MemberQuestion = z.output<typeof memberQuestion>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export const questionTypes = question.options.map((member) => member.shape.type.value) as QuestionType[];
