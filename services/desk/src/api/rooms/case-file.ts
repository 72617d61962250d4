import type { CaseFile } from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { channel, day, instant, language, reference } from '../shapes.ts';

const said = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  channel: z.string(),
  kind: z.string(),
  at: instant,
  by: z.string().nullable(),
  seconds: z.number().nullable(),
  words: z.string().nullable(),
});

/** A case as its page shows it. */
export const caseFile = z
  .object({
    reference,
    version: z.int().openapi({
      description:
        'Send it back with what changes the case: a save on an older one is refused with what changed.',
    }),
    serviceCode: z.string(),
    serviceVersion: z.int(),
    language,
    channel,
    team: z.string(),
    depositedAt: instant,
    capturedAt: instant,
    dueAt: instant,
    pausedAt: instant.nullable(),
    replyWay: z.string(),
    heldBy: z.object({ staffId: z.string(), name: z.string() }).nullable(),
    answers: z.array(
      z.object({
        question: z.string(),
        sensitivity: z.string(),
        value: z.unknown(),
        hidden: z
          .boolean()
          .openapi({ description: 'Shown once a purpose is given: see the revelation of a case.' }),
        provenance: z.unknown().openapi({ description: 'Who gave it, how, and how sure a machine was.' }),
        by: z.string().nullable(),
      }),
    ),
    missing: z.array(z.string()),
    clocks: z.array(
      z.object({
        kind: z.string(),
        startedAt: instant,
        dueAt: instant,
        metAt: instant.nullable(),
        overdueAt: instant.nullable(),
      }),
    ),
    closure: z
      .object({
        outcome: z.string(),
        closedAt: instant,
        by: z.string(),
        proposedBy: z.string().nullable(),
        reasons: z.string().nullable(),
      })
      .nullable(),
    proposals: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        outcome: z.string(),
        words: z.string(),
        reasons: z.string().nullable(),
        proposedAt: instant,
        settled: z
          .object({
            as: z.enum(['confirmed', 'sent-back', 'withdrawn']),
            at: instant,
            by: z.string(),
            reason: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
    replies: z.array(
      z.object({
        id: z.string(),
        purpose: z.string(),
        way: z.string(),
        words: z.string(),
        createdAt: instant,
        by: z.string().nullable(),
      }),
    ),
    deliveries: z.array(
      z.object({
        replyId: z.string(),
        attempt: z.int(),
        way: z.string(),
        fate: z.string().nullable(),
        detail: z.string().nullable(),
        startedAt: instant,
        settledAt: instant.nullable(),
      }),
    ),
    drafts: z.array(
      z.object({ form: z.string(), fields: z.record(z.string(), z.string()), savedAt: instant }),
    ),
    notes: z.array(z.object({ id: z.string(), words: z.string(), at: instant, by: z.string() })),
    contacts: z.array(said),
    calls: z.array(
      z.object({
        direction: z.enum(['in', 'out']),
        state: z.string(),
        at: instant,
        endedAt: instant.nullable(),
        by: z.string().nullable(),
      }),
    ),
    tasks: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        question: z.string().nullable(),
        words: z.string().nullable(),
        dueOn: day.nullable(),
        createdAt: instant,
        madeBy: z.string().nullable(),
        doneAt: instant.nullable(),
        doneBy: z.string().nullable(),
      }),
    ),
    links: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['related', 'duplicate', 'part']),
        side: z.enum(['from', 'to']),
        other: z
          .object({ reference, serviceCode: z.string() })
          .nullable()
          .openapi({ description: 'Null where the other case is another team’s.' }),
        otherClosedAs: z.string().nullable(),
        madeAt: instant,
        by: z.string(),
      }),
    ),
    joined: z.array(z.object({ reference, contacts: z.array(said) })),
    transfers: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        reason: z.string(),
        followUpOn: day.nullable(),
        at: instant,
        by: z.string(),
      }),
    ),
    referrals: z.array(
      z.object({
        key: z.string(),
        agreed: z.boolean(),
        tells: z.array(z.string()),
        told: z
          .object({ at: instant, by: z.string(), way: z.string(), newsDueAt: instant.nullable() })
          .nullable(),
        news: z.object({ at: instant, by: z.string(), words: z.string() }).nullable(),
      }),
    ),
    proof: z
      .object({ how: z.string(), document: z.string().nullable(), at: instant, by: z.string() })
      .nullable(),
    evidence: z.array(
      z.object({
        id: z.string(),
        reference,
        kind: z.string(),
        mediaType: z.string(),
        fileName: z.string().nullable(),
        page: z.int().nullable(),
        bytes: z.int().nullable(),
        createdAt: instant,
        storedAt: instant.nullable(),
      }),
    ),
    history: z.array(
      z.object({
        seq: z.int(),
        kind: z.string(),
        actorKind: z.string(),
        actorName: z.string().nullable(),
        at: instant,
        data: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .openapi('Case');

/** Fails to compile where the description and the verb part ways. */
export const fileOf = (file: CaseFile): z.input<typeof caseFile> => file;
