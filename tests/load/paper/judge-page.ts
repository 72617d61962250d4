import type { FieldDoubt, FieldReading, LayoutField } from '@guichet/channels/mail';
import { papers } from '../../../shared/channels/mail/src/paper.ts';
import { mapped } from '../../../shared/channels/mail/src/read/homography.ts';
import { charactersOff } from '../../support/paper/characters-off.ts';
import { idOf, typeOf } from '../../support/paper/field-names.ts';
import type { WrittenField } from '../../support/paper/index.ts';
import type { MadePage } from './make-page.ts';
import type { PageReading } from './read-page.ts';

/** What became of one mark, one character of a comb, or one line or block of text. */
export interface Outcome {
  what: 'mark' | 'character' | 'text';
  /** How the box was marked (`empty`: not), the shape of the comb, or the content of the line. */
  type: string;
  isWritten: boolean;
  /** `wrong` is what the machine was sure of; `person` what it gave to a person. */
  is: 'right' | 'wrong' | 'person';
  /** Of a text: how many characters were written, and how many of them have to be changed to have the truth. */
  characters: number;
  errors: number;
  /** Which field, what was read and what was written. */
  said: string;
  /** Why it goes to a person: doubts about itself, then `question: …` those about all that answers its question. */
  why?: string[];
}

/** What became of a page. */
export interface PageVerdict {
  identity: 'right' | 'none' | 'wrong';
  /** Of a page of ours that nothing names: whether a person is offered the right one, among others. */
  isOffered?: boolean;
  /** Nothing on it is taken without a person. */
  isForPerson: boolean;
  /** How far from its true place each of some places was believed to be. Unit: millimetres. */
  strays: number[];
  /** Four marks or more were found. */
  isWhole: boolean;
  outcomes: Outcome[];
}

/** Doubts about fields taken together: the value as a whole is for a person. */
const wholeDoubts: readonly FieldDoubt[] = ['several-marks', 'not-valid', 'blank-between'];

/** Holds what was read against what was written. */
export function judgePage(
  made: MadePage,
  { page, letter, offered, toPage, image }: PageReading,
): PageVerdict {
  const identity = identityOf(made, page.code);
  const isRead = identity === 'right' && page.trust !== 'none';
  const readings = new Map((isRead ? letter?.fields : undefined)?.map((field) => [idOf(field), field]));
  const doubted = new Map(
    letter?.questions.flatMap(({ key, doubts }) => {
      // A question that goes on overleaf is not valid only because one page is played.
      if (doubts.includes('page-missing')) return [];
      const whole = doubts.filter((doubt) => wholeDoubts.includes(doubt));
      return whole.length === 0 ? [] : [[key, whole] as const];
    }),
  );
  const outcomes = made.written.flatMap((written) => {
    const reading = readings.get(idOf(written.field));
    const whole = doubted.get(written.field.path.split('.')[0] ?? '') ?? [];
    const why = [
      ...(reading === undefined ? ['page not read'] : reading.doubts),
      ...whole.map((doubt) => `question: ${doubt}`),
    ];
    return judgeField(written, reading, why.length === 0).map((outcome) =>
      outcome.is === 'person' ? { ...outcome, why } : outcome,
    );
  });
  return {
    identity,
    ...(identity === 'none' && !made.isStranger ? { isOffered: isAmong(made.code, offered) } : {}),
    isForPerson: identity !== 'right' || page.trust !== 'full',
    strays: toPage === undefined ? [] : straysOf(made, toPage, image),
    isWhole: page.trust !== 'none' && page.marks >= 4,
    outcomes,
  };
}

const isAmong = ({ service, language, page }: MadePage['code'], offered: PageReading['offered']): boolean =>
  offered.some((one) => one.service === service && one.language === language && one.page === page);

function identityOf(
  { code, isStranger }: MadePage,
  read: MadePage['code'] | undefined,
): PageVerdict['identity'] {
  if (read === undefined) return 'none';
  if (isStranger) return 'wrong';
  return JSON.stringify(read) === JSON.stringify(code) ? 'right' : 'wrong';
}

