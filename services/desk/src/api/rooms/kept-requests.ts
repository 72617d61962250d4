import { todayOf } from '@guichet/casework';
import { counterScreen } from '@guichet/channels/counter';
import { z } from '@hono/zod-openapi';
import { personLanguageName, versionName } from '../../counter/counter-form.ts';
import { readKeptRequest } from '../../counter/kept/kept-request.ts';
import { type KeptTaken, takeKeptRequest } from '../../counter/kept/take-kept-request.ts';
import { type Operation, roomOf } from '../operation.ts';
import { readAnswers } from '../read-answers.ts';
import { idOf, instantTyped, language, reference, text } from '../shapes.ts';

const operation = roomOf('Counter');

const became = z.object({
  id: z.uuid(),
  kind: z.enum(['accepted', 'already', 'incomplete', 'withdrawn', 'ahead', 'too-old', 'differs']).openapi({
    description:
      'Of `incomplete`, it is kept under its number: go on with it as with any draft. Of `withdrawn`, `ahead` and `too-old`, nothing ' +
      'was taken; of `differs`, the number has a case with other answers.',
  }),
  reference: reference.optional(),
  problems: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
});

/** What a counter kept while it had no network. */
export const keptRequestOperations: readonly Operation[] = [
  operation({
    id: 'takeKeptRequest',
    method: 'post',
    path: '/kept-requests',
    summary: 'Take a request that a counter kept without network, deposited when its button was pressed',
    description:
      'One number, one case, however often it is sent; it is read under the version that the person was asked.',
    permission: 'counter.serve',
    body: z.strictObject({
      number: idOf<'visit-request'>().openapi({ description: 'Made by the counter, one a request.' }),
      service: text(60),
      version: z.int().min(1).max(1_000_000_000),
      language: language.default('fr').openapi({ description: 'Of the reply.' }),
      answers: z.record(z.string(), z.unknown()),
      keptAt: instantTyped.openapi({ description: 'When the button was first pressed.' }),
      pressedAt: instantTyped
        .optional()
        .openapi({ description: 'When it was last pressed, of a request that was changed since.' }),
      now: instantTyped
        .optional()
        .openapi({ description: 'By the counter’s clock, as it sends: the two are set right by it.' }),
    }),
    example: {
      number: '01890a5d-ac96-774b-bcce-b302099a8057',
      service: 'nid-de-poule',
      version: 1,
      answers: {},
      keptAt: '2026-12-01T10:15:00-05:00',
    },
    answer: became,
    call: async ({ ctx, body }) => {
      const { number, service: code, version, keptAt, pressedAt = keptAt, now } = body;
      const service = ctx.catalogue.find(code, version);
      const today = todayOf(new Date(keptAt));
      const values = service
        ? counterScreen(service, readAnswers(service, body.answers, { today }), { language: 'fr', today })
            .values
        : {};
      const posted = {
        ...values,
        _number: number,
        _service: code,
        [versionName]: String(version),
        [personLanguageName]: body.language,
        '_kept-at': keptAt,
        '_pressed-at': pressedAt,
        ...(now === undefined ? {} : { _now: now }),
      };
      const request = readKeptRequest(posted, ctx.clock.now());
      return { id: number, ...told(await takeKeptRequest({ ctx }, request, posted, 'fr')) };
    },
  }),
];

function told(taken: KeptTaken): Omit<z.input<typeof became>, 'id'> {
  if (taken.kind === 'incomplete') {
    const problems = taken.problems.map(({ path, code }) => ({ path, code: code as string }));
    return { kind: taken.kind, problems };
  }
  if (taken.kind !== 'conflict') return { kind: taken.kind, reference: taken.reference };
  return { kind: taken.why, ...(taken.why === 'differs' ? { reference: taken.reference } : {}) };
}
