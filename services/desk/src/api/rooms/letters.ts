import {
  askSender,
  asideWhys,
  continueLetter,
  type DeskContext,
  joinLetter,
  keyLetter,
  type LetterKeyed,
  listLetters,
  listNamedCases,
  listSameLetters,
  offerResume,
  readLetter,
  saveDraft,
  setLetterAside,
  settleKeyedLetter,
  splitLetter,
  todayOf,
} from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import { DeskError, formatReference } from '@guichet/kernel';
import { words as wordsOf } from '@guichet/pages';
import { z } from '@hono/zod-openapi';
import { namedIn } from '../../mailroom/named-in.ts';
import { letterProvenance } from '../../mailroom/letter-provenance.ts';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { readAnswers } from '../read-answers.ts';
import { day, instant, language, reference, referenceTyped, text } from '../shapes.ts';
import { letterFile, letterRow } from './batch-shapes.ts';

const operation = roomOf('Mailroom');
const at = '/mailroom/letters/{id}';

const answer = z.strictObject({
  language: language.default('fr'),
  words: text(4000).min(1),
  to: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('email'), email: z.email().max(254) }),
    z.strictObject({
      way: z.literal('letter'),
      name: text(100).min(1),
      lines: z.array(text(100)).min(2).max(6),
    }),
  ]),
});
const settled = z.object({
  kind: z.enum(['accepted', 'already', 'unconfirmed', 'waits', 'keyed-already']),
  reference: reference.optional(),
  paths: z
    .array(z.string())
    .optional()
    .openapi({ description: 'Of `unconfirmed`: a person looks at these fields first; nothing was written.' }),
  checks: z.int().optional().openapi({ description: 'Of `waits`: a second person keys so many answers.' }),
});