function judgeField(written: WrittenField, reading: FieldReading | undefined, isSure: boolean): Outcome[] {
  const { field } = written;
  if (field.kind === 'check') return [judgeMark(written, reading, isSure)];
  if (field.kind === 'comb') return judgeCells(written, field, reading, isSure);
  return judgeText(written, field, reading, isSure);
}

/** A blackened box says to the machine that it is cancelled, and to its writer maybe that it is chosen: a person must look. */
function judgeMark(
  { field, mark }: WrittenField,
  reading: FieldReading | undefined,
  isSure: boolean,
): Outcome {
  const isMarked = mark !== undefined && mark !== 'corrected' && mark !== 'astray';
  const isRight = mark !== 'blackened' && reading?.raw === isMarked;
  return {
    what: 'mark',
    type: mark ?? 'empty',
    isWritten: mark !== undefined,
    is: isSure ? (isRight ? 'right' : 'wrong') : 'person',
    characters: 0,
    errors: 0,
    said: `${idOf(field)}: read ${String(reading?.raw)}, drawn ${mark ?? 'nothing'}`,
  };
}

/** Cells in which nothing was written and nothing was read say nothing. */
function judgeCells(
  { text = '' }: WrittenField,
  field: Extract<LayoutField, { kind: 'comb' }>,
  reading: FieldReading | undefined,
  isSure: boolean,
): Outcome[] {
  const read = typeof reading?.raw === 'string' ? reading.raw : '';
  return field.cells.flatMap((_, at): Outcome[] => {
    const [isThere, seen] = [text[at] ?? ' ', read[at] ?? ' '].map((letter) => letter.toUpperCase());
    if (isThere === ' ' && seen === ' ') return [];
    const isRight = isThere === seen;
    return [
      {
        what: 'character',
        type: typeOf(field),
        isWritten: isThere !== ' ',
        is: isSure ? (isRight ? 'right' : 'wrong') : 'person',
        characters: reading === undefined ? 0 : 1,
        errors: reading === undefined || isRight ? 0 : 1,
        said: `${idOf(field)}[${at}]: read ${read}, written ${text}`,
      },
    ];
  });
}

function judgeText(
  { text }: WrittenField,
  field: Extract<LayoutField, { kind: 'line' | 'area' }>,
  reading: FieldReading | undefined,
  isSure: boolean,
): Outcome[] {
  const read = typeof reading?.raw === 'string' ? reading.raw.replace(/\s+/g, ' ').trim() : undefined;
  if (text === undefined && read === undefined && isSure) return [];
  const isRight = read === text || (field.content === 'email' && read === text?.toLowerCase());
  return [
    {
      what: 'text',
      type: typeOf(field),
      isWritten: text !== undefined,
      is: isSure ? (isRight ? 'right' : 'wrong') : 'person',
      // What nobody could read is no error of reading.
      characters: reading === undefined ? 0 : (text?.length ?? 0),
      errors: reading === undefined || isRight ? 0 : charactersOff(read ?? '', text ?? ''),
      said: `${idOf(field)}: read ${String(read)}, written ${String(text)}`,
    },
  ];
}

/** Follows places of the sheet to where the reader sees them and from there back to where they were printed. */
function straysOf(
  { code, seen, fineness }: MadePage,
  toPage: NonNullable<PageReading['toPage']>,
  image: PageReading['image'],
): number[] {
  const { frame, height } = papers[code.paper];
  const [across, down] = [seen.width / image.width, seen.height / image.height];
  const places = [0, 0.5, 1].flatMap((x) =>
    [0, 0.33, 0.67, 1].map((y) => ({
      x: frame.x + x * frame.width,
      y: frame.y + y * (frame.bottom - frame.y),
    })),
  );
  return places.map((place) => {
    const spot = mapped(toPage, place);
    const origin = (seen.from ?? ((same) => same))({ x: spot.x * across, y: spot.y * down });
    return Math.min(height, Math.hypot(origin.x / fineness[0] - place.x, origin.y / fineness[1] - place.y));
  });
}
