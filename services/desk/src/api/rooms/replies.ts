import {
  addedKinds,
  addTask,
  correctAddress,
  draftForms,
  leaveAtCounter,
  listTemplates,
  logContact,
  loggedChannels,
  lookAt,
  lookAway,
  markTask,
  readAddress,
  saveCaseDraft,
  saveTemplate,
  sendAgain,
  writeNote,
  writeToPerson,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { bilingual, day, done, instant, language, reference, text } from '../shapes.ts';

const operation = roomOf('Replies');
const at = '/cases/{reference}';
const made = z.object({ id: z.uuid() });
const words = z.strictObject({ fr: text(4000), en: text(4000) });

/** What is told to the person, and what staff write down for each other. */
export const replyOperations: readonly Operation[] = [
  operation({
    id: 'reply',
    method: 'post',
    path: `${at}/reply`,
    summary: 'Write to the person the way they chose, without deciding',
    permission: 'case.reply',
    sees: 'must',
    once: true,
    status: 201,
    body: z.strictObject({ words: text(4000) }),
    example: { words: 'Votre demande avance.' },
    answer: made,
    call: async ({ ctx, reference, body, once }) => ({
      id: await writeToPerson(ctx, { reference, ...body, key: once() }),
    }),
  }),
  operation({
    id: 'sendAgain',
    method: 'post',
    path: `${at}/replies/{id}/sending`,
    summary: 'Send again a reply that did not arrive',
    permission: 'case.reply',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await sendAgain(ctx, id()) }),
  }),
  operation({
    id: 'saveCaseDraft',
    method: 'put',
    path: `${at}/drafts/{form}`,
    summary: 'Keep what one has typed and not sent',
    permission: 'case.reply',
    body: z.strictObject({ fields: z.record(text(60), text(4000)) }),
    example: { fields: { words: 'Votre demande' } },
    call: ({ ctx, reference, params, body }) => {
      const form = draftForms.find((one) => one === params.form);
      if (!form) throw new DeskError('not-found', 'not-found');
      return saveCaseDraft(ctx, { reference, form, ...body });
    },
  }),
  operation({
    id: 'writeNote',
    method: 'post',
    path: `${at}/notes`,
    summary: 'Write a note for colleagues',
    permission: 'note.write',
    once: true,
    status: 201,
    body: z.strictObject({ words: text(4000) }),
    example: { words: 'A téléphoné deux fois.' },
    answer: made,
    call: async ({ ctx, reference, body, once }) => ({
      id: await writeNote(ctx, { reference, ...body, key: once() }),
    }),
  }),
  operation({
    id: 'logContact',
    method: 'post',
    path: `${at}/contacts`,
    summary: 'Keep what was said to the person or by them elsewhere',
    permission: 'contact.log',
    once: true,
    status: 201,
    body: z.strictObject({
      channel: z.enum(loggedChannels),
      direction: z.enum(['in', 'out']),
      words: text(4000),
      minutes: z.int().min(0).max(600).optional(),
    }),
    example: { channel: 'phone', direction: 'in', words: 'Demande où en est son dossier.' },
    answer: made,
    call: async ({ ctx, reference, body, once }) => ({
      id: await logContact(ctx, { reference, ...body, key: once() }),
    }),
  }),
  operation({
    id: 'addTask',
    method: 'post',
    path: `${at}/tasks`,
    summary: 'Put a task on a case; a missing document can be asked of the person at once',
    permission: 'task.add',
    once: true,
    status: 201,
    body: z.strictObject({
      kind: z.enum(addedKinds),
      words: text(1000),
      dueOn: day.optional(),
      ask: z.boolean().optional(),
      waits: z.boolean().optional(),
    }),
    example: { kind: 'own', words: 'Appeler l’entrepreneur' },
    answer: made,
    call: async ({ ctx, reference, body, once }) => ({
      id: await addTask(ctx, { reference, ...body, key: once() }),
    }),
  }),
  operation({
    id: 'markTask',
    method: 'put',
    path: `${at}/tasks/{id}/completion`,
    summary: 'Mark a task as done, or as to do again',
    permission: 'task.do',
    body: z.strictObject({ done: z.boolean() }),
    example: { done: true },
    call: ({ ctx, id, body }) => markTask(ctx, id(), body.done),
  }),
  operation({
    id: 'readAddress',
    method: 'get',
    path: `${at}/address`,
    summary: 'Read where the letters of a case go',
    permission: 'address.correct',
    answer: z.object({
      reference,
      language,
      address: z.object({ name: z.string(), address: z.looseObject({}) }).optional(),
      isFailing: z.boolean(),
    }),
    call: async ({ ctx, reference }) => {
      const { address, ...file } = await readAddress(ctx, reference);
      return {
        ...file,
        ...(address ? { address: { name: address.name, address: { ...address.address } } } : {}),
      };
    },
  }),
  operation({
    id: 'correctAddress',
    method: 'put',
    path: `${at}/address`,
    summary: 'Correct where the letters of a case go, and send again what came back',
    permission: 'address.correct',
    body: z.strictObject({ name: text(100), address: z.record(z.string(), z.unknown()) }),
    example: {
      name: 'Anne Tremblay',
      address: { street: '12, rue du Moulin', municipality: 'Sainte-Rive', postalCode: 'G1R 4S9' },
    },
    answer: z.object({ kind: z.enum(['corrected', 'already']), lettersSent: z.int().optional() }),
    call: async ({ ctx, reference, body }) => {
      const corrected = await correctAddress(ctx, { reference, ...body });
      if (corrected.kind === 'incomplete') throw new Incomplete(corrected.problems);
      return corrected;
    },
  }),
  operation({
    id: 'leaveAtCounter',
    method: 'post',
    path: `${at}/address/counter`,
    summary: 'Keep at the counter the letters of a person whose address can’t be found',
    permission: 'address.correct',
    answer: z.object({ letters: z.int() }),
    call: async ({ ctx, reference }) => ({ letters: await leaveAtCounter(ctx, reference) }),
  }),
  operation({
    id: 'lookAt',
    method: 'put',
    path: `${at}/lookers/{id}`,
    summary: 'Say that one has a case open, for a little while',
    description: 'The id is of the open window, made by the client.',
    permission: 'case.read',
    call: ({ ctx, reference, id }) => lookAt(ctx, { page: id(), reference }),
  }),
  operation({
    id: 'lookAway',
    method: 'delete',
    path: `${at}/lookers/{id}`,
    summary: 'Say that one has it open no more',
    permission: 'case.read',
    call: ({ ctx, id }) => lookAway(ctx, id()),
  }),
  operation({
    id: 'listTemplates',
    method: 'get',
    path: '/templates',
    summary: 'List the templates of replies',
    permission: 'template.read',
    answer: z.object({
      templates: z.array(
        z.object({
          id: z.uuid(),
          version: z.int(),
          name: bilingual,
          serviceCode: z.string().nullable(),
          outcome: z.string().nullable(),
          team: z.string().nullable(),
          words: bilingual,
          savedAt: instant,
          by: z.string(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ templates: await listTemplates(ctx) }),
  }),
  operation({
    id: 'saveTemplate',
    method: 'put',
    path: '/templates/{id}',
    summary: 'Save a template as a new version',
    description: '`from` is the version that was changed, 0 for a new one; its id is made by the client.',
    permission: 'template.write',
    body: z.strictObject({
      from: z.int().min(0).max(1_000_000),
      name: words,
      serviceCode: text(60).optional(),
      outcome: text(60).optional(),
      team: text(60).optional(),
      words,
      withdrawn: z.boolean().optional(),
    }),
    example: {
      from: 0,
      name: { fr: 'Reçu', en: 'Received' },
      words: { fr: 'Bonjour', en: 'Hello' },
    },
    answer: z.object({ version: z.int() }),
    call: async ({ ctx, id, body }) => ({ version: await saveTemplate(ctx, { id: id(), ...body }) }),
  }),
];
