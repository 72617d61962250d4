import {
  askedOn,
  type DeskContext,
  findDraft,
  findPostedDraft,
  type Letter,
  listNamedCases,
  listSameLetters,
  readLetter,
  readOwnKeying,
  sampledPaths,
  todayOf,
  unconfirmedPaths,
} from '@guichet/casework';
import {
  type CompiledService,
  type FormValues,
  partOf,
  type PostedForm,
  typedValues,
} from '@guichet/catalogue';
import { counterScreen, readCounterForm } from '@guichet/channels/counter';
import type { Language, LetterId } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { saidProblems } from '../counter/counter-form.ts';
import type { DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { readKeyChoice } from '../keys/key-choice.ts';
import { staffOf } from '../session/require-staff.ts';
import { classifyPage } from './classify-screen.tsx';
import { fieldLabel } from './field-label.ts';
import { KeptLetterPage } from './kept-letter-page.tsx';
import { LetterPage } from './letter-page.tsx';
import { NamedCases } from './named-cases.tsx';
import { namedIn } from './named-in.ts';
import { proposedValues, shownValues } from './letter-values.ts';
import { settledBefore } from './settled-before.ts';
import { SameLetterNotice } from './same-letter.tsx';
import { withSuggestions } from './suggested-letter.ts';
import { stationFields } from './station-field.ts';
import { keyedFields, marksIn, textUnder, withoutSample } from './station-form.ts';

/** Gives the key of the draft that holds what was typed over a letter. */
export function letterDraftKey(id: LetterId): string {
  return `letter:${id}`;
}

/** Gives the letter's own service, or the one a person gave it. */
export function serviceOf(
  c: DeskRequest,
  letter: Letter,
  classified: string | undefined,
): CompiledService | undefined {
  const { catalogue } = staffOf(c).ctx;
  if (letter.serviceCode !== null) {
    const printed = catalogue.find(letter.serviceCode, letter.serviceVersion ?? undefined);
    // A form that we sent for a case asks for what was missing, and nothing else is asked here.
    return printed && letter.reference !== undefined ? partOf(printed, askedOn(letter)) : printed;
  }
  return classified ? catalogue.find(classified) : undefined;
}

/** Answers with the page that a letter is at: to classify, to verify, waiting for a second person, or settled. */
export async function letterPage(
  c: DeskRequest,
  share: number,
  refused: FieldProblem[] = [],
  typedReference?: string,
): Promise<Response> {
  const { ctx } = staffOf(c, 'mailroom.settle');
  const language = c.get('language');
  const asRead = await readLetter(ctx, idAt<'letter'>(c));
  const told = settledBefore(c);
  const frame = { current: 'mailroom', wide: true, here: `/mailroom/letters/${asRead.id}` } as const;
  const csrf = c.get('csrf');
  const { mailroom } = words(language).stations;
  const same = <SameLetterNotice same={await listSameLetters(ctx, asRead.id)} language={language} />;
  if (asRead.settledAs !== null || asRead.keyedAt !== null) {
    return draw(
      c,
      { ...frame, title: mailroom.letters },
      <>
        {same}
        <KeptLetterPage language={language} csrf={csrf} letter={asRead} />
      </>,
    );
  }
  const typed = await typedBefore(c, asRead);
  const service = serviceOf(c, asRead, c.req.query('service') ?? typed?.service);
  if (!service) return classifyPage(c, asRead, { problems: refused, reference: typedReference });
  const letter = withSuggestions(asRead, service);
  const options = { language, today: todayOf(ctx.clock.now()) };
  const isOfService = typed?.service === service.definition.code;
  const marks = marksIn(isOfService ? typed.values : {});
  const sampled = sampledPaths(ctx, letter, service, share);
  // What was typed stands over what was read; a question that was not on the screen yet keeps its reading.
  const proposed = proposedValues(service, letter, options);
  const offered = withoutSample(proposed, sampled, marks.seen);
  const begun = await begunBefore(ctx, letter, service, options);
  const held = { ...begun, ...offered, ...(isOfService ? typed.values : {}) };
  const read = readCounterForm(service, held, options);
  const isChecked = c.req.query('check') !== undefined;
  const before = shownValues(service, { ...begun, ...proposed });
  const fields = keyedFields(letter, sampled, before, shownValues(service, held), marks);
  const waiting = isChecked ? unconfirmedPaths(service, letter, sampled, read.answers, fields) : [];
  const { confirmMissing, sampleDiffers } = words(language).work.station;
  const problems = [
    ...(isChecked ? saidProblems(service, read.problems, language) : []),
    ...waiting.map((path) => {
      const label = fieldLabel(service, path, language);
      const isCompared = sampled.includes(path) && marks.seen.has(path);
      const message = isCompared ? sampleDiffers(label, textUnder(proposed, path)) : confirmMissing(label);
      return { path, message };
    }),
    ...refused,
  ];
  const references = letter.serviceCode === null ? [] : namedIn(letter);
  const isNamed = letter.askedAt !== null || references.length > 0;
  const named = isNamed ? await listNamedCases(ctx, letter.id, references) : [];
  return draw(
    c,
    {
      ...frame,
      title: `${mailroom.verifyTitle}, ${service.definition.name[language]}`,
      hasErrors: problems.length > 0,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      {same}
      <LetterPage
        language={language}
        csrf={csrf}
        letter={letter}
        fields={stationFields(letter.fields, sampled)}
        marks={marks}
        waiting={waiting}
        service={service}
        screen={counterScreen(service, read.answers, { ...options, typed: held })}
        problems={problems}
        personLanguage={letter.language ?? typed?.language ?? 'fr'}
        depositedOn={textOf(held, '_deposited-on') || letter.depositedOn}
        typedReference={typedReference}
        named={
          named.length === 0 ? undefined : (
            <NamedCases
              language={language}
              csrf={csrf}
              letter={letter}
              catalogue={ctx.catalogue}
              named={named}
            />
          )
        }
        keys={readKeyChoice(c).station}
        own={await readOwnKeying(ctx)}
        {...told}
      />
    </>,
  );
}

/** What the person answered at another door before the rest came by post, as the screen writes it. */
export async function begunBefore(
  ctx: DeskContext,
  letter: Letter,
  service: CompiledService,
  options: { language: Language; today: string },
): Promise<FormValues> {
  const draft = letter.draft === undefined ? undefined : await findPostedDraft(ctx, letter);
  return draft ? counterScreen(service, draft.answers, options).values : {};
}

/** Gives what was typed over a letter so far. */
export async function typedBefore(c: DeskRequest, letter: Letter) {
  const draft = await findDraft(staffOf(c).ctx, { externalKey: letterDraftKey(letter.id) });
  const values: FormValues = draft ? typedValues(draft.content.answers satisfies PostedForm) : {};
  return draft && { service: draft.service, language: draft.language, values };
}
