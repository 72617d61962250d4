import {
  findPrintedForm,
  type LetterReading as Reading,
  readThresholds,
  todayOf,
  underThreshold,
} from '@guichet/casework';
import {
  type Crop,
  type FieldLayout,
  type FieldReading,
  type FormLetter,
  type Letter,
  type QuestionReading,
  readLetter,
} from '@guichet/channels/mail';
import type { ReadingContext } from './mailroom-context.ts';
import { pageOf } from './page-of.ts';
import { readFreeLetter } from './read-free-letter.ts';
import { signatureReading } from './signature-reading.ts';
import { wordsOfFields } from './words-of-fields.ts';

/** Reads one letter as far as the machine can: a form's fields, or the text of a letter without our code. */
export async function readOneLetter(letter: Letter, ctx: ReadingContext): Promise<Reading> {
  return letter.kind === 'form' ? readForm(letter, ctx) : readFreeLetter(letter, ctx);
}

async function readForm(letter: FormLetter, ctx: ReadingContext): Promise<Reading> {
  const service = ctx.catalogue.find(letter.service, letter.version);
  // A code of ours for a service that is no longer on the shelf: a person reads the pages.
  if (service === undefined) {
    const read = await readFreeLetter({ pages: letter.pages }, ctx);
    const pages = read.pages.map((page) => ({ ...page, reasons: [...page.reasons, 'unknown-form'] }));
    return { ...read, ...subjectOf(letter), pages, missingPages: letter.missing };
  }
  // Only `fieldLayout` ever writes one.
  const layout = (await findPrintedForm(ctx, letter)) as FieldLayout | undefined;
  const read = await readLetter(service, letter, {
    reader: ctx.reader,
    today: todayOf(ctx.clock.now()),
    layout,
  });
  const { service: code, version, language, serial } = letter;
  const placeOf = new Map(letter.pages.map((page, at) => [page.code?.page, at + 1]));
  // A page that is not there moves those behind it up: a field is shown on the picture that it was read from.
  const moved = (crop: Crop): Crop => ({ ...crop, page: placeOf.get(crop.page) ?? crop.page });
  const placed = read.fields.map((field) => ({ ...field, crop: moved(field.crop) }));
  const fields = placed.map((field) => fieldOf(field, placed, read.questions));
  const { signature } = read;
  const signed = signatureReading(
    service,
    signature
      ? { signature: { ...signature, ...(signature.crop ? { crop: moved(signature.crop) } : {}) } }
      : {},
    fields,
  );
  // The mark in a box has no words; those beside it are printed.
  const written = fields.filter((_, at) => placed[at]?.kind !== 'check');
  return {
    form: { service: code, version, language, serial },
    ...subjectOf(letter),
    // The letter on top of the questions is the person's to keep.
    missingPages: letter.about && layout ? read.missingPages : letter.missing,
    answers: read.answers,
    fields: underThreshold(service, [...fields, ...signed], await readThresholds(ctx)),
    ...(signature ? { signature: signature.seen } : {}),
    ...wordsOfFields(letter.pages, written),
    pages: [...letter.pages, ...letter.duplicates].map(pageOf),
  };
}

/** Gives the request that the code of a form names, as a reading says it: however badly the rest was read. */
export function subjectOf({ about }: FormLetter): Pick<Reading, 'reference' | 'draft'> {
  if (about === undefined) return {};
  return about.kind === 'case' ? { reference: about.reference } : { draft: about.number };
}

/** A doubt about the whole answer is shown at each of its fields; one about a part, at that part alone. */
function fieldOf(
  field: FieldReading,
  fields: readonly FieldReading[],
  questions: readonly QuestionReading[],
): Reading['fields'][number] {
  const isOf = (path: string, key: string) => path === key || path.startsWith(`${key}.`);
  const question = questions.find(({ key }) => isOf(field.path, key));
  const own = fields.filter(({ path }) => question !== undefined && isOf(path, question.key));
  const whole = (question?.doubts ?? []).filter((doubt) => !own.some(({ doubts }) => doubts.includes(doubt)));
  return {
    path: field.path,
    text: typeof field.raw === 'boolean' ? (field.raw ? (field.option ?? 'x') : '') : (field.raw ?? ''),
    confidence: field.confidence,
    doubts: [...new Set([...field.doubts, ...whole])],
    crop: field.crop,
  };
}
