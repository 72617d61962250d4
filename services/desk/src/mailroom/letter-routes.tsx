import {
  type Acceptance,
  confirmLetter,
  findDraft,
  joinLetter,
  listLetters,
  readLetter,
  saveDraft,
  setLetterAside,
  todayOf,
} from '@guichet/casework';
import type { Letter } from '@guichet/casework';
import { type CompiledService, type FormValues, typedValues } from '@guichet/catalogue';
import { counterScreen, readCounterForm } from '@guichet/channels/counter';
import { DeskError, isDeskError, languageOr, type LetterId, parseReference } from '@guichet/kernel';
import { errorWords, type FieldProblem, Notice, words } from '@guichet/pages';
import { Hono } from 'hono';
import { answersTyped, personLanguageName, saidProblems } from '../counter/counter-form.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { ClassifyPage } from './classify-page.tsx';
import { LetterPage, PagePictures } from './letter-page.tsx';
import { letterProvenance } from './letter-provenance.ts';
import { proposedValues } from './letter-values.ts';
import { settledBefore } from './settled-before.ts';

/** Shows a letter beside what was read of it, and makes a case of it once a person has confirmed it. */
export function letterRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/mailroom/letters/:id', (c) => letterPage(c));

  app.post('/mailroom/letters/:id', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const form = c.get('form');
    const letter = await readLetter(ctx, idAt<'letter'>(c));
    const service = serviceOf(c, letter, textOf(form, '_service'));
    if (!service) throw new DeskError('not-found', 'unknown-service');
    const options = { language: c.get('language'), today: todayOf(ctx.clock.now()) };
    const read = readCounterForm(service, form, options);
    const depositedOn = textOf(form, '_deposited-on');
    const personLanguage = letter.language ?? languageOr(textOf(form, personLanguageName));
    await keepTyped(c, letter, service, { ...answersTyped(read.typed), '_deposited-on': depositedOn });
    const here = `/mailroom/letters/${letter.id}?service=${service.definition.code}`;
    if (read.again) return c.redirect(here, 303);
    if (read.problems.length > 0) return c.redirect(`${here}&check`, 303);
    let acceptance: Acceptance;
    try {
      acceptance = await confirmLetter(ctx, {
        letterId: letter.id,
        service: service.definition.code,
        version: service.definition.version,
        language: personLanguage,
        answers: read.answers,
        provenance: letterProvenance(service, letter, read.answers, options.today),
        depositedOn,
      });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return letterPage(c, [{ path: 'deposited-on', message: errorWords(error, options.language) }]);
    }
    if (acceptance.kind === 'incomplete') return c.redirect(`${here}&check`, 303);
    const [next] = await listLetters(ctx, 1);
    const made = `made=${acceptance.case.reference}`;
    return c.redirect(next ? `/mailroom/letters/${next.id}?${made}` : `/mailroom?${made}`, 303);
  });

  app.post('/mailroom/letters/:id/case', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const typed = textOf(c.get('form'), 'reference');
    const reference = parseReference(typed);
    const unknown = { path: 'reference', message: words(c.get('language')).work.mailroom.joinUnknown };
    if (reference === undefined) return letterPage(c, [unknown], typed);
    try {
      await joinLetter(ctx, { letterId: idAt<'letter'>(c), reference });
    } catch (error) {
      if (!isDeskError(error) || error.publicKey !== 'no-such-case') throw error;
      return letterPage(c, [unknown], typed);
    }
    const [next] = await listLetters(ctx, 1);
    const joined = `joined=${reference}`;
    return c.redirect(next ? `/mailroom/letters/${next.id}?${joined}` : `/mailroom?${joined}`, 303);
  });

  app.post('/mailroom/letters/:id/set-aside', async (c) => {
    await setLetterAside(staffOf(c).ctx, idAt<'letter'>(c));
    return c.redirect('/mailroom?told=aside', 303);
  });
  return app;
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
    externalKey: draftKey(letter.id),
    service: code,
    version,
    channel: 'mail',
    language: letter.language ?? languageOr(textOf(c.get('form'), personLanguageName)),
    content: { answers, skipped: [] },
  });
}

function draftKey(id: LetterId): string {
  return `letter:${id}`;
}

/** The letter's own service, or the one a person gave it. */
function serviceOf(
  c: DeskRequest,
  letter: Letter,
  classified: string | undefined,
): CompiledService | undefined {
  const { catalogue } = staffOf(c).ctx;
  if (letter.serviceCode !== null)
    return catalogue.find(letter.serviceCode, letter.serviceVersion ?? undefined);
  return classified ? catalogue.find(classified) : undefined;
}

async function letterPage(
  c: DeskRequest,
  refused: FieldProblem[] = [],
  typedReference?: string,
): Promise<Response> {
  const { ctx } = staffOf(c, 'mailroom.settle');
  const language = c.get('language');
  const letter = await readLetter(ctx, idAt<'letter'>(c));
  const told = settledBefore(c);
  const frame = { current: 'mailroom', wide: true, here: `/mailroom/letters/${letter.id}` } as const;
  const csrf = c.get('csrf');
  const { mailroom } = words(language).stations;
  if (letter.settledAs !== null) {
    const { settledCase, settledAside } = words(language).work.mailroom;
    return draw(
      c,
      { ...frame, title: mailroom.letters },
      <>
        <h1>{mailroom.letters}</h1>
        <Notice language={language}>{letter.settledAs === 'case' ? settledCase : settledAside}</Notice>
        <PagePictures letter={letter} language={language} />
      </>,
    );
  }
  const typed = await typedBefore(c, letter);
  const service = serviceOf(c, letter, c.req.query('service') ?? typed?.service);
  if (!service) {
    return draw(
      c,
      {
        ...frame,
        title: mailroom.classifyTitle,
        hasErrors: refused.length > 0,
        status: refused.length > 0 ? 422 : 200,
      },
      <ClassifyPage
        language={language}
        csrf={csrf}
        letter={letter}
        catalogue={ctx.catalogue}
        typed={typedReference}
        problems={refused}
        {...told}
      />,
    );
  }
  const options = { language, today: todayOf(ctx.clock.now()) };
  // What was typed stands over what was read; a question that was not on the screen yet keeps its reading.
  const proposed = proposedValues(service, letter, options);
  const held = typed?.service === service.definition.code ? { ...proposed, ...typed.values } : proposed;
  const read = readCounterForm(service, held, options);
  const checked = c.req.query('check') === undefined ? [] : saidProblems(service, read.problems, language);
  const problems = [...checked, ...refused];
  return draw(
    c,
    {
      ...frame,
      title: `${mailroom.verifyTitle}, ${service.definition.name[language]}`,
      hasErrors: problems.length > 0,
      status: problems.length > 0 ? 422 : 200,
    },
    <LetterPage
      language={language}
      csrf={csrf}
      letter={letter}
      service={service}
      screen={counterScreen(service, read.answers, { ...options, typed: held })}
      problems={problems}
      personLanguage={letter.language ?? typed?.language ?? 'fr'}
      depositedOn={textOf(held, '_deposited-on') || letter.depositedOn}
      typedReference={typedReference}
      {...told}
    />,
  );
}

async function typedBefore(c: DeskRequest, letter: Letter) {
  const draft = await findDraft(staffOf(c).ctx, { externalKey: draftKey(letter.id) });
  return (
    draft && { service: draft.service, language: draft.language, values: typedValues(draft.content.answers) }
  );
}
