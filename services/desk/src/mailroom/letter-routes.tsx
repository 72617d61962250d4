import {
  type DeskContext,
  joinLetter,
  keyLetter,
  type Letter,
  type LetterKeyed,
  listLetters,
  readLetter,
  sampledPaths,
  saveDraft,
  settleKeyedLetter,
  todayOf,
  unconfirmedPaths,
} from '@guichet/casework';
import type { CompiledService, FormValues } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { DeskError, isDeskError, languageOr, parseReference } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import { answersTyped, personLanguageName } from '../counter/counter-form.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { begunBefore, letterDraftKey, letterPage, serviceOf, typedBefore } from './letter-screen.tsx';
import { freeLetterRoutes } from './free-letter-routes.tsx';
import { letterProvenance } from './letter-provenance.ts';
import { withSuggestions } from './suggested-letter.ts';
import { proposedValues, shownValues } from './letter-values.ts';
import { compareSample, confirmedName, keyedFields, marksIn, seenName } from './station-form.ts';

/**
 * Shows a letter beside what was read of it, and makes a case of it once a person has confirmed it.
 *
 * Unit: `share` of the sure fields that are keyed blind, 0 to 1
 */
export function letterRoutes({ share }: { share: number }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/mailroom/letters/:id', (c) => letterPage(c, share));

  app.post('/mailroom/letters/:id', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const posted = c.get('form');
    const asRead = await readLetter(ctx, idAt<'letter'>(c));
    const service = serviceOf(c, asRead, textOf(posted, '_service'));
    if (!service) throw new DeskError('not-found', 'unknown-service');
    const letter = withSuggestions(asRead, service);
    const options = { language: c.get('language'), today: todayOf(ctx.clock.now()) };
    const proposed = proposedValues(service, letter, options);
    const sampled = sampledPaths(ctx, letter, service, share);
    const isDone = readCounterForm(service, posted, options).action.do === 'continue';
    const before = await typedBefore(c, letter);
    const marks = { ...marksIn(posted), seen: marksIn(before?.values ?? {}).seen };
    const stands = isDone ? compareSample(posted, marks, sampled, proposed) : { form: posted, marks };
    const read = readCounterForm(service, stands.form, options);
    const depositedOn = textOf(posted, '_deposited-on');
    await keepTyped(c, letter, service, {
      ...answersTyped(read.typed),
      '_deposited-on': depositedOn,
      [confirmedName]: [...stands.marks.confirmed],
      [seenName]: [...stands.marks.seen],
    });
    const here = `/mailroom/letters/${letter.id}?service=${service.definition.code}`;
    if (read.again) return c.redirect(here, 303);
    const begun = await begunBefore(ctx, letter, service, options);
    const shown = shownValues(service, { ...begun, ...proposed });
    const fields = keyedFields(letter, sampled, shown, stands.form, stands.marks);
    const waiting = unconfirmedPaths(service, letter, sampled, read.answers, fields);
    if (read.problems.length > 0 || waiting.length > 0) return c.redirect(`${here}&check`, 303);
    let done: LetterKeyed;
    try {
      done = await keyLetter(ctx, {
        letterId: letter.id,
        service: service.definition.code,
        version: service.definition.version,
        language: letter.language ?? languageOr(textOf(posted, personLanguageName)),
        answers: read.answers,
        provenance: letterProvenance(service, letter, read.answers, options.today, fields),
        depositedOn,
        fields,
        share,
      });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return letterPage(c, share, [{ path: 'deposited-on', message: errorWords(error, options.language) }]);
    }
    if (done.kind === 'incomplete' || done.kind === 'unconfirmed') return c.redirect(`${here}&check`, 303);
    if (done.kind === 'waits') return toNext(c, ctx, `told=waits-${done.checks > 1 ? 'many' : 'one'}`);
    if (done.kind === 'keyed-already') return toNext(c, ctx, 'told=keyed-already');
    return toNext(c, ctx, settledAs(letter, done));
  });

  app.post('/mailroom/letters/:id/settlement', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const id = idAt<'letter'>(c);
    const done = await settleKeyedLetter(ctx, id);
    if (done.kind === 'incomplete') return c.redirect(`/mailroom/letters/${id}?check`, 303);
    return toNext(c, ctx, settledAs(await readLetter(ctx, id), done));
  });

  app.post('/mailroom/letters/:id/case', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const typed = textOf(c.get('form'), 'reference');
    const reference = parseReference(typed);
    const unknown = { path: 'reference', message: words(c.get('language')).work.mailroom.joinUnknown };
    if (reference === undefined) return letterPage(c, share, [unknown], typed);
    try {
      await joinLetter(ctx, { letterId: idAt<'letter'>(c), reference });
    } catch (error) {
      if (!isDeskError(error) || error.publicKey !== 'no-such-case') throw error;
      return letterPage(c, share, [unknown], typed);
    }
    return toNext(c, ctx, `joined=${reference}`);
  });

  app.route('/', freeLetterRoutes());
  return app;
}

/** Says whether the letter made a case or became part of one that was there: the one its form was sent for, or that its draft became. */
function settledAs(letter: Letter, done: { case: { reference: string }; joined?: boolean }): string {
  const { reference } = done.case;
  const isAnswer = letter.serviceCode !== null && letter.reference === reference;
  return `${isAnswer || done.joined ? 'joined' : 'made'}=${reference}`;
}

/** Goes on with the next letter, else back to the mailroom, saying what became of this one. */
async function toNext(c: DeskRequest, ctx: DeskContext, told: string): Promise<Response> {
  const [next] = await listLetters(ctx, 1);
  return c.redirect(next ? `/mailroom/letters/${next.id}?${told}` : `/mailroom?${told}`, 303);
}

/** Keeps what a person typed over the reading, so that nothing is lost by leaving the page. */
async function keepTyped(
  c: DeskRequest,
  letter: Letter,
  service: CompiledService,
  answers: FormValues,
): Promise<void> {
  if (letter.settledAs !== null) return;
  const { code, version } = service.definition;
  await saveDraft(staffOf(c).ctx, {
    externalKey: letterDraftKey(letter.id),
    service: code,
    version,
    channel: 'mail',
    language: letter.language ?? languageOr(textOf(c.get('form'), personLanguageName)),
    content: { answers, skipped: [] },
  });
}
