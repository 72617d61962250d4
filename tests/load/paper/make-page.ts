import type { Answers } from '@guichet/catalogue';
import { type FormLayout, isField, renderForm } from '@guichet/channels/mail';
import {
  type PaperName,
  paperNames,
  papers,
  type PrintSize,
  printSizes,
} from '../../../shared/channels/mail/src/paper.ts';
import { type PageCode, readPageCode } from '../../../shared/channels/mail/src/page-code.ts';
import type { PackRow } from '../../derivations/whole-pack.ts';
import { writtenForm } from '../../derivations/written-form.ts';
import {
  degrade,
  paperSign,
  printed,
  type ScanFormat,
  type Sheet,
  type Style,
  seeded,
  testForm,
  toScan,
  type WrittenField,
  writeForm,
} from '../../support/paper/index.ts';
import { anyWriting } from './any-writing.ts';
import { type KindName, kindOf } from './kinds.ts';

/** A page that was printed, written on, spoilt and scanned, with the truth about it. */
export interface MadePage {
  seed: number;
  row: PackRow;
  kind: KindName;
  style: Style;
  /** What its codes say. */
  code: PageCode;
  /** Every field printed on it and what was written there. */
  written: WrittenField[];
  /** No machine may take it for a page of a form. */
  isStranger: boolean;
  /** How fine the sheet was printed, across and down. Unit: pixels a millimetre. */
  fineness: [number, number];
  /** The sheet as the scanner saw it, and how it came to lie so. */
  seen: Sheet;
  file: Buffer;
}

/** What pages are made of. */
export interface Making {
  rows: readonly PackRow[];
  kinds: readonly KindName[];
  /** Letter in normal print when absent. */
  layouts?: readonly Layout[];
  /** Nothing is written on them: half the time where only codes and marks matter. */
  isBlank?: boolean;
}

/** On what and how large a form is printed. */
export interface Layout {
  paper: PaperName;
  print: PrintSize;
}
export const layouts: readonly Layout[] = paperNames.flatMap((paper) =>
  printSizes.map((print) => ({ paper, print })),
);

/** Unit: share of the pages written with a typewriter. */
const typedShare = 0.6;

/**
 * Makes the page of a seed: kinds in turn, a form of any service and language, any of its pages on which something is
 * written.
 *
 * Guarantee: the same seed, rows and kinds make the same page.
 */
export async function makePage(seed: number, making: Making): Promise<MadePage> {
  const random = seeded(seed * 7919);
  const row = making.rows[Math.floor(random() * making.rows.length)];
  const kind = making.kinds[seed % making.kinds.length];
  if (row === undefined || kind === undefined) throw new Error('no service or no kind to make a page of');
  const how = kindOf(kind);
  const style: Style = random() < typedShare ? 'typed' : 'capitals';
  const answers = making.isBlank === true ? {} : writtenForm(row, seed, anyWriting);
  const form = formOf(row, seed, making);
  const pages = form.pages.filter(({ items }) =>
    items.some((item) => isField(item) && answers[item.path.split('.')[0] ?? ''] !== undefined),
  );
  const some = pages.length > 0 ? pages : form.pages;
  const front = some[Math.floor(random() * some.length)] ?? form.pages[0];
  if (front === undefined) throw new Error(`${row.name} has no page`);
  const back = form.pages[front.number % form.pages.length] ?? front;
  const sides = back === front || how.other !== 'back' ? [front] : [front, back];
  const { sheets, written } = await sheetsOf({ ...form, pages: sides }, answers, row, {
    style,
    seed,
    isBlank: making.isBlank,
  });
  const [sheet, behind = sheet] = sheets;
  if (sheet === undefined || behind === undefined) throw new Error(`${row.name} was not printed`);
  const other = how.other === 'another-form' ? await anotherForm(row, seed, making) : behind;
  const spoilt = how.damage?.(sheet, random, other) ?? sheet;
  const [seen] = await degrade([spoilt], how.profile, seed);
  if (seen === undefined) throw new Error('no sheet came back');
  return {
    seed,
    row,
    kind,
    style,
    code: codeOf(front.code),
    written: how.isStranger === true ? [] : written.filter(({ page }) => page === front.number),
    isStranger: how.isStranger === true,
    fineness: [sheet.width / papers[form.paper].width, sheet.height / papers[form.paper].height],
    seen,
    file: await toScan([seen], how.format satisfies ScanFormat),
  };
}

const serialOf = (seed: number) => `LAB${String(seed).padStart(7, '0')}`;

/** Layouts take turns as the kinds have each had theirs. */
function formOf(row: PackRow, seed: number, { kinds, layouts: some = [] }: Making): FormLayout {
  const layout = some[Math.floor(seed / kinds.length) % Math.max(1, some.length)];
  return testForm(row.service, row.language, serialOf(seed), layout);
}

async function anotherForm(row: PackRow, seed: number, making: Making): Promise<Sheet> {
  const other = making.rows.find(({ service }) => service !== row.service) ?? row;
  const form = testForm(other.service, other.language, serialOf(seed + 1));
  const [sheet] = await printed(await renderForm({ ...form, pages: form.pages.slice(0, 1) }));
  if (sheet === undefined) throw new Error(`${other.name} was not printed`);
  return sheet;
}

async function sheetsOf(
  form: FormLayout,
  answers: Answers,
  row: PackRow,
  how: { style: Style; seed: number; isBlank: boolean | undefined },
): Promise<{ sheets: Sheet[]; written: WrittenField[] }> {
  if (how.isBlank === true) return { sheets: await printed(await renderForm(form)), written: [] };
  return writeForm(form, answers, row.service, { style: how.style, marks: 'many', seed: how.seed });
}

function codeOf(text: string): PageCode {
  const code = readPageCode(text, paperSign);
  if (code === undefined || code === 'forged') throw new Error(`${text} is no page code`);
  return code;
}
