import type { MemberQuestion, Question } from '@guichet/catalogue';
import { entriesPrintedMax } from '../form/question-units.ts';
import { combValue } from './comb-value.ts';
import type { CombField, FieldLayout } from '../form/form-layout.ts';
import type { FieldDoubt, FieldReading } from './field-reading.ts';

/** What the fields of one question say together. */
export interface RawAnswer {
  /** As a person would write it, for the compiled service to parse; undefined when nothing was written. */
  raw: unknown;
  doubts: FieldDoubt[];
}

type Asked = Question | MemberQuestion;

/** Gives the readings and the printed combs by path. */
export interface Readings {
  readonly byPath: ReadonlyMap<string, readonly FieldReading[]>;
  readonly combs: ReadonlyMap<string, CombField>;
}

/** Puts the fields of a question together into one raw answer. */
export function rawAnswer(question: Asked, path: string, readings: Readings): RawAnswer {
  switch (question.type) {
    case 'information':
      return { raw: undefined, doubts: [] };
    case 'choice':
    case 'yes-no':
    case 'consent':
    case 'scale':
    case 'file':
      return oneMark(question, path, readings);
    case 'choices':
      return manyMarks(path, readings);
    case 'person':
      return parts(path, ['given', 'family', 'birthDate'], readings);
    case 'address':
      return parts(path, ['street', 'unit', 'municipality', 'province', 'postalCode'], readings);
    case 'place':
      return parts(path, ['text'], readings);
    case 'ranking':
      return parts(
        path,
        question.options.map((option) => option.key),
        readings,
      );
    case 'slot':
      return slot(path, readings);
    case 'group':
      return entries(question.questions, path, readings);
    default:
      return written(path, readings);
  }
}

function oneMark(question: Asked, path: string, readings: Readings): RawAnswer {
  const { option, doubts } = single(path, readings);
  return { raw: option === undefined ? undefined : markValue(question.type, option), doubts };
}

/** Two marks where one is asked are no answer; one that is in doubt says nothing against a sure one. */
function single(path: string, readings: Readings): { option?: string; doubts: FieldDoubt[] } {
  const { standing, sure, doubts } = marksAt(path, readings);
  const [option, other] = sure.length > 0 ? sure : standing;
  if (other !== undefined) return { doubts: [...doubts, 'several-marks'] };
  return option === undefined ? { doubts } : { option, doubts };
}

/** A document enclosed comes by post, with this very letter. */
function markValue(type: Asked['type'], option: string): unknown {
  if (type === 'yes-no') return option === 'yes';
  if (type === 'consent') return true;
  if (type === 'scale') return Number(option);
  if (type === 'file') return { later: option === 'counter' ? 'counter' : 'post' };
  return option;
}

function manyMarks(path: string, readings: Readings): RawAnswer {
  const { standing, doubts } = marksAt(path, readings);
  return { raw: standing.length === 0 ? undefined : standing, doubts };
}

/** A blackened box is cancelled, as the form says; the doubt stays for a person to lift. */
function marksAt(
  path: string,
  readings: Readings,
): { standing: string[]; sure: string[]; doubts: FieldDoubt[] } {
  const boxes = readings.byPath.get(path) ?? [];
  const standing = boxes.filter((box) => box.raw === true && !box.doubts.includes('possible-cancellation'));
  return {
    standing: standing.flatMap((box) => box.option ?? []),
    sure: standing.filter((box) => box.doubts.length === 0).flatMap((box) => box.option ?? []),
    doubts: boxes.flatMap((box) => box.doubts),
  };
}

function written(path: string, readings: Readings): RawAnswer {
  const field = readings.byPath.get(path)?.[0];
  if (field === undefined) return { raw: undefined, doubts: [] };
  const comb = readings.combs.get(path);
  if (comb === undefined || typeof field.raw !== 'string')
    return { raw: field.raw, doubts: [...field.doubts] };
  const { value, blankBetween } = combValue(comb, field.raw);
  return { raw: value, doubts: blankBetween ? [...field.doubts, 'blank-between'] : [...field.doubts] };
}

function parts(
  path: string,
  names: readonly string[],
  readings: Readings,
): RawAnswer & { raw: Record<string, unknown> | undefined } {
  const raw: Record<string, unknown> = {};
  const doubts: FieldDoubt[] = [];
  for (const name of names) {
    const part = written(`${path}.${name}`, readings);
    doubts.push(...part.doubts);
    if (part.raw !== undefined) raw[name] = part.raw;
  }
  return { raw: Object.keys(raw).length === 0 ? undefined : raw, doubts };
}

/** Places are marked where there are several; the only one of a question is not on paper. */
function slot(path: string, readings: Readings): RawAnswer {
  const place = single(`${path}.place`, readings);
  const when = parts(path, ['day', 'time'], readings);
  const doubts = [...place.doubts, ...when.doubts];
  if (place.option === undefined) return { raw: when.raw, doubts };
  return { raw: { place: place.option, ...when.raw }, doubts };
}

/** Entries left blank fall away. */
function entries(members: readonly MemberQuestion[], path: string, readings: Readings): RawAnswer {
  const list: Record<string, unknown>[] = [];
  const doubts: FieldDoubt[] = [];
  for (let entry = 0; entry < entriesPrintedMax; entry++) {
    const raw: Record<string, unknown> = {};
    for (const member of members) {
      const answer = rawAnswer(member, `${path}.${entry}.${member.key}`, readings);
      doubts.push(...answer.doubts);
      if (answer.raw !== undefined) raw[member.key] = answer.raw;
    }
    if (Object.keys(raw).length > 0) list.push(raw);
  }
  return { raw: list.length === 0 ? undefined : list, doubts };
}

/** Sorts readings by path, beside the combs that say how each is written. */
export function sortReadings(layout: FieldLayout, fields: readonly FieldReading[]): Readings {
  const byPath = new Map<string, FieldReading[]>();
  for (const field of fields) byPath.set(field.path, [...(byPath.get(field.path) ?? []), field]);
  const combs = new Map<string, CombField>();
  for (const page of layout.pages) {
    for (const item of page.items) if (item.kind === 'comb') combs.set(item.path, item);
  }
  return { byPath, combs };
}