/** Letters: what was read of them, and what becomes of each. */
export const letterOperations: readonly Operation[] = [
  operation({
    id: 'listLetters',
    method: 'get',
    path: '/mailroom/letters',
    summary: 'List the letters that wait for a person',
    permission: 'mailroom.read',
    answer: z.object({ letters: z.array(letterRow) }),
    call: async ({ ctx }) => ({ letters: await listLetters(ctx) }),
  }),
  operation({
    id: 'readLetter',
    method: 'get',
    path: at,
    summary: 'Read a letter with what a machine read of it',
    permission: 'mailroom.settle',
    answer: letterFile,
    call: ({ ctx, id }) => readLetter(ctx, id()),
  }),
  operation({
    id: 'listSameLetters',
    method: 'get',
    path: `${at}/same`,
    summary: 'List letters that are very likely the same one, sent or scanned twice',
    permission: 'mailroom.read',
    answer: z.object({
      letters: z.array(
        z.object({
          id: z.uuid(),
          batchId: z.uuid(),
          receivedAt: instant,
          settledAs: z.enum(['case', 'not-for-us', 'part-of']).nullable(),
          reference: reference.nullable(),
        }),
      ),
    }),
    call: async ({ ctx, id }) => ({ letters: await listSameLetters(ctx, id()) }),
  }),
  operation({
    id: 'listNamedCases',
    method: 'get',
    path: `${at}/cases`,
    summary: 'List the cases that a letter may be for',
    description:
      'Of one’s teams: the one its sender made of it when asked, then those whose numbers it names.',
    permission: 'mailroom.settle',
    answer: z.object({
      cases: z.array(
        z.object({ reference, serviceCode: z.string(), depositedAt: instant, closed: z.boolean() }),
      ),
    }),
    call: async ({ ctx, id }) => {
      const letter = await readLetter(ctx, id());
      return { cases: await listNamedCases(ctx, letter.id, namedIn(letter)) };
    },
  }),
  operation({
    id: 'keyLetter',
    method: 'post',
    path: `${at}/confirmation`,
    summary: 'Make a case of a letter that a person has confirmed',
    description:
      'No field in doubt passes that `fields` does not name as looked at; what is critical waits for a second person.',
    permission: 'mailroom.settle',
    body: z.strictObject({
      service: text(60),
      language: language.default('fr'),
      answers: z.record(z.string(), z.unknown()),
      depositedOn: day,
      fields: z
        .array(z.strictObject({ path: text(200), how: z.enum(['left', 'confirmed', 'corrected', 'typed']) }))
        .max(1000)
        .default([]),
    }),
    example: {
      service: 'permis-chien',
      answers: {},
      depositedOn: '2026-11-27',
      fields: [{ path: 'dog-name', how: 'confirmed' }],
    },
    answer: settled,
    call: async ({ ctx, id, body }) => {
      const letter = await readLetter(ctx, id());
      const service = serviceOf(ctx, letter.serviceCode ?? body.service, letter.serviceVersion ?? undefined);
      const today = todayOf(ctx.clock.now());
      const answers = readAnswers(service, body.answers, { today });
      return told(
        await keyLetter(ctx, {
          ...body,
          letterId: letter.id,
          version: service.definition.version,
          language: letter.language ?? body.language,
          answers,
          provenance: letterProvenance(service, letter, answers, today, body.fields),
          // A program has the reading before it: nothing that it keys is keyed blind.
          share: 0,
        }),
      );
    },
  }),
  operation({
    id: 'settleKeyedLetter',
    method: 'post',
    path: `${at}/settlement`,
    summary: 'Make the case of a letter whose critical answers two persons keyed',
    permission: 'mailroom.settle',
    answer: settled,
    call: async ({ ctx, id }) => told(await settleKeyedLetter(ctx, id())),
  }),
  operation({
    id: 'joinLetter',
    method: 'post',
    path: `${at}/case`,
    summary: 'Put the pages of a letter in a case that is there',
    permission: 'mailroom.settle',
    body: z.strictObject({ reference: referenceTyped }),
    example: { reference: '1234567894' },
    call: ({ ctx, id, body }) => joinLetter(ctx, { letterId: id(), reference: body.reference }),
  }),
  operation({
    id: 'splitLetter',
    method: 'post',
    path: `${at}/parts`,
    summary: 'Say that from one page on it is another letter',
    permission: 'mailroom.settle',
    status: 201,
    body: z.strictObject({ page: z.int().min(2).max(1000) }),
    example: { page: 2 },
    answer: z.object({ id: z.uuid() }),
    call: async ({ ctx, id, body }) => ({ id: await splitLetter(ctx, { letterId: id(), page: body.page }) }),
  }),
  operation({
    id: 'continueLetter',
    method: 'post',
    path: `${at}/continuation`,
    summary: 'Say that a letter goes on the one before it',
    permission: 'mailroom.settle',
    answer: z.object({ id: z.uuid().openapi({ description: 'Of the letter that has all pages now.' }) }),
    call: async ({ ctx, id }) => ({ id: await continueLetter(ctx, id()) }),
  }),
  operation({
    id: 'setLetterAside',
    method: 'post',
    path: `${at}/aside`,
    summary: 'Settle a letter as not for us, and answer who sent it',
    permission: 'mailroom.settle',
    body: z.strictObject({ why: z.enum(asideWhys), answer: answer.optional() }),
    example: { why: 'advertising' },
    call: ({ ctx, id, body }) => setLetterAside(ctx, id(), body),
  }),
  operation({
    id: 'askSender',
    method: 'post',
    path: `${at}/question`,
    summary: 'Ask who sent a letter for what it does not say',
    description: 'What is known is kept; they may go on with it at another door by a number told to them.',
    permission: 'mailroom.settle',
    body: z.strictObject({
      service: text(60),
      answers: z.record(z.string(), z.unknown()).default({}),
      question: answer,
    }),
    example: {
      service: 'permis-chien',
      question: {
        words: 'De quelle race est le chien?',
        to: { way: 'email', email: 'anne.tremblay@exemple.ca' },
      },
    },
    call: async ({ ctx, id, body: { question, ...body } }) => {
      const service = serviceOf(ctx, body.service);
      const { code, version } = service.definition;
      const draftId = await saveDraft(ctx, {
        externalKey: `letter-asked:${id()}`,
        service: code,
        version,
        channel: 'mail',
        language: question.language,
        content: {
          answers: readAnswers(service, body.answers, { today: todayOf(ctx.clock.now()) }),
          skipped: [],
        },
      });
      const { number, code: proof } = await offerResume(ctx, { draftId });
      const { askNumber, askCode } = wordsOf(question.language).work.free;
      // The code goes on paper alone, to the address that the letter came from.
      const onPaper = question.to.way === 'letter' ? [askCode(proof)] : [];
      const said = [question.words, askNumber(formatReference(number)), ...onPaper].join('\n\n');
      return askSender(ctx, { letterId: id(), number, question: { ...question, words: said } });
    },
  }),
];

function serviceOf(ctx: DeskContext, code: string, version?: number): CompiledService {
  const service = ctx.catalogue.find(code, version);
  if (!service) throw new DeskError('not-found', 'unknown-service');
  return service;
}

function told(done: LetterKeyed): z.input<typeof settled> {
  if (done.kind === 'incomplete') throw new Incomplete(done.problems, done.service);
  return done.kind === 'accepted' || done.kind === 'already'
    ? { kind: done.kind, reference: done.case.reference }
    : done;
}
