import { languages } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';

const bilingual = z.object({ fr: z.string(), en: z.string() }).openapi('Bilingual');

/** One of the services, as the list shows it. */
export const serviceSummary = z
  .object({
    code: z.string(),
    version: z.int(),
    name: bilingual,
    summary: bilingual,
    theme: z.string(),
    href: z.string(),
  })
  .openapi('ServiceSummary');

/** A service with all its questions, those by which the person says how to hear back included. */
export const serviceDetail = z
  .object({
    code: z.string(),
    version: z.int(),
    hash: z.string().openapi({ description: 'SHA-256 of the definition: changes with any word of it.' }),
    name: bilingual,
    summary: bilingual,
    legalBasis: bilingual,
    audience: z.array(z.string()),
    theme: z.string(),
    who: z.object({ identity: z.string(), anonymous: z.boolean(), onBehalf: z.boolean() }),
    clocks: z.looseObject({}).openapi({ description: 'What is promised, and the limit set by law.' }),
    fee: z.looseObject({}).optional(),
    next: bilingual,
    questions: z.array(
      z
        .looseObject({
          key: z.string(),
          type: z.string(),
          label: bilingual,
          required: z.boolean(),
          sensitivity: z.enum(['open', 'personal', 'sensitive']),
          when: z
            .looseObject({})
            .optional()
            .openapi({ description: 'Asked only when this condition holds.' }),
        })
        .openapi('Question'),
    ),
  })
  .openapi('ServiceDetail');

/** What is posted to make a request. */
export const newRequest = z
  .strictObject({
    service: z.string().max(40),
    version: z.int().optional().openapi({ description: 'Absent means the version in force.' }),
    language: z.enum(languages).default('fr').openapi({ description: 'The language of the reply.' }),
    answers: z.record(z.string(), z.unknown()).openapi({
      description: 'Answers by question key; questions whose condition does not hold must be left out.',
    }),
  })
  .openapi('NewRequest');

/** What is answered once a request is accepted. */
export const receivedRequest = z
  .object({
    reference: z.string().openapi({ example: '1234567897' }),
    statusCode: z.string().openapi({ description: 'Proves, with the reference, that the request is yours.' }),
    service: z.string(),
    version: z.int(),
    dueAt: z.iso.datetime().openapi({ description: 'When the decision is promised.' }),
    next: z.string(),
    href: z.string(),
  })
  .openapi('ReceivedRequest');

/** Where a request stands. */
export const requestStatus = z
  .object({
    reference: z.string(),
    service: z.string(),
    version: z.int(),
    state: z.enum(['received', 'in-progress', 'waiting-for-you', 'closed']),
    stateWords: z.string(),
    outcome: z.string().nullable(),
    outcomeWords: z.string().nullable(),
    depositedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    letterPostedAt: z.iso.datetime().nullable(),
    letterReturned: z.boolean(),
  })
  .openapi('RequestStatus');

/** What went wrong. Source: RFC 9457 */
export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), words: z.string() })).optional(),
  })
  .openapi('Problem');
