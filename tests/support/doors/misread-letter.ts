import type { FieldReading, LetterReading } from '@guichet/casework';
import { type Answers, type CompiledService, questionAt } from '@guichet/catalogue';
import { fieldValues } from '../paper/field-values.ts';
import { readForm } from './keyed-letters.ts';
import { letterPicture } from './letter-picture.ts';

/** A letter as a machine read it that is often unsure, and then often wrong; sure, it is right. */
export interface MisreadLetter {
  reading: LetterReading;
  /** Paths in doubt, and those among them that were read wrong. */
  doubted: string[];
  wrong: string[];
}

/** How often a field is in doubt, and how often a field in doubt is wrong. */
const shares = { doubted: 0.35, wrong: 0.5 };
const linesOfPage = 22;

/** Misreads a form by chance; `random` gives the same letter for the same seed. */
export async function misreadLetter(
  service: CompiledService,
  answers: Answers,
  random: () => number,
): Promise<MisreadLetter> {
  const raw = structuredClone(answers) as Record<string, unknown>;
  const [doubted, wrong]: [string[], string[]] = [[], []];
  const lines = [...fieldValues(service, answers)].map(([path, value], index) => ({
    path,
    text: String(value),
    crop: {
      page: 1 + Math.floor(index / linesOfPage),
      x: 300,
      y: 200 + 130 * (index % linesOfPage),
      width: 1500,
      height: 90,
    },
  }));
  const fields = lines.map(({ path, text, crop }): FieldReading => {
    if (random() >= shares.doubted) return { path, text, crop, confidence: 0.97, doubts: [] };
    doubted.push(path);
    if (random() < shares.wrong && misread(service, raw, path, random)) wrong.push(path);
    return { path, text, crop, confidence: 0.5, doubts: ['readings-differ'] };
  });
  const pages = await Promise.all(
    Array.from({ length: Math.ceil(lines.length / linesOfPage) }, async (_, index) => {
      const picture = await letterPicture(lines.filter(({ crop }) => crop.page === index + 1));
      return { bytes: async () => picture, mediaType: 'image/jpeg', reasons: [] };
    }),
  );
  const { code, version } = service.definition;
  return { reading: readForm(code, version, raw, fields, pages), doubted, wrong };
}

/** Puts something else at a path; false where there is nothing to take for something else. */
function misread(
  service: CompiledService,
  raw: Record<string, unknown>,
  path: string,
  random: () => number,
): boolean {
  const at = questionAt(service, path);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((held, step) => (held as Record<string, unknown>)?.[step], raw);
  if (at === undefined || typeof holder !== 'object' || holder === null) return false;
  const held = holder as Record<string, unknown>;
  const value = held[last];
  const type = at.part === undefined ? at.question.type : 'text';
  // A province that is none is a region abroad, in a control of its own.
  if (type === 'consent' || type === 'file' || at.part === 'province') return false;
  if (typeof value === 'boolean') held[last] = !value;
  else if (typeof value === 'number') held[last] = value + 1;
  else if (Array.isArray(value) && value.length > 1) held[last] = value.slice(1);
  else if (typeof value === 'string' && 'options' in at.question)
    held[last] = at.question.options.find(({ key }) => key !== value)?.key;
  else if (typeof value === 'string' && value !== '') held[last] = misspelt(value, random);
  else return false;
  return true;
}

/** Takes one character for another: a digit for a digit, a letter for a letter. */
function misspelt(text: string, random: () => number): string {
  const places = [...text.matchAll(/[\p{L}\d]/gu)].map(({ index }) => index);
  const place = places[Math.floor(random() * places.length)] ?? 0;
  const was = text[place] ?? '';
  const now = /\d/.test(was)
    ? String((Number(was) + 1 + Math.floor(random() * 8)) % 10)
    : was === 'n'
      ? 'u'
      : 'n';
  return `${text.slice(0, place)}${now}${text.slice(place + 1)}`;
}
