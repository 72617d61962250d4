import { linkCases, mergeCases, splitCase, suggestDuplicates, unlinkCases } from '@guichet/casework';
import { filesIn } from '@guichet/catalogue';
import { z } from '@hono/zod-openapi';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { instant, reference, referenceTyped, text } from '../shapes.ts';

const operation = roomOf('Links');
const at = '/cases/{reference}';
const other = z.strictObject({ other: referenceTyped });

/** Cases that belong together, and requests that ask for two things. */
export const linkOperations: readonly Operation[] = [
  operation({
    id: 'linkCases',
    method: 'post',
    path: `${at}/links`,
    summary: 'Note that two cases are about the same',
    permission: 'case.link',
    status: 201,
    body: other,
    example: { other: '1000000005' },
    answer: z.object({ id: z.uuid() }),
    call: async ({ ctx, reference, body }) => ({ id: await linkCases(ctx, { reference, ...body }) }),
  }),
  operation({
    id: 'unlinkCases',
    method: 'delete',
    path: `${at}/links/{id}`,
    summary: 'Take back that two cases are about the same',
    permission: 'case.link',
    call: ({ ctx, reference, id }) => unlinkCases(ctx, reference, id()),
  }),
  operation({
    id: 'mergeCases',
    method: 'post',
    path: `${at}/merge`,
    summary: 'Close the later of two cases as the duplicate of the earlier one',
    permission: 'case.link',
    sees: 'may',
    body: other,
    example: { other: '1000000005' },
    answer: z.object({ kind: z.enum(['merged', 'already']), first: reference }),
    call: ({ ctx, reference, body }) => mergeCases(ctx, { reference, ...body }),
  }),
  operation({
    id: 'suggestDuplicates',
    method: 'get',
    path: `${at}/duplicates`,
    summary: 'List cases that are likely about the same',
    permission: 'case.link',
    answer: z.object({
      duplicates: z.array(
        z.object({
          reference,
          depositedAt: instant,
          closedAs: z.string().nullable(),
          alike: z.array(z.enum(['person', 'place'])),
        }),
      ),
    }),
    call: async ({ ctx, reference }) => ({ duplicates: await suggestDuplicates(ctx, reference) }),
  }),
  operation({
    id: 'splitCase',
    method: 'post',
    path: `${at}/parts`,
    summary: 'Make a case of its own of a part of a request',
    permission: 'case.split',
    once: true,
    status: 201,
    body: z.strictObject({
      service: text(60),
      keep: z
        .array(text(60))
        .max(200)
        .default([])
        .openapi({ description: 'Questions whose answers are copied.' }),
      answers: z.record(z.string(), z.unknown()).default({}),
    }),
    example: { service: 'nid-de-poule', keep: ['place'] },
    answer: z.object({ reference, dueAt: instant }),
    call: async ({ ctx, reference, body, once }) => {
      const { service, keep, answers: typed } = body;
      const files = filesIn(typed);
      if (files.length > 0) throw new Incomplete(files);
      const made = await splitCase(ctx, { reference, service, keep, typed, key: once() });
      if (made.kind === 'incomplete') throw new Incomplete(made.problems, made.service);
      return made.case;
    },
  }),
];
