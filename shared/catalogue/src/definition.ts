import { channels, languages } from '@guichet/kernel';
import { z } from 'zod';
import { condition } from './language/condition.ts';
import { expression } from './language/expression.ts';
import { option, question } from './language/question.ts';
import { bilingual, key } from './language/texts.ts';

/** The language of service definitions: what a YAML file of the catalogue may hold. Source: design §4. */

export * from './language/condition.ts';
export * from './language/expression.ts';
export * from './language/question.ts';
export { bilingual } from './language/texts.ts';

/** The calendars of working days that clocks may run on. */
export const calendars = ['quebec-public'] as const;

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
  /** May be decided of someone whose identity was not proven, where the service asks for that. */
  unproven: z.literal(true).optional(),
  /** Is decided by two: one person proposes it, another confirms it or sends it back. */
  approval: z.literal('second-person').optional(),
  /** Is never decided without reasons, which the person is told: where `{reasons}` stands in the words, else after them. */
  reasons: z.literal('required').optional(),
  retention,
});
export type Outcome = z.output<typeof outcome>;

/** A named amount; its unit is that of its `writes`. */
const computed = z.strictObject({
  key,
  label: bilingual,
  value: expression,
  writes: z.enum(['number', 'money']).default('number'),
  unit: bilingual.optional(),
});
export type Computed = z.output<typeof computed>;

const referral = z.strictObject({
  key,
  /** The body told. */
  to: bilingual,
  why: bilingual,
  /** Keys of the questions whose answers are told. */
  tell: z.array(key).min(1),
  /** The consent question without which nothing is told; absent where the law of `source` requires telling. */
  consent: key.optional(),
  source: bilingual.optional(),
  when: condition.optional(),
  /** The body tells us back what came of it within this span, and the person hears of it. */
  followUp: span.optional(),
});
export type Referral = z.output<typeof referral>;

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
    /** Asks at the start who acts for the person, as what, and says which proof that takes. */
    mandate: z.strictObject({ roles: z.array(option).min(2).max(9), proof: bilingual }).optional(),
    /** Takes one submission a person: the telephone, e-mail or identifier question they are known by, of which only a keyed hash stays. */
    once: key.optional(),
  }),
  /** Parity is the default: a channel is named here only to say why it is missing. */
  channels: z
    .strictObject({ web: exception, phone: exception, mail: exception, counter: exception })
    .partial()
    .default({}),
  /** The working days on which the clocks run. */
  calendar: z.enum(calendars),
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
      /** Unit: cents of a Canadian dollar. The first rule whose condition holds sets the fee; 0 says that it is waived, and why. */
      rules: z
        .array(z.strictObject({ when: condition.optional(), cents: expression, label: bilingual }))
        .min(1),
      payBy: z.array(z.enum(['counter', 'cheque', 'online'])).min(1),
      /** The fee may be paid in as many equal parts as the number question named by `payments` says. */
      instalments: z.strictObject({ payments: key, everyDays: z.number().int().min(7).max(92) }).optional(),
    })
    .optional(),
  /** The person comes to a place at a time they choose once the request is accepted, at every door. */
  appointment: z
    .strictObject({
      /** What to bring, told with the appointment unless the service holds sensitive answers. */
      bring: bilingual.optional(),
      /** How long before it an appointment can still be made without a person at the desk. Unit: hours. */
      noticeHours: z.number().int().min(0).max(720).default(24),
      /** How far ahead it can be made. Unit: days. */
      daysMax: z.number().int().min(1).max(184).default(60),
    })
    .optional(),
  /** Amounts worked out from the answers, shown with them and never asked; conditions, fees and later ones may name them. */
  computed: z.array(computed).max(20).optional(),
  /** Bodies that are told of the request: which answers, why, and under which consent. */
  referrals: z.array(referral).max(12).optional(),
  /** How drafts of the version before go on under this one. */
  migrates: z
    .strictObject({
      /** Old key to new key. */
      renamed: z.record(key, key).default({}),
      /** By new question key: old option to new option. */
      options: z.record(key, z.record(key, key)).default({}),
    })
    .optional(),
  /** Questions of the service whose answers also serve to reach the person, so that they are not asked twice. */
  reply: z.strictObject({ email: key, phone: key, address: key, name: key }).partial().default({}),
  /** What happens next, told at confirmation on every channel. */
  next: bilingual,
  questions: z.array(question).min(1).max(120),
});

export type ServiceDefinition = z.output<typeof serviceDefinition>;
export { channels, languages };
